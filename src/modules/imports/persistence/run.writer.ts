import { type Refusal } from '../../../platform/intake/public';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type Mode, type StoredOutcome } from './run.store';

export interface RowCounts {
  readonly good: number;
  readonly faulty: number;
  readonly warned: number;
}

export async function markRead(
  tx: Transaction,
  id: string,
  outcome: StoredOutcome,
  rows: RowCounts,
): Promise<void> {
  await tx.query(
    `update core.import_run set state = 'read', read_at = platform.now(), outcome = $3,
            rows_good = $4, rows_faulty = $5, rows_warned = $6
      where tenant_id = $1 and id = $2 and state = 'waiting'`,
    [tenantOf(tx), id, JSON.stringify(outcome), rows.good, rows.faulty, rows.warned],
  );
}

export async function markRefused(tx: Transaction, id: string, refusal: Refusal): Promise<void> {
  await tx.query(
    `update core.import_run set state = 'refused', read_at = platform.now(), refusal = $3
      where tenant_id = $1 and id = $2 and state = 'waiting'`,
    [tenantOf(tx), id, JSON.stringify(refusal)],
  );
}

export async function markConfirmed(tx: Transaction, id: string, mode: Mode): Promise<void> {
  await tx.query(
    `update core.import_run set state = 'booking', mode = $3, booking_fault = null,
            confirmed_at = platform.now(), confirmed_by = platform.actor(), confirmed_role = $4
      where tenant_id = $1 and id = $2`,
    [tenantOf(tx), id, mode, tx.scope.actorRole],
  );
}

export async function markBooked(tx: Transaction, id: string, rows: number): Promise<void> {
  await tx.query(
    `update core.import_run set state = 'booked', booked_at = platform.now(), rows_booked = $3
      where tenant_id = $1 and id = $2`,
    [tenantOf(tx), id, rows],
  );
}

/** Back to where a person decides, with the reason. */
export async function markNotBooked(tx: Transaction, id: string, fault: string): Promise<void> {
  await tx.query(
    `update core.import_run set state = 'read', booking_fault = $3
      where tenant_id = $1 and id = $2 and state = 'booking'`,
    [tenantOf(tx), id, fault],
  );
}

export async function markCancelled(tx: Transaction, id: string): Promise<void> {
  await tx.query(
    `update core.import_run set state = 'cancelled' where tenant_id = $1 and id = $2`,
    [tenantOf(tx), id],
  );
}

export async function noteProgress(
  tx: Transaction,
  id: string,
  stage: string,
  rows: number,
): Promise<void> {
  await tx.query(
    `insert into core.import_progress (tenant_id, run_id, stage, rows) values ($1, $2, $3, $4)
     on conflict (tenant_id, run_id) do update
       set stage = excluded.stage, rows = excluded.rows, noted_at = platform.now()`,
    [tenantOf(tx), id, stage, rows],
  );
}
