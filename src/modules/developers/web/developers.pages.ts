import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { PARTY_ROLES, scopeOf, type WebRequest } from '../../../platform/http/actor';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { OpenApiDocument } from '../../../platform/http/openapi.controller';
import { Pages } from '../../../platform/http/pages';
import { IMPORT_KINDS } from '../../imports/public';
import { WEBHOOK_EVENTS } from '../../webhooks/public';
import { describeApi } from '../application/describe-api';
import { OpenSandbox, SANDBOX_NAME } from '../application/open-sandbox';

/** For who makes software: how to begin, what the API can do, and somewhere to practise. */
@ApiExcludeController()
@Controller('ontwikkelaars')
export class DeveloperPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly document: OpenApiDocument,
    private readonly opening: OpenSandbox,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('oefenen') practising = '',
  ): void {
    const { role, organisation } = request.actor;
    const { t } = this.pages.words(request);
    const data = {
      groups: describeApi(this.document.get()),
      kinds: IMPORT_KINDS.map((kind) => ({ code: kind, label: t(`imports.kind.${kind}`) })),
      events: WEBHOOK_EVENTS.map((event) => ({
        code: event,
        label: t(`webhooks.event.${event}`),
      })),
      once: newFormKey(),
      mayPractise: PARTY_ROLES.some((one) => one === role) && organisation !== SANDBOX_NAME,
      practising: organisation === SANDBOX_NAME,
      opened: practising === 'klaar',
    };
    response.type('text/html').send(this.pages.html(request, 'pages/developers/index.njk', data));
  }

  @Post('oefenpartij')
  async practise(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const next = await onceForForm(this.database, request, async () => {
      await this.opening.run(scopeOf(request));
      return '/ontwikkelaars?oefenen=klaar#oefenen';
    });
    response.redirect(303, next);
  }
}
