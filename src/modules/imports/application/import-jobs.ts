import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { announce, defineJob } from '../../../platform/jobs/job';

type OfRun = { readonly importId: string; readonly tenantId: string };

/** A file was sent in, to be read. */
export const IMPORT_SENT = defineJob<OfRun>('imports.sent');
/** A person said that a file that was read is to be booked. */
export const IMPORT_CONFIRMED = defineJob<OfRun>('imports.confirmed');

export type ImportJobPayload = OfRun;

export function announceSent(tx: Transaction, payload: OfRun): Promise<void> {
  return announce(tx, IMPORT_SENT, payload);
}

export function announceConfirmed(tx: Transaction, payload: OfRun): Promise<void> {
  return announce(tx, IMPORT_CONFIRMED, payload);
}

/** Work that goes on in the name of the person who asked for it. */
export function scopeInNameOf(
  { importId, tenantId }: OfRun,
  actorId: string,
  actorRole: string,
): Scope {
  return { role: 'app', tenantId, actorId, actorRole, requestId: `import.${importId}` };
}

/** Reading and judging take their time; a transaction that waits for them is not given up. */
export async function takeTime(tx: Transaction): Promise<void> {
  await tx.query(
    `select set_config('idle_in_transaction_session_timeout', '15min', true),
            set_config('statement_timeout', '2min', true)`,
  );
}
