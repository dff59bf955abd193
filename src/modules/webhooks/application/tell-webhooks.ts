import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { announce, defineJob } from '../../../platform/jobs/public';
import { insertDelivery, listeners } from '../persistence/webhook.store';
import { type WebhookEvent } from './events';

/** A message is to be sent to a webhook. Ids only. */
export const WEBHOOK_DUE = defineJob<{
  readonly tenantId: string;
  readonly deliveryId: string;
}>('webhooks.due');

/** Identifiers, numbers, days and codes; never a name, an address or a birth date. */
export type EventData = Readonly<Record<string, string | number | null>>;

/**
 * Tells the software of a party that something happened, in the transaction in which it does: it is
 * told exactly when that commits. One message for each thing that happened; one look when nobody listens.
 */
export async function tellWebhooks(
  tx: Transaction,
  tenantId: string,
  event: WebhookEvent,
  happened: readonly EventData[],
): Promise<void> {
  if (happened.length === 0) return;
  for (const webhookId of await listeners(tx, tenantId, event))
    for (const data of happened) await send(tx, tenantId, webhookId, event, data);
}

/** Sends one message to one webhook, whatever it listens to. */
export async function send(
  tx: Transaction,
  tenantId: string,
  webhookId: string,
  event: string,
  data: EventData,
): Promise<string> {
  const id = newId();
  const body = JSON.stringify({ id, type: event, timestamp: tx.now, data });
  await insertDelivery(tx, tenantId, { id, webhookId, event, body });
  await announce(tx, WEBHOOK_DUE, { tenantId, deliveryId: id }, { tenantId });
  return id;
}
