import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** Everyone who holds a role of the staff today, by name; somebody with two roles stands there once. */
export function listColleagues(tx: Transaction): Promise<Colleague[]> {
  return tx.query<Colleague>(
    `select account_id as id, min(name) as name, min(role) as role from insight.colleagues()
      group by account_id order by 2, 1`,
  );
}

export interface Holding {
  readonly toAccount: string | null;
  readonly toName: string | null;
  readonly reason: string | null;
  readonly byName: string;
}

export async function assignItems(
  tx: Transaction,
  ids: readonly string[],
  { toAccount, toName, reason, byName }: Holding,
): Promise<void> {
  await tx.query(
    `insert into insight.work_assignment (item_id, to_account, to_name, reason, by_name)
     select id, $2, $3, $4, $5 from unnest($1::uuid[]) as id`,
    [ids, toAccount, toName, reason, byName],
  );
  await tx.query(
    `update insight.work_item set assigned_to = $2, assigned_name = $3, version = version + 1
      where id = any($1::uuid[])`,
    [ids, toAccount, toName],
  );
}

export interface Aside {
  /** Null: taken up again. */
  readonly until: PlainDate | null;
  readonly reason: string;
  readonly byName: string;
}

export async function putAside(
  tx: Transaction,
  ids: readonly string[],
  { until, reason, byName }: Aside,
): Promise<void> {
  await tx.query(
    `insert into insight.work_aside (item_id, until_day, reason, by_name)
     select id, $2, $3, $4 from unnest($1::uuid[]) as id`,
    [ids, until, reason, byName],
  );
  await tx.query(
    `update insight.work_item set aside_until = $2::date,
        aside_reason = case when $2::date is null then null else $3 end, version = version + 1
      where id = any($1::uuid[])`,
    [ids, until, reason],
  );
}

export async function judgeItems(
  tx: Transaction,
  ids: readonly string[],
  { reason, byName }: { readonly reason: string; readonly byName: string },
): Promise<void> {
  await tx.query(
    `insert into insight.work_judgement (item_id, facts, reason, by_name)
     select i.id, i.facts, $2, $3 from insight.work_item i where i.id = any($1::uuid[])`,
    [ids, reason, byName],
  );
  await tx.query(
    `update insight.work_item set ended_at = platform.now(), ended_by = 'judged',
        aside_until = null, aside_reason = null, version = version + 1
      where id = any($1::uuid[])`,
    [ids],
  );
}

/** One line of what people did with a thing that waits. */
export interface WorkEvent {
  readonly what: 'assigned' | 'released' | 'aside' | 'taken_up' | 'judged';
  readonly toName: string | null;
  readonly until: PlainDate | null;
  readonly reason: string | null;
  readonly byName: string;
  readonly at: string;
}

/** Newest first. */
export function historyOf(tx: Transaction, itemId: string): Promise<WorkEvent[]> {
  return tx.query<WorkEvent>(
    `select what, "toName", until, reason, "byName", platform.iso(at) as at from (
       select case when to_account is null then 'released' else 'assigned' end as what,
           to_name as "toName", null::text as until, reason, by_name as "byName", at, id
         from insight.work_assignment where item_id = $1
       union all
       select case when until_day is null then 'taken_up' else 'aside' end, null, until_day::text,
           reason, by_name, at, id from insight.work_aside where item_id = $1
       union all
       select 'judged', null, null, reason, by_name, at, id
         from insight.work_judgement where item_id = $1) x
      order by x.at desc, x.id`,
    [itemId],
  );
}
