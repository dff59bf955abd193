import { Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { type Transaction } from '../../../platform/database/transaction';
import { announce, HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { holdDelivery, recordAttempt } from '../persistence/webhook.store';
import { post } from './post';
import { signatureHeaders, webhookSecret } from './sign';
import { WEBHOOK_DUE } from './tell-webhooks';

/** Seconds from one attempt to the next; after the last the message is given up, in the open. */
export const PATIENCE = [5, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400] as const;

/**
 * Sends one message, at least once: after a crash between the answer and the commit it is sent
 * again under the same webhook-id, by which the receiver knows it.
 */
@HandlesJob()
export class DeliverWebhook implements JobHandler<{ tenantId: string; deliveryId: string }> {
  readonly job = WEBHOOK_DUE;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async run(tx: Transaction, payload: { tenantId: string; deliveryId: string }): Promise<void> {
    const { tenantId, deliveryId } = payload;
    const delivery = await holdDelivery(tx, tenantId, deliveryId);
    if (delivery === null || delivery.deliveredAt !== null || delivery.givenUpAt !== null) return;
    if (delivery.ended) {
      await recordAttempt(tx, tenantId, deliveryId, { status: null, fault: 'ended', nextAt: null });
      return;
    }
    const { address, body } = delivery;
    const secret = webhookSecret(this.config.secretKey, delivery.webhookId);
    const timestamp = Math.floor(Date.parse(tx.now) / 1000);
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Partijgiften-Webhooks/1',
      ...signatureHeaders(secret, { id: deliveryId, timestamp, body }),
    };
    const { status, fault } = await post(address, headers, body, this.config.demo);
    const wait = PATIENCE[delivery.attempts];
    const nextAt =
      fault === null || wait === undefined
        ? null
        : new Date(Date.parse(tx.now) + wait * 1000).toISOString();
    await recordAttempt(tx, tenantId, deliveryId, { status, fault, nextAt });
    if (nextAt !== null)
      await announce(tx, WEBHOOK_DUE, { tenantId, deliveryId }, { tenantId, runAt: nextAt });
  }
}
