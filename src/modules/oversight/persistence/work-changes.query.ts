import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type WorkKind } from '../facts/work-kinds';

/** What came and went from a moment on, by kind. */
export interface KindChange {
  readonly kind: WorkKind;
  readonly came: number;
  readonly done: number;
}

/** Work that came and was done again within the time counts on both sides. */
export function changesSince(tx: Transaction, from: string): Promise<KindChange[]> {
  return tx.query<KindChange>(
    `select kind, sum(came)::int as came, sum(done)::int as done from (
       select kind, 1 as came, 0 as done from insight.work_item where opened_at >= $1
       union all
       select kind, 0, 1 from insight.work_item where ended_at >= $1) x
      group by kind order by kind`,
    [from],
  );
}

/** The instant at which a day begins in the Netherlands: ISO 8601 in UTC. */
export async function startOf(tx: Transaction, day: PlainDate): Promise<string> {
  const [row] = await tx.query<{ at: string }>(
    `select platform.iso($1::date::timestamp at time zone 'Europe/Amsterdam') as at`,
    [day],
  );
  if (row === undefined) throw new Error('a day has no beginning');
  return row.at;
}

export interface Decided {
  readonly caseId: string;
  readonly number: string;
  readonly organisation: string;
  readonly purpose: 'fine' | 'no_fine' | 'objection' | 'set_off';
  readonly at: string;
}

/** Decisions since then, newest first. */
export function decidedSince(tx: Transaction, from: string, limit: number): Promise<Decided[]> {
  return tx.query<Decided>(
    `select c.id as "caseId", c.number, o.name as organisation, d.purpose,
        platform.iso(d.decided_at) as at
       from core.case_decision d
       join core.enforcement_case c on c.tenant_id = d.tenant_id and c.id = d.case_id
       join core.organisation o on o.tenant_id = d.tenant_id
      where d.decided_at >= $1 order by d.decided_at desc, d.id limit $2`,
    [from, limit],
  );
}

export interface PersonLoad {
  readonly accountId: string;
  readonly name: string;
  readonly n: number;
  readonly late: number;
}

/** Who has how much, of what is not set aside. */
export function loadOfPeople(tx: Transaction): Promise<PersonLoad[]> {
  return tx.query<PersonLoad>(
    `select assigned_to as "accountId", min(assigned_name) as name, count(*)::int as n,
        (count(*) filter (where due_on < (select platform.today())))::int as late
       from insight.work_item
      where ended_at is null and assigned_to is not null
        and (aside_until is null or aside_until <= (select platform.today()))
      group by assigned_to order by 2, 1`,
  );
}
