import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { announce } from '../../../platform/jobs/public';
import {
  endWebhook,
  findWebhook,
  insertWebhook,
  reviveDelivery,
  webhooksOf,
} from '../persistence/webhook.store';
import { addressFault } from './address';
import { isWebhookEvent, TEST_EVENT } from './events';
import { printedSecret, webhookSecret } from './sign';
import { send, WEBHOOK_DUE } from './tell-webhooks';

export interface WebhookInput {
  readonly address: string;
  readonly events: readonly string[];
}

export interface MadeWebhook {
  readonly id: string;
  /** By which the receiver checks that a message is ours. */
  readonly secret: string;
}

/** More would be a mistake in somebody's software. */
const MOST = 10;

function fault(location: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location, code, detail };
}

@Injectable()
export class RegisterWebhook {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws Problem 400 with every fault: the address, the events, too many webhooks. */
  async run(tx: Transaction, input: WebhookInput): Promise<MadeWebhook> {
    const tenantId = tenantOf(tx);
    // Two at once count each other.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [tenantId]);
    const faults = await this.faults(tx, tenantId, input);
    if (faults.length > 0) throw problem(400, 'input.invalid', 'The webhook has faults.', faults);
    const id = newId();
    const events = [...new Set(input.events)].sort();
    await insertWebhook(tx, tenantId, { id, address: input.address, events });
    return { id, secret: this.secretOf(id) };
  }

  /** The secret of a webhook, for who keeps it. */
  secretOf(id: string): string {
    return printedSecret(webhookSecret(this.config.secretKey, id));
  }

  private async faults(
    tx: Transaction,
    tenantId: string,
    { address, events }: WebhookInput,
  ): Promise<readonly ProblemPart[]> {
    const wrong = addressFault(address, this.config.demo);
    const unknown = events.filter((event) => !isWebhookEvent(event));
    const working = (await webhooksOf(tx, tenantId)).filter(({ endedAt }) => endedAt === null);
    return [
      ...(wrong === null
        ? []
        : [fault('/address', `webhook.${wrong}`, `${address} cannot be used as an address.`)]),
      ...(events.length === 0
        ? [fault('/events', 'webhook.events', 'Choose at least one event.')]
        : []),
      ...unknown.map((event) => fault('/events', 'webhook.event', `${event} is no event.`)),
      ...(working.length >= MOST
        ? [fault('', 'webhook.many', `A party has at most ${String(MOST)} webhooks.`)]
        : []),
    ];
  }
}

/** What is done with a webhook that is there. All throw Problem 404 when it is not, or has ended. */
@Injectable()
export class ManageWebhook {
  /** Nothing more is sent to it. */
  async end(tx: Transaction, id: string): Promise<void> {
    if (!(await endWebhook(tx, tenantOf(tx), id))) throw notFound();
  }

  /** Sends a test message, and gives its id. */
  async try(tx: Transaction, id: string): Promise<string> {
    const tenantId = tenantOf(tx);
    const webhook = await findWebhook(tx, tenantId, id);
    if (webhook === null || webhook.endedAt !== null) throw notFound();
    return send(tx, tenantId, id, TEST_EVENT, { webhookId: id });
  }

  /** Sends a message that was given up anew. */
  async sendAgain(tx: Transaction, deliveryId: string): Promise<void> {
    const tenantId = tenantOf(tx);
    if (!(await reviveDelivery(tx, tenantId, deliveryId))) throw notFound();
    await announce(tx, WEBHOOK_DUE, { tenantId, deliveryId }, { tenantId });
  }
}
