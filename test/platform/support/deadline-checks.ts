import { type TestDatabase } from '../../support/database';
import { ACTS_TABLE } from './worker-app';

/** What went wrong, seen from PostgreSQL alone. */
export interface Verdict {
  readonly missing: number;
  readonly double: number;
  readonly early: number;
}

export const FLAWLESS: Verdict = { missing: 0, double: 0, early: 0 };

export const FIRST_DAY = '2025-04-01';

export interface Planned {
  readonly days: number;
  readonly perDay: number;
}

/** `perDay` deadlines on each of `days` days from FIRST_DAY on, of 50 tenants, and two sets that
 * may not fire: 500 of a later day, 500 cancelled. */
export async function plan(db: TestDatabase, { days, perDay }: Planned): Promise<void> {
  await db.ownerQuery(ACTS_TABLE);
  const insert = `
    insert into platform.deadline
      (tenant_id, id, kind, subject_id, occurrence, local_date, rule_version, state)
    select md5((n % 50)::text)::uuid, gen_random_uuid(), 'test.term', gen_random_uuid(), 'once',
           $1::date + n % $2, 'test', $4
      from generate_series(0, $3::integer - 1) n`;
  await db.ownerQuery(insert, [FIRST_DAY, days, days * perDay, 'pending']);
  await db.ownerQuery(insert, [laterDay(days), 1, 500, 'pending']);
  await db.ownerQuery(insert, [FIRST_DAY, 1, 500, 'cancelled']);
  await db.ownerQuery('analyze platform.deadline');
}

function laterDay(days: number): string {
  const [year, month, day] = FIRST_DAY.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) + days + 1))
    .toISOString()
    .slice(0, 10);
}

/** Puts the clock so many seconds before (or after, below zero) the end of day number `day`. */
export async function setClockBeforeEndOf(
  db: TestDatabase,
  day: number,
  seconds: number,
): Promise<void> {
  await db.ownerQuery(
    `select platform.set_clock(($1::date + $2::integer + 1)::timestamp at time zone 'Europe/Amsterdam'
                                 - make_interval(secs => $3))`,
    [FIRST_DAY, day, seconds],
  );
}

/** How many are due and still stand. */
export async function countStanding(db: TestDatabase): Promise<number> {
  const [row] = await db.ownerQuery<{ n: number }>(
    `select count(*)::integer as n from platform.deadline
      where state = 'pending' and due_at <= platform.now()`,
  );
  return row?.n ?? -1;
}

/** How often a handler acted. */
export async function countActs(db: TestDatabase): Promise<number> {
  const [row] = await db.ownerQuery<{ n: number }>(
    'select count(*)::integer as n from test_acts.act',
  );
  return row?.n ?? -1;
}

export async function judge(db: TestDatabase): Promise<Verdict> {
  const [verdict] = await db.ownerQuery<Verdict>(`
    with acted as (select deadline_id, count(*) as times, min(at) as at
                     from test_acts.act group by deadline_id)
    select
      (select count(*)::integer from platform.deadline d
        where d.due_at <= platform.now() and d.state <> 'cancelled'
          and not (d.state = 'fired'
                   and exists (select from acted a where a.deadline_id = d.id)
                   and exists (select from platform.deadline_effect e
                                where e.deadline_id = d.id))) as missing,
      (select coalesce(sum(times - 1), 0)::integer from acted) as double,
      (select count(*)::integer from acted a left join platform.deadline d on d.id = a.deadline_id
        where d.id is null or a.at < d.due_at or d.state = 'cancelled'
           or d.due_at > platform.now()) as early`);
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

export interface Lateness {
  readonly fired: number;
  readonly dispatched: number;
  readonly median: number;
  readonly worst: number;
}

/** Seconds between falling due and firing. */
export async function lateness(db: TestDatabase): Promise<Lateness> {
  const [row] = await db.ownerQuery<Lateness>(`
    select count(*)::integer as fired,
           (count(*) filter (where fired_by like '%dispatched'))::integer as dispatched,
           (percentile_cont(0.5) within group (order by extract(epoch from fired_at - due_at)))::float8
             as median,
           extract(epoch from max(fired_at - due_at))::float8 as worst
      from platform.deadline where state = 'fired'`);
  if (row === undefined) throw new Error('nothing fired');
  return row;
}
