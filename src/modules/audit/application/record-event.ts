import { type Transaction } from '../../../platform/database/transaction';

/** Something that happened but changed no row: a sign-in, a refusal, an export. */
export interface AuditEvent {
  /** Lower-case words with hyphens; not insert, update or delete, which only the triggers write. */
  readonly action: string;
  readonly entity: string;
  /** An identifier, never a name or an address: unlike `details` it cannot be erased. */
  readonly entityId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface DonorDataRead {
  /** The table or view that was read, such as 'core.donor'. */
  readonly entity: string;
  readonly entityId: string;
  /** What for, in the words of the screen or the route. */
  readonly purpose: string;
}

/** Writes a line in the audit log, in this transaction. Actor and request come from its scope. */
export async function recordEvent(tx: Transaction, event: AuditEvent): Promise<void> {
  await tx.query('select audit.record($1, $2, $3, $4::jsonb)', [
    event.action,
    event.entity,
    event.entityId,
    JSON.stringify(event.details ?? {}),
  ]);
}

/** Every reading of donor data by a person leaves a line. */
export async function recordRead(tx: Transaction, read: DonorDataRead): Promise<void> {
  const { entity, entityId, purpose } = read;
  await recordEvent(tx, { action: 'read', entity, entityId, details: { purpose } });
}
