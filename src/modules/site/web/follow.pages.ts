import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { type FormError } from '../../../platform/rendering/page-parts';
import { readPublicParties } from '../../publication/public';
import { follow, readAlerts, stopFollowing } from '../application/follow';
import { StopAlerts } from '../application/stop-alerts';
import { type Alert } from '../facts/alert';
import { type AlertForm, alertFaults, alertFormOf, chosen, followPage } from './follow-page';
import { PublicPages, publicScope } from './public-pages';

/** Hear of changes: feeds for everybody, and mails for who is signed in. */
@ApiExcludeController()
@Controller('register/volgen')
export class FollowPages {
  constructor(
    private readonly publicPages: PublicPages,
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly stopAlerts: StopAlerts,
  ) {}

  @Get()
  show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const form = alertFormOf(request.query);
    return this.send(request, response, { form, errors: [], done });
  }

  @Post()
  async make(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const form = alertFormOf((request.body ?? {}) as Readonly<Record<string, unknown>>);
    const alerts = await this.own(request);
    const words = this.pages.words(request);
    const errors = await this.database.inTransaction(publicScope(request), (tx) =>
      alertFaults(tx, form, alerts, words),
    );
    if (errors.length > 0) return this.send(request, response, { form, errors, done: '' });
    const next = await onceForForm(this.database, request, async (tx) => {
      const { name, typed } = form;
      const { language } = request.actor;
      await follow(tx, { name, search: chosen(typed), language });
      return '/register/volgen?gedaan=opgeslagen';
    });
    response.redirect(303, next);
  }

  @Post(':id/stoppen')
  async stopOne(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const stopped = await this.database.inTransaction(scopeOf(request), (tx) =>
      stopFollowing(tx, id),
    );
    if (!stopped) throw notFound();
    response.redirect(303, '/register/volgen?gedaan=gestopt');
  }

  /** Looking stops nothing: programs that look at mail open every link in it. */
  @Get('stoppen/:account/:proof')
  ask(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('account', IdPipe) account: string,
    @Param('proof') proof: string,
  ): void {
    if (!this.stopAlerts.isProof(account, proof)) throw notFound();
    const html = this.pages.html(request, 'pages/site/stop-alerts.njk', { stopped: false });
    response.type('text/html').send(html);
  }

  /** RFC 8058: a mail program sends this without a cookie. */
  @Post('stoppen/:account/:proof')
  @HttpCode(200)
  async stopAll(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('account', IdPipe) account: string,
    @Param('proof') proof: string,
  ): Promise<void> {
    if (!(await this.stopAlerts.run(request.requestId, account, proof))) throw notFound();
    const html = this.pages.html(request, 'pages/site/stop-alerts.njk', { stopped: true });
    response.type('text/html').send(html);
  }

  private own(request: WebRequest): Promise<readonly Alert[]> {
    return this.database.inTransaction(scopeOf(request), readAlerts);
  }

  private async send(
    request: WebRequest,
    response: Response,
    { form, errors, done }: { form: AlertForm; errors: readonly FormError[]; done: string },
  ): Promise<void> {
    const { role } = request.actor;
    const reader = role === 'anonymous' ? role : role === 'administrator' ? 'not' : 'follows';
    const alerts = reader === 'follows' ? await this.own(request) : [];
    const signInHref = `/aanmelden?verder=${encodeURIComponent(request.originalUrl)}`;
    const shown = { reader, form, errors, alerts, done, once: newFormKey(), signInHref } as const;
    await this.publicPages.send(request, response, {
      template: 'pages/site/follow.njk',
      followsChanges: false,
      build: async (tx, words) => ({
        data: followPage(shown, await readPublicParties(tx), words),
        status: errors.length > 0 ? 400 : 200,
      }),
    });
  }
}
