/** What a webhook can be told of. */
export const WEBHOOK_EVENTS = [
  'notice.filed',
  'filing.filed',
  'finding.opened',
  'finding.ended',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent on request only, to try the connection. */
export const TEST_EVENT = 'webhook.test';

export function isWebhookEvent(text: string): text is WebhookEvent {
  return WEBHOOK_EVENTS.some((event) => event === text);
}
