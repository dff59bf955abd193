import { createHash } from 'node:crypto';
import { type Transaction } from '../database/transaction';
import { wake } from '../jobs/wake';
import { type NewAttachment } from './attachment';

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
  /** In this order; none when left out. */
  readonly attachments?: readonly NewAttachment[];
  /** The body holds a key, such as a link that works once: body and address go once it was sent. */
  readonly secret?: boolean;
  /** Where one POST stops this kind of mail (RFC 8058); for mail that one can do without. */
  readonly stopUrl?: string;
}

/** The same for the same tenant and key, always, so that a mail server can drop a repeat. */
export function messageIdOf(tenantId: string | null, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([tenantId, key]))
    .digest('hex');
}

/** The row of a message follows from the message, as most roles may write but not read there. */
function rowOf(messageId: string): string {
  const part = (from: number, until: number): string => messageId.slice(from, until);
  return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
}

/** Writes the message in the transaction of the caller: it is sent only when that commits. */
export async function queueMessage(tx: Transaction, message: NewMessage): Promise<void> {
  const tenantId = message.tenantId === undefined ? tx.scope.tenantId : message.tenantId;
  const messageId = messageIdOf(tenantId, message.key);
  const id = rowOf(messageId);
  await tx.query(
    `insert into platform.outbox_message (id, tenant_id, message_id, recipient, subject, body, secret,
                                            stop_url)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing`,
    [
      id,
      tenantId,
      messageId,
      message.recipient,
      message.subject,
      message.body,
      message.secret === true,
      message.stopUrl ?? null,
    ],
  );
  for (const [index, attachment] of (message.attachments ?? []).entries()) {
    const { source, reference, sha256, name, mediaType } = attachment;
    await tx.query(
      `insert into platform.outbox_attachment
         (message_id, position, tenant_id, source, reference, sha256, name, media_type)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict do nothing`,
      [id, index + 1, tenantId, source, reference, sha256, name, mediaType],
    );
  }
  tx.afterCommit(wake);
}

/** How far a message is. `given_up`: it was tried for the last time, and a person must look. */
export interface MailStatus {
  readonly state: 'waiting' | 'sent' | 'given_up';
  readonly attempts: number;
  /** When it was sent or given up, ISO 8601 in UTC; null while it waits. */
  readonly at: string | null;
}

/** Null when no message was queued with this key. Roles staff and worker. */
export async function mailStatusOf(
  tx: Transaction,
  tenantId: string | null,
  key: string,
): Promise<MailStatus | null> {
  const [row] = await tx.query<MailStatus>(
    `select case when sent_at is not null then 'sent'
                 when given_up_at is not null then 'given_up' else 'waiting' end as state,
            attempts, platform.iso(coalesce(sent_at, given_up_at)) as at
       from platform.outbox_message
      where tenant_id is not distinct from $1 and message_id = $2`,
    [tenantId, messageIdOf(tenantId, key)],
  );
  return row ?? null;
}
