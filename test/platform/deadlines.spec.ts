import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { type Transaction } from '../../src/platform/database/transaction';
import { ClockGuard } from '../../src/platform/deadlines/clock-guard';
import { Firing } from '../../src/platform/deadlines/firing';
import { steadyNow } from '../../src/platform/deadlines/machine-clock';
import {
  cancelDeadlines,
  deadlineHealth,
  defineDeadline,
  HandlesDeadline,
  holdDeadline,
  releaseDeadline,
  scheduleDeadline,
  type Deadline,
  type DeadlineHandler,
  type Effect,
  type NewDeadline,
} from '../../src/platform/deadlines/public';
import { newId } from '../../src/platform/ids/id';
import { workerScope } from '../../src/platform/jobs/public';
import { Worker } from '../../src/platform/worker/public';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { ACTS_TABLE, FaithfulHandler, WorkerApp } from './support/worker-app';
import { appScope, Gate, STAFF } from './support/scopes';

const NOTE = defineDeadline('test.note');

type Behaviour = (tx: Transaction, deadlines: readonly Deadline[]) => Promise<readonly Effect[]>;

const obedient: Behaviour = (_tx, deadlines) =>
  Promise.resolve(deadlines.map(({ id }) => ({ deadlineId: id, effect: { did: 'noted' } })));

/** Does what the test at hand wants. */
@HandlesDeadline()
class NoteHandler implements DeadlineHandler {
  readonly kind = NOTE.kind;
  behaviour: Behaviour = obedient;

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return this.behaviour(tx, deadlines);
  }
}

const OPTIONS = { worker: false, mail: { folder: '/nonexistent', sender: 'a@test.invalid' } };
const TENANT = newId();
const DAY = plainDate('2025-04-24');
const AFTERWARDS = '2025-04-25T00:00:01+02:00';

let db: TestDatabase;
let app: INestApplicationContext;
let handler: NoteHandler;

function boot(handlers: Parameters<typeof WorkerApp.of>[1]): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerApp.of(db.database, handlers, OPTIONS), {
    logger: false,
    abortOnError: false,
  });
}

beforeAll(async () => {
  db = await openTestDatabase();
  await db.ownerQuery(ACTS_TABLE);
  app = await boot([NoteHandler, FaithfulHandler]);
  handler = app.get(NoteHandler);
});

afterAll(async () => {
  await app.close();
  await db.close();
});

beforeEach(async () => {
  handler.behaviour = obedient;
  await db.ownerQuery('truncate platform.deadline_effect, platform.deadline');
  await db.setClock('2025-04-24T12:00:00+02:00');
});

const drain = (): Promise<{ fired: number }> => app.get(Worker).drainOnce();

function note(subjectId: string, more: Partial<NewDeadline> = {}): NewDeadline {
  return { kind: NOTE.kind, subjectId, localDate: DAY, ruleVersion: '1', ...more };
}

const asTenant = <T>(work: (tx: Transaction) => Promise<T>, tenantId = TENANT): Promise<T> =>
  db.database.inTransaction(appScope(tenantId), work);

const schedule = (input: NewDeadline): ReturnType<typeof scheduleDeadline> =>
  asTenant((tx) => scheduleDeadline(tx, input));

async function statesOf(subjectId: string): Promise<readonly string[]> {
  const rows = await db.ownerQuery<{ state: string }>(
    'select state from platform.deadline where subject_id = $1 order by created_at, id',
    [subjectId],
  );
  return rows.map(({ state }) => state);
}

describe('The instant a deadline falls due', () => {
  const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const HOUR = 3_600_000;
  const DAY_LENGTH = 24 * HOUR;

  /** The instant at which a day begins in Amsterdam, found by asking Intl. */
  function beginningOf(utcMidnight: number): number {
    const day = new Date(utcMidnight).toISOString().slice(0, 10);
    const found = [1, 2].map((hours) => utcMidnight - hours * HOUR);
    const match = found.find((instant) => AMSTERDAM.format(instant) === `${day} 00:00:00`);
    if (match === undefined) throw new Error(`no midnight on ${day}`);
    return match;
  }

  it('is midnight in Amsterdam, for every day from 2024 to 2045, as Intl has it', async () => {
    await db.ownerQuery(
      `insert into platform.deadline
         (tenant_id, id, kind, subject_id, occurrence, local_date, moment, rule_version)
       select $1, gen_random_uuid(), 'test.note', $1, day::date::text || moment, day, moment, '1'
         from generate_series('2024-01-01'::date, '2045-12-31'::date, '1 day') day,
              unnest(array['start_of_day', 'end_of_day']) moment`,
      [TENANT],
    );
    const rows = await db.ownerQuery<{ day: string; moment: string; due: number }>(
      `select extract(epoch from local_date)::float8 * 1000 as day, moment,
              extract(epoch from due_at)::float8 * 1000 as due from platform.deadline`,
    );
    const wrong = rows.filter(({ day, moment, due }) => {
      const begins = Number(day) + (moment === 'end_of_day' ? DAY_LENGTH : 0);
      return due !== beginningOf(begins);
    });
    expect(rows).toHaveLength(2 * 8036);
    expect(wrong).toEqual([]);
  });

  it('is not so many times 24 hours later: two days of a year are shorter or longer', () => {
    const first = beginningOf(Date.UTC(2025, 9, 26));
    expect(first + DAY_LENGTH).not.toBe(beginningOf(Date.UTC(2025, 9, 27)));
  });

  it.each([
    ['end_of_day', '2025-04-24T23:59:50+02:00', '2025-04-25T00:00:00+02:00'],
    ['start_of_day', '2025-04-23T23:59:50+02:00', '2025-04-24T00:00:00+02:00'],
  ] as const)(
    '%s: nothing before midnight, everything from midnight on',
    async (moment, before, at) => {
      const subject = newId();
      await db.setClock('2025-04-20T12:00:00+02:00');
      await schedule(note(subject, { moment }));
      await db.setClock(before);
      expect((await drain()).fired).toBe(0);
      await db.setClock(at);
      expect((await drain()).fired).toBe(1);
      expect(await statesOf(subject)).toEqual(['fired']);
    },
  );

  it('is guarded by PostgreSQL itself: a row cannot be marked as fired earlier', async () => {
    const { id } = await schedule(note(newId()));
    const early = db.ownerQuery(
      `update platform.deadline set state = 'fired', fired_at = due_at - interval '1 microsecond'
        where id = $1`,
      [id],
    );
    await expect(early).rejects.toThrow('deadline_never_early');
  });
});

describe('Scheduling', () => {
  async function somebodyWaitsForALock(): Promise<boolean> {
    const waiting = await db.ownerQuery(
      `select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length > 0;
  }

  it('writes nothing when the transaction of the caller fails', async () => {
    const subject = newId();
    const failing = asTenant(async (tx) => {
      await scheduleDeadline(tx, note(subject));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await statesOf(subject)).toEqual([]);
  });

  it('of the same duty twice leaves one deadline', async () => {
    const subject = newId();
    const first = await schedule(note(subject));
    const second = await schedule(note(subject));
    expect(second).toEqual({ id: first.id, outcome: 'unchanged' });
    expect(await statesOf(subject)).toEqual(['pending']);
  });

  it('by twenty transactions at once leaves one deadline', async () => {
    const subject = newId();
    const all = await Promise.all(Array.from({ length: 20 }, () => schedule(note(subject))));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await statesOf(subject)).toEqual(['pending']);
  });

  it('with another date moves the pending one, and only the new date fires', async () => {
    const subject = newId();
    await schedule(note(subject));
    const later = plainDate('2025-05-01');
    expect((await schedule(note(subject, { localDate: later }))).outcome).toBe('moved');
    expect([...(await statesOf(subject))].sort()).toEqual(['cancelled', 'pending']);
    await db.setClock(AFTERWARDS);
    expect((await drain()).fired).toBe(0);
    await db.setClock('2025-05-02T00:00:00+02:00');
    expect((await drain()).fired).toBe(1);
  });

  it('of a duty that fired changes nothing, whatever the date', async () => {
    const subject = newId();
    const { id } = await schedule(note(subject));
    await db.setClock(AFTERWARDS);
    await drain();
    const again = await schedule(note(subject, { localDate: plainDate('2026-01-01') }));
    expect(again).toEqual({ id, outcome: 'fired' });
    await db.setClock('2027-01-01T00:00:00+01:00');
    expect((await drain()).fired).toBe(0);
  });

  it('cancelled does not fire, and may be scheduled again', async () => {
    const subject = newId();
    await schedule(note(subject));
    await schedule(note(subject, { occurrence: 'other' }));
    const cancel = { subjectId: subject, kinds: [NOTE.kind], occurrence: 'once' };
    expect(await asTenant((tx) => cancelDeadlines(tx, cancel))).toBe(1);
    expect(await asTenant((tx) => cancelDeadlines(tx, cancel))).toBe(0);
    await db.setClock(AFTERWARDS);
    expect((await drain()).fired).toBe(1);
    expect((await schedule(note(subject))).outcome).toBe('scheduled');
    expect((await drain()).fired).toBe(1);
  });

  it('cannot be cancelled any more while it fires: whoever comes second finds it fired', async () => {
    const subject = newId();
    const gate = new Gate();
    handler.behaviour = async (tx, deadlines) => {
      await gate.pass();
      return obedient(tx, deadlines);
    };
    await schedule(note(subject));
    await db.setClock(AFTERWARDS);
    const firing = drain();
    await gate.reached;
    const cancelling = asTenant((tx) => cancelDeadlines(tx, { subjectId: subject }));
    while (!(await somebodyWaitsForALock()));
    gate.open();
    expect((await firing).fired).toBe(1);
    expect(await cancelling).toBe(0);
    expect(await statesOf(subject)).toEqual(['fired']);
  });
});

describe('Firing', () => {
  async function scheduleMany(count: number): Promise<readonly string[]> {
    const subjects = Array.from({ length: count }, newId);
    await asTenant(async (tx) => {
      for (const subject of subjects) await scheduleDeadline(tx, note(subject));
    });
    await db.setClock(AFTERWARDS);
    return subjects;
  }

  const failed = (subjectId: string | undefined): Promise<unknown[]> =>
    db.ownerQuery(
      `select state, attempts, last_error, retry_at > clock_timestamp() as waits
         from platform.deadline where subject_id = $1`,
      [subjectId],
    );

  it('does not let one bad deadline stop the others, and tries the bad one again later', async () => {
    const subjects = await scheduleMany(30);
    const bad = subjects[13];
    handler.behaviour = async (tx, deadlines) => {
      if (deadlines.some(({ subjectId }) => subjectId === bad)) {
        await tx.query('select 1 / 0');
      }
      return obedient(tx, deadlines);
    };
    expect((await drain()).fired).toBe(29);
    expect(await failed(bad)).toEqual([
      {
        state: 'pending',
        attempts: 1,
        last_error: 'error 22012: division by zero',
        waits: true,
      },
    ]);
    handler.behaviour = obedient;
    expect((await drain()).fired).toBe(0);
    await db.ownerQuery('update platform.deadline set retry_at = clock_timestamp()');
    expect((await drain()).fired).toBe(1);
  });

  it('undoes what a handler wrote when it gives no effect for one of its deadlines', async () => {
    const [subject] = await scheduleMany(1);
    handler.behaviour = async (tx, deadlines) => {
      await tx.query('insert into test_acts.act (deadline_id) values ($1)', [deadlines[0]?.id]);
      return [];
    };
    expect((await drain()).fired).toBe(0);
    expect(await db.ownerQuery('select * from test_acts.act')).toEqual([]);
    expect(await failed(subject)).toMatchObject([
      { last_error: expect.stringContaining('0 effects for 1 deadlines') },
    ]);
  });

  it('keeps one effect for each deadline and hands the handler what was scheduled', async () => {
    const subject = newId();
    const seen: Deadline[] = [];
    handler.behaviour = (tx, deadlines) => {
      seen.push(...deadlines);
      return obedient(tx, deadlines);
    };
    const { id } = await schedule(note(subject, { occurrence: '2025', ruleVersion: 'b' }));
    await db.setClock(AFTERWARDS);
    await drain();
    expect(seen).toEqual([
      {
        id,
        tenantId: TENANT,
        kind: 'test.note',
        subjectId: subject,
        occurrence: '2025',
        localDate: '2025-04-24',
        moment: 'end_of_day',
        dueAt: '2025-04-24T22:00:00.000Z',
        ruleVersion: 'b',
        firedAt: expect.stringMatching(/^2025-04-24T22:00:0/),
      },
    ]);
    expect(await db.ownerQuery('select deadline_id, effect from platform.deadline_effect')).toEqual(
      [{ deadline_id: id, effect: { did: 'noted' } }],
    );
  });

  it('by four at once shares 2,000 deadlines out and does none twice', async () => {
    await db.ownerQuery(
      `insert into platform.deadline
         (tenant_id, id, kind, subject_id, occurrence, local_date, rule_version)
       select $1, gen_random_uuid(), 'test.note', gen_random_uuid(), 'once', '2025-04-24', '1'
         from generate_series(1, 2000)`,
      [TENANT],
    );
    await db.setClock(AFTERWARDS);
    const fired = await Promise.all([drain(), drain(), drain(), drain()]);
    expect(fired.reduce((sum, one) => sum + one.fired, 0)).toBe(2000);
  });

  it('leaves a held deadline alone until it is released', async () => {
    const { id } = await schedule(note(newId()));
    const asWorker = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      db.database.inTransaction(workerScope('test'), work);
    expect(await asWorker((tx) => holdDeadline(tx, id, 'to be looked at'))).toBe(true);
    await db.setClock(AFTERWARDS);
    expect((await drain()).fired).toBe(0);
    expect(await asWorker(deadlineHealth)).toMatchObject({ pending: 0, held: 1 });
    expect(await asWorker((tx) => releaseDeadline(tx, id))).toBe(true);
    expect((await drain()).fired).toBe(1);
  });

  it('goes on when the clock of the demonstration is moved, forward and back', async () => {
    await schedule(note(newId()));
    await schedule(note(newId(), { localDate: plainDate('2031-01-01') }));
    await db.setClock(AFTERWARDS);
    expect((await drain()).fired).toBe(1);
    await db.setClock('2031-01-02T00:00:00+01:00');
    expect((await drain()).fired).toBe(1);
    await db.setClock('2025-04-24T12:00:00+02:00');
    expect((await drain()).fired).toBe(0);
  });

  it('is watched: how many are overdue, and for how long', async () => {
    await schedule(note(newId()));
    await schedule(note(newId(), { localDate: plainDate('2030-01-01') }));
    await db.setClock('2025-04-25T00:01:30+02:00');
    const health = await db.database.inTransaction(workerScope('test'), deadlineHealth);
    expect(health).toEqual({
      pending: 2,
      overdue: 1,
      oldestOverdueSeconds: expect.any(Number),
      failing: 0,
      held: 0,
    });
    expect(health.oldestOverdueSeconds).toBeGreaterThanOrEqual(90);
    expect(health.oldestOverdueSeconds).toBeLessThan(120);
  });
});

describe('The clock guard', () => {
  const HOUR = 3_600_000;

  it('also stops a jump after its last look: the claiming statement compares', async () => {
    await schedule(note(newId()));
    await db.setClock(AFTERWARDS);
    const [real] = await db.ownerQuery<{ at: number }>(
      'select extract(epoch from clock_timestamp())::float8 * 1000 as at',
    );
    const fireWith = async (postgres: number): Promise<number> => {
      const guard = new ClockGuard();
      guard.judge({ postgres, machine: postgres, steady: steadyNow() });
      const handlers = new Map<string, DeadlineHandler>([[NOTE.kind, handler]]);
      return new Firing(db.database, () => handlers, guard, 'test').fireAll({ overdueSeconds: 0 });
    };
    expect(await fireWith((real?.at ?? 0) - HOUR)).toBe(0);
    expect(await fireWith(real?.at ?? 0)).toBe(1);
  });
});

describe('Who may touch a deadline', () => {
  const other = newId();

  async function refused(work: Promise<unknown>): Promise<void> {
    await expect(work).rejects.toThrow(/permission denied|row-level security/);
  }

  it('a tenant sees and cancels its own only', async () => {
    const subject = newId();
    await schedule(note(subject));
    const seen = (tx: Transaction): Promise<unknown[]> =>
      tx.query('select id from platform.deadline');
    expect(await asTenant(seen)).toHaveLength(1);
    expect(await asTenant(seen, other)).toHaveLength(0);
    const cancel = { subjectId: subject, kinds: [NOTE.kind] };
    expect(await asTenant((tx) => cancelDeadlines(tx, cancel), other)).toBe(0);
    const forTenant = { ...cancel, tenantId: TENANT };
    expect(await asTenant((tx) => cancelDeadlines(tx, forTenant), other)).toBe(0);
    expect(await statesOf(subject)).toEqual(['pending']);
  });

  it('a tenant cannot write a deadline for another, and none that is not pending', async () => {
    await refused(asTenant((tx) => scheduleDeadline(tx, note(newId(), { tenantId: other }))));
    await refused(
      asTenant((tx) =>
        tx.query(
          `insert into platform.deadline (tenant_id, id, kind, subject_id, occurrence, local_date,
             rule_version, state) values ($1, $2, 'test.note', $2, '1', '2025-01-01', '1', 'held')`,
          [TENANT, newId()],
        ),
      ),
    );
  });

  it.each([
    ["state = 'fired'"],
    ["state = 'held'"],
    ["local_date = '2099-01-01'"],
    ['fired_at = platform.now()'],
    ['tenant_id = gen_random_uuid()'],
  ])('a tenant cannot set %s', async (change) => {
    await schedule(note(newId()));
    await refused(asTenant((tx) => tx.query(`update platform.deadline set ${change}`)));
  });

  it('a tenant cannot bring back what was cancelled, and cannot delete', async () => {
    const subject = newId();
    await schedule(note(subject));
    await asTenant((tx) => cancelDeadlines(tx, { subjectId: subject }));
    await asTenant((tx) => tx.query(`update platform.deadline set state = 'pending'`));
    expect(await statesOf(subject)).toEqual(['cancelled']);
    await refused(asTenant((tx) => tx.query('delete from platform.deadline')));
  });
  it('the overseer sees those of every tenant and changes none but those of its cases', async () => {
    const subject = newId();
    await schedule(note(subject));
    const asStaff = (sql: string) => db.database.inTransaction(STAFF, (tx) => tx.query(sql));
    expect(await asStaff('select id, state, due_at from platform.deadline')).toHaveLength(1);
    await asStaff(`update platform.deadline set state = 'cancelled'`);
    expect(await statesOf(subject)).toEqual(['pending']);
    await refused(asStaff('select last_error from platform.deadline'));
  });
});

describe('The boot', () => {
  it('refuses a kind without a handler', async () => {
    await expect(boot([FaithfulHandler])).rejects.toThrow(
      'no provider handles the deadline "test.note"',
    );
  });

  it('refuses a kind with two handlers', async () => {
    @HandlesDeadline()
    class Second extends NoteHandler {}
    await expect(boot([FaithfulHandler, NoteHandler, Second])).rejects.toThrow(
      'two providers handle the deadline "test.note"',
    );
  });

  it('refuses a kind that is defined twice', () => {
    expect(() => defineDeadline('test.note')).toThrow('the deadline "test.note" is defined twice');
  });
});
