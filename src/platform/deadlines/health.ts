import { type Transaction } from '../database/transaction';

export interface DeadlineHealth {
  /** Not fired yet, due or not. */
  readonly pending: number;
  /** Pending and due: what the workers should be busy with. */
  readonly overdue: number;
  /** How long the oldest of those is due, in whole seconds; null when there is none. */
  readonly oldestOverdueSeconds: number | null;
  /** Tried, failed, and waiting to be tried again. */
  readonly failing: number;
  /** Put aside by a person. */
  readonly held: number;
}

/** What a health page shows. Worker role. Overdue by more than a minute means: somebody must look. */
export async function deadlineHealth(tx: Transaction): Promise<DeadlineHealth> {
  const [row] = await tx.query<DeadlineHealth>(
    `with clock as materialized (select platform.now() as now)
     select count(*) filter (where state = 'pending')::integer as pending,
            count(*) filter (where state = 'pending' and due_at <= now)::integer as overdue,
            floor(extract(epoch from max(now - due_at)
              filter (where state = 'pending' and due_at <= now)))::integer as "oldestOverdueSeconds",
            count(*) filter (where state = 'pending' and attempts > 0)::integer as failing,
            count(*) filter (where state = 'held')::integer as held
       from platform.deadline, clock
      where state in ('pending', 'held')`,
  );
  if (row === undefined) throw new Error('PostgreSQL gave no counts');
  return row;
}
