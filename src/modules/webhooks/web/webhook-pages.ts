import { type FormError } from '../../../platform/rendering/page-parts';
import { formatMoment } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { type StoredDelivery, type StoredWebhook } from '../application/read-webhooks';
import { WEBHOOK_EVENTS } from '../application/events';

export interface TypedWebhook {
  readonly address: string;
  readonly events: readonly string[];
}

export interface WebhookForm {
  readonly once: string;
  readonly typed: TypedWebhook;
  readonly errors: readonly FormError[];
  /** Shown once, after making it; '' otherwise. */
  readonly secret: string;
}

/** The data of pages/webhooks/list.njk. */
export function webhooksPage(
  webhooks: readonly StoredWebhook[],
  form: WebhookForm,
  mayAct: boolean,
  words: Words,
): object {
  return {
    mayAct,
    once: form.once,
    address: form.typed.address,
    errors: form.errors,
    secret: form.secret,
    events: WEBHOOK_EVENTS.map((event) => ({
      name: `event_${event.replace('.', '_')}`,
      label: words.t(`webhooks.event.${event}`),
      hint: event,
      checked: form.typed.events.includes(event),
    })),
    webhooks: webhooks.map(({ id, address, events, createdAt, endedAt }) => ({
      id,
      address,
      href: `/koppelingen/${id}`,
      events: events.map((event) => words.t(`webhooks.event.${event}`)).join(', '),
      createdAt: formatMoment(createdAt, words.language),
      endedAt: endedAt === null ? '' : formatMoment(endedAt, words.language),
    })),
  };
}

function stateOf(delivery: StoredDelivery, words: Words): string {
  const { deliveredAt, givenUpAt, nextAt, attempts } = delivery;
  const when = (moment: string): string => formatMoment(moment, words.language);
  if (deliveredAt !== null) return words.t('webhooks.state.delivered', { when: when(deliveredAt) });
  if (givenUpAt !== null) return words.t('webhooks.state.givenUp', { when: when(givenUpAt) });
  if (attempts === 0) return words.t('webhooks.state.waiting');
  return words.t('webhooks.state.again', { when: nextAt === null ? '' : when(nextAt) });
}

/** The data of pages/webhooks/detail.njk. */
export function webhookPage(
  webhook: StoredWebhook,
  deliveries: readonly StoredDelivery[],
  reader: { readonly mayAct: boolean; readonly once: string; readonly done: string },
  words: Words,
): object {
  const { id, address, endedAt } = webhook;
  return {
    ...{ id, address, ...reader },
    done: reader.done === '' ? '' : words.t(`webhooks.done.${reader.done}`),
    events: webhook.events.map((event) => words.t(`webhooks.event.${event}`)),
    endedAt: endedAt === null ? '' : formatMoment(endedAt, words.language),
    deliveries: deliveries.map((one) => ({
      id: one.id,
      event: one.event,
      body: one.body,
      createdAt: formatMoment(one.createdAt, words.language),
      attempts: String(one.attempts),
      state: stateOf(one, words),
      fault: one.lastFault ?? '',
      again: one.givenUpAt !== null && endedAt === null,
    })),
  };
}
