import { type Transaction } from '../../../platform/database/transaction';

export interface EntryRow<Content> {
  readonly key: string;
  readonly sequence: number;
  readonly content: Content;
  readonly changedAt: string;
  readonly cancelledAt: string | null;
}

/** Two programs that ask at once are told the same: the second waits for the first. */
export async function holdCalendar(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('calendar/' || $1, 0))`, [
    tenantId,
  ]);
}

export function entriesOf<Content>(
  tx: Transaction,
  tenantId: string,
): Promise<EntryRow<Content>[]> {
  return tx.query<EntryRow<Content>>(
    `select key, sequence, content, platform.iso(changed_at) as "changedAt",
            platform.iso(cancelled_at) as "cancelledAt"
       from core.calendar_entry where tenant_id = $1 order by key`,
    [tenantId],
  );
}

export interface EntryToKeep {
  readonly key: string;
  readonly sequence: number;
  readonly content: object;
  readonly cancelled: boolean;
}

export async function keepEntries(
  tx: Transaction,
  tenantId: string,
  entries: readonly EntryToKeep[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `insert into core.calendar_entry as e (tenant_id, key, sequence, content, cancelled_at)
     select $1, key, sequence, content, case when cancelled then platform.now() end
       from jsonb_to_recordset($2::jsonb)
         as x (key text, sequence int, content jsonb, cancelled boolean)
     on conflict (tenant_id, key) do update set sequence = excluded.sequence,
       content = excluded.content, cancelled_at = excluded.cancelled_at,
       changed_at = platform.now()`,
    [tenantId, JSON.stringify(entries)],
  );
}
