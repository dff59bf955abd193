import { Module } from '@nestjs/common';
import { DeliverWebhook } from './application/deliver';
import { ManageWebhook, RegisterWebhook } from './application/webhook-verbs';
import { WebhookPages } from './web/webhooks.pages';
import { WebhooksController } from './web/webhooks.controller';

const VERBS = [RegisterWebhook, ManageWebhook];

@Module({
  controllers: [WebhooksController, WebhookPages],
  providers: [...VERBS, DeliverWebhook],
  exports: VERBS,
})
export class WebhooksModule {}
