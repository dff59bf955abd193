import { type Database } from '../platform/database/database';
import { type Scope } from '../platform/database/transaction';

export const DEMO_WORKER: Scope = {
  role: 'worker',
  tenantId: null,
  actorId: 'demonstration',
  actorRole: 'system',
  requestId: 'demonstration',
};

/**
 * Sets what the application takes for now; null puts it right again. Only a demonstration may.
 * @param moment ISO 8601 with an offset, such as 2025-04-17T10:00:00+02:00
 */
export async function setDemoClock(database: Database, moment: string | null): Promise<void> {
  await database.inTransaction(DEMO_WORKER, (tx) =>
    tx.query('select platform.set_clock($1::timestamptz)', [moment]),
  );
}
