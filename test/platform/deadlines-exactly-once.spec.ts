import { setTimeout as wait } from 'node:timers/promises';
import { openTestDatabase, type TestDatabase } from '../support/database';
import {
  countActs,
  countStanding,
  FLAWLESS,
  judge,
  lateness,
  plan,
  setClockBeforeEndOf,
  type Verdict,
} from './support/deadline-checks';
import { randomFrom, SEED } from './support/random';
import { describeWithRedis, tellRedis } from './support/redis';
import { Workers, type WorkerSettings } from './support/workers';

jest.setTimeout(120_000);

interface Run {
  readonly db: TestDatabase;
  readonly workers: Workers;
}

async function withWorkers<T>(
  planned: { readonly days: number; readonly perDay: number },
  settings: WorkerSettings,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const db = await openTestDatabase();
  const workers = new Workers(db, settings);
  try {
    await plan(db, planned);
    await setClockBeforeEndOf(db, 0, 3600);
    return await work({ db, workers });
  } finally {
    await workers.stop();
    await db.close();
  }
}

async function isSoon(seconds: number, holds: () => Promise<boolean>): Promise<boolean> {
  const stop = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > stop) return false;
    await wait(5);
  }
  return true;
}

async function until(what: string, seconds: number, holds: () => Promise<boolean>): Promise<void> {
  if (!(await isSoon(seconds, holds))) throw new Error(`not within ${seconds} s: ${what}`);
}

const allFired = ({ db }: Run): Promise<void> =>
  until('all due deadlines fired', 60, async () => (await countStanding(db)) === 0);

/** True while some of what fell due was acted upon and some still stands. */
async function midway(db: TestDatabase, actsBefore: number): Promise<boolean> {
  return (await countActs(db)) > actsBefore && (await countStanding(db)) > 0;
}

/**
 * In each round a part of the days passes, and both workers are killed in the middle of the work of
 * its last day; on the days before, after a random moment, there is a mishap. Then they are started again. Gives how often the middle was hit.
 */
async function killing(
  { db, workers }: Run,
  plan: { readonly days: number; readonly rounds: number },
  mishap?: () => Promise<void>,
): Promise<number> {
  const random = randomFrom(SEED);
  let hits = 0;
  for (let round = 0; round < plan.rounds; round += 1) {
    const pair = await Promise.all([workers.start(), workers.start()]);
    const firstDay = (round * plan.days) / plan.rounds;
    const lastDay = ((round + 1) * plan.days) / plan.rounds - 1;
    for (let day = firstDay; day < lastDay; day += 1) {
      await setClockBeforeEndOf(db, day, 0);
      await wait(200 + random(400));
      await mishap?.();
    }
    const before = await countActs(db);
    await setClockBeforeEndOf(db, lastDay, 0);
    const hit = await isSoon(2, () => midway(db, before));
    await Promise.all(pair.map((worker) => workers.kill(worker)));
    if (hit) hits += 1;
  }
  await workers.start();
  return hits;
}

/** Lateness says something only where the clock ran on by itself between due and fired. */
async function report(title: string, { db }: Run): Promise<void> {
  const { fired, dispatched, median, worst } = await lateness(db);
  const late = `late ${median.toFixed(2)} s (median), ${worst.toFixed(2)} s (worst)`;
  process.stdout.write(`${title}: ${fired} fired, ${dispatched} through Redis, ${late}\n`);
}

async function tenThousandAtOneInstant(title: string, settings: WorkerSettings): Promise<Verdict> {
  return withWorkers({ days: 1, perDay: 10_000 }, settings, async (run) => {
    await Promise.all([run.workers.start(), run.workers.start()]);
    await setClockBeforeEndOf(run.db, 0, 1);
    await until('the day is over', 20, async () => (await countStanding(run.db)) > 0);
    await allFired(run);
    await report(title, run);
    expect((await lateness(run.db)).fired).toBe(10_000);
    expect(run.workers.troubles()).toEqual([]);
    return judge(run.db);
  });
}

describe('10,000 due deadlines, two workers', () => {
  it('fire once each and none early when all fall due at one instant, without Redis', async () => {
    expect(await tenThousandAtOneInstant('one instant, no Redis', {})).toEqual(FLAWLESS);
  });

  it('fire once each and none early while both workers are killed twice, without Redis', async () => {
    await withWorkers({ days: 2, perDay: 5000 }, {}, async (run) => {
      expect(await killing(run, { days: 2, rounds: 2 })).toBe(2);
      await allFired(run);
      expect((await lateness(run.db)).fired).toBe(10_000);
      expect(await judge(run.db)).toEqual(FLAWLESS);
      expect(run.workers.troubles()).toEqual([]);
    });
  });

  it('act twice when a handler acts outside its transaction: the same killing shows it', async () => {
    const verdict = await withWorkers({ days: 2, perDay: 5000 }, { mutant: true }, async (run) => {
      await killing(run, { days: 2, rounds: 2 });
      await allFired(run);
      return judge(run.db);
    });
    expect(verdict).toEqual({ missing: 0, double: expect.any(Number) as number, early: 0 });
    expect(verdict.double).toBeGreaterThan(0);
  });

  describeWithRedis((redisUrl) => {
    it('fire once each and none early when all fall due at one instant', async () => {
      expect(await tenThousandAtOneInstant('one instant, Redis', { redisUrl })).toEqual(FLAWLESS);
    });

    it('fire once each, most of them through Redis, when they fall due by the hundreds', async () => {
      await withWorkers({ days: 20, perDay: 500 }, { redisUrl }, async (run) => {
        await Promise.all([run.workers.start(), run.workers.start()]);
        for (let day = 0; day < 20; day += 1) {
          await setClockBeforeEndOf(run.db, day, 0);
          await until('the day is done', 30, async () => (await countStanding(run.db)) === 0);
        }
        await report('by the hundreds, Redis', run);
        const { fired, dispatched } = await lateness(run.db);
        expect(fired).toBe(10_000);
        expect(dispatched).toBeGreaterThan(5000);
        expect(await judge(run.db)).toEqual(FLAWLESS);
        expect(run.workers.troubles()).toEqual([]);
      });
    });

    it(`fire once each and none early with FLUSHALL and kill -9 in between (seed ${SEED})`, async () => {
      await withWorkers({ days: 20, perDay: 500 }, { redisUrl }, async (run) => {
        const hits = await killing(run, { days: 20, rounds: 4 }, () =>
          tellRedis(redisUrl, 'FLUSHALL'),
        );
        expect(hits).toBeGreaterThan(0);
        await allFired(run);
        const { fired, dispatched } = await lateness(run.db);
        expect(fired).toBe(10_000);
        expect(dispatched).toBeGreaterThan(0);
        expect(await judge(run.db)).toEqual(FLAWLESS);
        expect(run.workers.troubles()).toEqual([]);
      });
    });
  });

  it('fire once each without waiting when the Redis that was promised is not there', async () => {
    const redisUrl = 'redis://127.0.0.1:1';
    expect(await tenThousandAtOneInstant('one instant, Redis away', { redisUrl })).toEqual(
      FLAWLESS,
    );
  });
});
