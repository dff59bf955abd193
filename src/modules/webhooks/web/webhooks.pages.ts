import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { faultsIn, formErrors } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { WEBHOOK_EVENTS } from '../application/events';
import { deliveriesOf, findWebhook, webhooksOf } from '../application/read-webhooks';
import { ManageWebhook, RegisterWebhook } from '../application/webhook-verbs';
import { type TypedWebhook, type WebhookForm, webhookPage, webhooksPage } from './webhook-pages';

const SHOWN = 50;
const DONE = new Set(['geprobeerd', 'opnieuw', 'gestopt']);
const FIELDS = ['address', 'event_notice_filed'] as const;

/** Webhooks of a party, and what was sent to them. */
@ApiExcludeController()
@Controller('koppelingen')
export class WebhookPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly registering: RegisterWebhook,
    private readonly managing: ManageWebhook,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gemaakt') made = '',
  ): Promise<void> {
    const typed = { address: '', events: [...WEBHOOK_EVENTS] };
    const form = { once: newFormKey(), typed, errors: [], secret: '' };
    const html = await this.show(request, form, made);
    response.type('text/html').send(html);
  }

  @Post()
  async make(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const typed = typedIn(request.body);
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const { id } = await this.registering.run(tx, typed);
        return `/koppelingen?gemaakt=${id}`;
      });
      response.redirect(303, next);
    } catch (error) {
      const words = this.pages.words(request);
      const wording = { typed: { address: typed.address }, words, fieldOf };
      const errors = formErrors(faultsIn(error), FIELDS, wording);
      const form = { once: formText(request.body, 'once'), typed, errors, secret: '' };
      response
        .status(400)
        .type('text/html')
        .send(await this.show(request, form, ''));
    }
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const webhook = await findWebhook(tx, tenantOf(tx), id);
      if (webhook === null) throw notFound();
      const sent = await deliveriesOf(tx, tenantOf(tx), id, { after: null, limit: SHOWN });
      const mayAct = request.actor.role !== 'accountant';
      const reader = { mayAct, once: newFormKey(), done: DONE.has(done) ? done : '' };
      return webhookPage(webhook, sent, reader, this.pages.words(request));
    });
    response.type('text/html').send(this.pages.html(request, 'pages/webhooks/detail.njk', data));
  }

  @Post(':id/proberen')
  async try(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.act(request, response, `/koppelingen/${id}?gedaan=geprobeerd`, (tx) =>
      this.managing.try(tx, id),
    );
  }

  @Post(':id/stoppen')
  async end(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.act(request, response, `/koppelingen/${id}?gedaan=gestopt`, (tx) =>
      this.managing.end(tx, id),
    );
  }

  @Post(':id/berichten/:deliveryId/opnieuw')
  async sendAgain(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('deliveryId', IdPipe) deliveryId: string,
  ): Promise<void> {
    await this.act(request, response, `/koppelingen/${id}?gedaan=opnieuw`, (tx) =>
      this.managing.sendAgain(tx, deliveryId),
    );
  }

  private async act(
    request: WebRequest,
    response: Response,
    next: string,
    work: (tx: Transaction) => Promise<unknown>,
  ): Promise<void> {
    const done = await onceForForm(this.database, request, async (tx) => {
      await work(tx);
      return next;
    });
    response.redirect(303, done);
  }

  /** @param made id of the webhook whose secret is to be shown; '' shows none. */
  private show(request: WebRequest, form: WebhookForm, made: string): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const webhooks = await webhooksOf(tx, tenantOf(tx));
      const mayAct = request.actor.role !== 'accountant';
      const fresh = webhooks.find(({ id, endedAt }) => id === made && endedAt === null);
      const secret = fresh === undefined || !mayAct ? '' : this.registering.secretOf(fresh.id);
      const data = webhooksPage(webhooks, { ...form, secret }, mayAct, this.pages.words(request));
      return this.pages.html(request, 'pages/webhooks/list.njk', data);
    });
  }
}

function typedIn(body: unknown): TypedWebhook {
  return {
    address: formText(body, 'address').trim(),
    events: WEBHOOK_EVENTS.filter(
      (event) => formText(body, `event_${event.replace('.', '_')}`) === 'yes',
    ),
  };
}

function fieldOf(location: string): string {
  return location === '/events' ? 'event_notice_filed' : location.replace(/^\//, '');
}
