import { setTimeout as wait } from 'node:timers/promises';
import {
  ConfirmImport,
  type ImportRun,
  readRun,
  StartImport,
} from '../../../src/modules/imports/public';
import { RegisterDonors } from '../../../src/modules/donors/public';
import { Database } from '../../../src/platform/database/database';
import { aParty, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { type AppWorker, startAppWorker } from '../../support/start-app-worker';

const KILLS = Number(process.env['KILLS'] ?? 10);
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const ROWS = 1_500;
const DONORS = 300;

/** The same seed gives the same moments. */
function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A worker of our own program, killed by its own number, on the database of this test. */
describe('A worker that is killed in the middle of an import', () => {
  let site: TestApp;
  let worker: AppWorker;
  const random = numbersOf(SEED);

  beforeAll(async () => {
    site = await startTestApp();
    worker = await startAppWorker(site.test);
  }, 120_000);
  afterAll(async () => {
    await worker.kill();
    await site.close();
  });

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (let step = 0; step < 3_000; step += 1) {
      if (await holds()) return;
      await wait(20);
    }
    throw new Error(`it never came to this: ${what}`);
  }

  const scopeOf = (tenantId: string): ReturnType<typeof treasurerScope> => treasurerScope(tenantId);

  async function aFile(): Promise<{ readonly tenantId: string; readonly bytes: Buffer }> {
    const { tenantId } = await aParty(site.app);
    const particulars = {
      address: 'Dorpsstraat 1',
      residence: 'Utrecht',
      country: 'NL',
      tradeRegisterNumber: null,
      inTradeRegister: null,
      ubos: [],
    };
    const ids = await site.app.get(Database).inTransaction(scopeOf(tenantId), (tx) =>
      site.app.get(RegisterDonors).run(
        tx,
        Array.from({ length: DONORS }, (_, at) => ({
          kind: 'natural_person' as const,
          particulars: { ...particulars, name: `Gever ${String(at)}` },
          declaration: null,
        })),
      ),
    );
    const lines = Array.from(
      { length: ROWS },
      (_, at) => `${ids[at % DONORS] ?? ''};Gift;17-04-2025;${String(at + 1)},00;K${String(at)}`,
    );
    const head = 'Gevernummer;Soort bijdrage;Datum ontvangst;Bedrag;Kenmerk';
    return { tenantId, bytes: Buffer.from([head, ...lines].join('\n')) };
  }

  function send(tenantId: string, bytes: Buffer): Promise<string> {
    return site.app.get(Database).inTransaction(scopeOf(tenantId), async (tx) => {
      const command = {
        kind: 'contributions',
        year: 2025,
        name: 'g.csv',
        bytes,
        again: false,
      } as const;
      return (await site.app.get(StartImport).run(tx, command)).importId ?? '';
    });
  }

  function confirm(tenantId: string, id: string): Promise<void> {
    return site.app
      .get(Database)
      .inTransaction(scopeOf(tenantId), (tx) => site.app.get(ConfirmImport).run(tx, id, 'all'));
  }

  async function stateOf(tenantId: string, id: string): Promise<ImportRun['state'] | undefined> {
    const run = await site.app
      .get(Database)
      .inTransaction(scopeOf(tenantId), (tx) => readRun(tx, id));
    return run?.state;
  }

  /** What is committed of one import, once the server has noticed that its client is gone. */
  async function left(tenantId: string, id: string): Promise<Readonly<Record<string, unknown>>> {
    await until('no transaction goes on', async () => {
      const [busy] = await site.test.ownerQuery<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
      );
      return busy?.n === 0;
    });
    const [row] = await site.test.ownerQuery<Record<string, unknown>>(
      `select r.state, r.rows_good as good, r.rows_booked as counted,
              (select count(*)::int from core.import_row w where w.run_id = r.id) as rows,
              (select count(*)::int from core.import_row w
                where w.run_id = r.id and w.state = 'booked' and w.booked_id is not null) as done,
              (select count(*)::int from core.contribution c where c.tenant_id = r.tenant_id) as gifts,
              (select count(*)::int from core.notice_duty d where d.tenant_id = r.tenant_id) as duties
         from core.import_run r where r.tenant_id = $1 and r.id = $2`,
      [tenantId, id],
    );
    return row ?? {};
  }

  const NOTHING = { good: 0, counted: 0, rows: 0, done: 0, gifts: 0, duties: 0 };
  const READ = { ...NOTHING, state: 'read', good: ROWS, rows: ROWS };
  let duties = 0;

  /** Milliseconds from the moment that the job runs until it is done. */
  async function timed(tenantId: string, id: string, goal: ImportRun['state']): Promise<number> {
    await running(tenantId);
    const begun = performance.now();
    await until(goal, async () => (await stateOf(tenantId, id)) === goal);
    return performance.now() - begun;
  }

  function running(tenantId: string): Promise<void> {
    return until('the job runs', async () => {
      const jobs = await site.test.ownerQuery(
        `select 1 from platform.job
          where tenant_id = $1 and kind like 'imports.%' and state = 'running'`,
        [tenantId],
      );
      return jobs.length > 0;
    });
  }

  it(`leaves all or nothing, and the import goes on by itself (${String(KILLS)} kills, SEED=${String(SEED)})`, async () => {
    const first = await aFile();
    const whole = await send(first.tenantId, first.bytes);
    const reading = await timed(first.tenantId, whole, 'read');
    await confirm(first.tenantId, whole);
    const booking = await timed(first.tenantId, whole, 'booked');
    duties = Number((await left(first.tenantId, whole))['duties']);
    const BOOKED = {
      state: 'booked',
      good: ROWS,
      counted: ROWS,
      rows: ROWS,
      done: ROWS,
      gifts: ROWS,
      duties,
    };
    const seen = { readingNothing: 0, readingAll: 0, bookingNothing: 0, bookingAll: 0 };

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const { tenantId, bytes } = await aFile();
      const whileBooking = random() < 0.6;
      const moment = random() * (whileBooking ? booking : reading) * 1.1;
      const id = await send(tenantId, bytes);
      if (whileBooking) {
        await until('read', async () => (await stateOf(tenantId, id)) === 'read');
        await confirm(tenantId, id);
      }
      await running(tenantId).catch(() => undefined);
      await wait(moment);
      await worker.kill();
      const after = await left(tenantId, id);
      const nothing = whileBooking
        ? { ...READ, state: 'booking' }
        : { ...NOTHING, state: 'waiting' };
      const isNothing = after['state'] === nothing.state;
      expect(after).toEqual(isNothing ? nothing : whileBooking ? BOOKED : READ);
      seen[`${whileBooking ? 'booking' : 'reading'}${isNothing ? 'Nothing' : 'All'}`] += 1;

      // As if the minute had passed for which the dead worker holds its job.
      await site.test.ownerQuery(
        `update platform.job set lease_until = clock_timestamp() where state = 'running'`,
      );
      worker = await startAppWorker(site.test);
      if (!whileBooking) {
        await until('read', async () => (await stateOf(tenantId, id)) === 'read');
        expect(await left(tenantId, id)).toEqual(READ);
        await confirm(tenantId, id);
      }
      await until('booked', async () => (await stateOf(tenantId, id)) === 'booked');
      expect(await left(tenantId, id)).toEqual(BOOKED);
    }
    process.stderr.write(`kills: ${JSON.stringify({ KILLS, SEED, reading, booking, ...seen })}\n`);
  }, 3_600_000);
});
