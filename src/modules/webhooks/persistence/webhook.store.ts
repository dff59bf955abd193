import { type Transaction } from '../../../platform/database/transaction';

export interface StoredWebhook {
  readonly id: string;
  readonly address: string;
  readonly events: readonly string[];
  /** ISO 8601. */
  readonly createdAt: string;
  readonly endedAt: string | null;
}

export interface StoredDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly event: string;
  readonly body: string;
  readonly createdAt: string;
  readonly attempts: number;
  readonly deliveredAt: string | null;
  readonly givenUpAt: string | null;
  readonly nextAt: string | null;
  readonly lastStatus: number | null;
  readonly lastFault: string | null;
}

const WEBHOOK = `w.id, w.address, w.events, platform.iso(w.created_at) as "createdAt",
  platform.iso(w.ended_at) as "endedAt"`;
const DELIVERY = `d.id, d.webhook_id as "webhookId", d.event, d.body,
  platform.iso(d.created_at) as "createdAt", d.attempts,
  platform.iso(d.delivered_at) as "deliveredAt", platform.iso(d.given_up_at) as "givenUpAt",
  platform.iso(d.next_at) as "nextAt", d.last_status as "lastStatus", d.last_fault as "lastFault"`;

export async function insertWebhook(
  tx: Transaction,
  tenantId: string,
  webhook: { id: string; address: string; events: readonly string[] },
): Promise<void> {
  await tx.query(
    'insert into core.webhook (tenant_id, id, address, events) values ($1, $2, $3, $4)',
    [tenantId, webhook.id, webhook.address, webhook.events],
  );
}

/** Webhooks of a party, the newest first; those that ended too. */
export function webhooksOf(tx: Transaction, tenantId: string): Promise<StoredWebhook[]> {
  return tx.query<StoredWebhook>(
    `select ${WEBHOOK} from core.webhook w where w.tenant_id = $1
      order by w.created_at desc, w.id`,
    [tenantId],
  );
}

export async function findWebhook(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredWebhook | null> {
  const [webhook] = await tx.query<StoredWebhook>(
    `select ${WEBHOOK} from core.webhook w where w.tenant_id = $1 and w.id = $2`,
    [tenantId, id],
  );
  return webhook ?? null;
}

/** Gives false when it is not there or had ended already. */
export async function endWebhook(tx: Transaction, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update core.webhook set ended_at = platform.now(), ended_by = platform.actor()
      where tenant_id = $1 and id = $2 and ended_at is null returning id`,
    [tenantId, id],
  );
  return rows.length > 0;
}

/** The webhooks that want to hear of an event. */
export async function listeners(
  tx: Transaction,
  tenantId: string,
  event: string,
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from core.webhook
      where tenant_id = $1 and $2 = any(events) and ended_at is null order by id`,
    [tenantId, event],
  );
  return rows.map(({ id }) => id);
}

export async function insertDelivery(
  tx: Transaction,
  tenantId: string,
  delivery: { id: string; webhookId: string; event: string; body: string },
): Promise<void> {
  await tx.query(
    `insert into core.webhook_delivery (tenant_id, id, webhook_id, event, body, next_at)
     values ($1, $2, $3, $4, $5, platform.now())`,
    [tenantId, delivery.id, delivery.webhookId, delivery.event, delivery.body],
  );
}

export interface DueDelivery extends StoredDelivery {
  readonly address: string;
  readonly ended: boolean;
}

/** A delivery with where it goes, held for this transaction. */
export async function holdDelivery(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<DueDelivery | null> {
  const [delivery] = await tx.query<DueDelivery>(
    `select ${DELIVERY}, w.address, w.ended_at is not null as ended
       from core.webhook_delivery d
       join core.webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
      where d.tenant_id = $1 and d.id = $2 for update of d`,
    [tenantId, id],
  );
  return delivery ?? null;
}

export interface AttemptResult {
  readonly status: number | null;
  readonly fault: string | null;
  /** When the next attempt is; null when there is none. */
  readonly nextAt: string | null;
}

export async function recordAttempt(
  tx: Transaction,
  tenantId: string,
  id: string,
  result: AttemptResult,
): Promise<void> {
  await tx.query(
    `update core.webhook_delivery
        set attempts = attempts + 1, last_status = $3, last_fault = $4, next_at = $5,
            delivered_at = case when $4::text is null then platform.now() end,
            given_up_at = case when $4::text is not null and $5::timestamptz is null
                               then platform.now() end
      where tenant_id = $1 and id = $2`,
    [tenantId, id, result.status, result.fault, result.nextAt],
  );
}

/** Starts the attempts of a delivery that was given up anew; false when it was not. */
export async function reviveDelivery(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update core.webhook_delivery set attempts = 0, given_up_at = null, next_at = platform.now()
      where tenant_id = $1 and id = $2 and given_up_at is not null returning id`,
    [tenantId, id],
  );
  return rows.length > 0;
}

/** What was sent to a webhook, the newest first. */
export function deliveriesOf(
  tx: Transaction,
  tenantId: string,
  webhookId: string,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<StoredDelivery[]> {
  return tx.query<StoredDelivery>(
    `select ${DELIVERY} from core.webhook_delivery d
      where d.tenant_id = $1 and d.webhook_id = $2
        and ($3::timestamptz is null or (d.created_at, d.id) < ($3, $4::uuid))
      order by d.created_at desc, d.id desc limit $5`,
    [tenantId, webhookId, page.after?.at ?? null, page.after?.id ?? null, page.limit],
  );
}
