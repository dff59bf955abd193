export { deliveriesOf, findWebhook, webhooksOf } from '../persistence/webhook.store';
export { type StoredDelivery, type StoredWebhook } from '../persistence/webhook.store';
