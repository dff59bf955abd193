import { type Transaction } from '../../../platform/database/transaction';

/** A filter of the list under a name. */
export interface WorkView {
  readonly id: string;
  readonly name: string;
  /** As the address holds it, without '?'. */
  readonly query: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly ownerName: string;
  /** The first page of who reads it. */
  readonly isStart: boolean;
}

/** Own and shared views, by name. */
export function listViews(tx: Transaction): Promise<WorkView[]> {
  return tx.query<WorkView>(
    `select id, name, query, shared, account_id = platform.actor() as own,
        owner_name as "ownerName", is_start and account_id = platform.actor() as "isStart"
       from insight.work_view order by lower(name), id`,
  );
}

export interface NewView {
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly ownerName: string;
}

/** Keeps a view; one's own of the same name takes the new filter. */
export async function keepView(tx: Transaction, view: NewView): Promise<void> {
  await tx.query(
    `insert into insight.work_view (name, query, shared, owner_name) values ($1, $2, $3, $4)
     on conflict (account_id, lower(name)) do update
        set name = excluded.name, query = excluded.query, shared = excluded.shared`,
    [view.name, view.query, view.shared, view.ownerName],
  );
}

/** Null for none: then the first page is the whole list. False when it is not one's own. */
export async function chooseStart(tx: Transaction, id: string | null): Promise<boolean> {
  await tx.query(
    `update insight.work_view set is_start = false
      where account_id = platform.actor() and is_start and id is distinct from $1::uuid`,
    [id],
  );
  if (id === null) return true;
  const rows = await tx.query(
    `update insight.work_view set is_start = true
      where account_id = platform.actor() and id = $1 returning id`,
    [id],
  );
  return rows.length === 1;
}

export async function removeView(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.query(
    `delete from insight.work_view where account_id = platform.actor() and id = $1 returning id`,
    [id],
  );
  return rows.length === 1;
}
