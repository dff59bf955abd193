export { WebhooksModule } from './webhooks.module';
export { WEBHOOK_EVENTS, type WebhookEvent } from './application/events';
export { type EventData, tellWebhooks } from './application/tell-webhooks';
export { RegisterWebhook } from './application/webhook-verbs';
