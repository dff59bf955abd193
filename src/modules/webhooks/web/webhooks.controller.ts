import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import {
  decodeMomentCursor,
  KeysetQuery,
  keysetPage,
  pageSizeOf,
} from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { deliveriesOf, findWebhook, webhooksOf } from '../application/read-webhooks';
import { ManageWebhook, RegisterWebhook } from '../application/webhook-verbs';
import {
  DeliveriesAnswer,
  MadeWebhookAnswer,
  WebhookAnswer,
  WebhookBody,
  WebhooksAnswer,
} from './webhook.shapes';

/** Webhooks: the software of a party is told of receipts and findings. */
@ApiTags('webhooks')
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly database: Database,
    private readonly registering: RegisterWebhook,
    private readonly managing: ManageWebhook,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listWebhooks', summary: 'Webhooks of the party, newest first' })
  @ApiOkResponse({ type: WebhooksAnswer })
  async list(@Req() request: WebRequest): Promise<WebhooksAnswer> {
    const items = await this.database.inTransaction(scopeOf(request), (tx) =>
      webhooksOf(tx, tenantOf(tx)),
    );
    return { items };
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'makeWebhook', summary: 'Make a webhook' })
  @ApiCreatedResponse({ type: MadeWebhookAnswer })
  async make(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: WebhookBody,
  ): Promise<MadeWebhookAnswer> {
    return createOnce(this.database, request, response, (tx) => this.registering.run(tx, body));
  }

  @Post(':id/endings')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'endWebhook', summary: 'Send nothing more to a webhook' })
  @ApiCreatedResponse({ type: WebhookAnswer })
  async end(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<WebhookAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.managing.end(tx, id);
      const webhook = await findWebhook(tx, tenantOf(tx), id);
      if (webhook === null) throw notFound();
      return webhook;
    });
  }

  @Post(':id/tests')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'tryWebhook', summary: 'Send a test message to a webhook' })
  @ApiCreatedResponse({ type: WebhookAnswer })
  async try(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<WebhookAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.managing.try(tx, id);
      const webhook = await findWebhook(tx, tenantOf(tx), id);
      if (webhook === null) throw notFound();
      return webhook;
    });
  }

  @Get(':id/deliveries')
  @ApiOperation({ operationId: 'listDeliveries', summary: 'What was sent, newest first' })
  @ApiOkResponse({ type: DeliveriesAnswer })
  async deliveries(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Query() query: KeysetQuery,
  ): Promise<DeliveriesAnswer> {
    const size = pageSizeOf(query);
    const after = decodeMomentCursor(query.cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      if ((await findWebhook(tx, tenantOf(tx), id)) === null) throw notFound();
      return deliveriesOf(tx, tenantOf(tx), id, { after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.createdAt, row.id]);
    return { ...page, items: page.items.map(({ webhookId: _webhook, ...one }) => one) };
  }
}
