import { createHash } from 'node:crypto';
import { type Transaction } from '../database/transaction';
import { newId } from '../ids/id';
import { wake } from '../jobs/wake';

export interface NewMessage {
  /** What makes it the same message, such as 'receipt:<id>': queued twice, it is sent once. */
  readonly key: string;
  /** One address. */
  readonly recipient: string;
  /** One line of at most 200 characters. */
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** Whose message it is; the tenant of the transaction when left out. */
  readonly tenantId?: string | null;
}

/** The same for the same tenant and key, always, so that a mail server can drop a repeat. */
export function messageIdOf(tenantId: string | null, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([tenantId, key]))
    .digest('hex');
}

/** Writes the message in the transaction of the caller: it is sent only when that commits. */
export async function queueMessage(tx: Transaction, message: NewMessage): Promise<void> {
  const tenantId = message.tenantId === undefined ? tx.scope.tenantId : message.tenantId;
  await tx.query(
    `insert into platform.outbox_message (id, tenant_id, message_id, recipient, subject, body)
     values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [
      newId(),
      tenantId,
      messageIdOf(tenantId, message.key),
      message.recipient,
      message.subject,
      message.body,
    ],
  );
  tx.afterCommit(wake);
}
