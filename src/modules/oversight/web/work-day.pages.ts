import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { chooseMorningMail, ownDigest } from '../application/morning-mail';
import { readChanges } from '../application/read-changes';
import { RefreshWork } from '../application/refresh-work';
import { StopMorningMail } from '../application/stop-morning-mail';

import { workSincePage } from './work-since-page';

const SHOWN = 50;
const MAIL = '/toezicht/ochtendmail';

/** What changed since yesterday, on a page and by mail. */
@ApiExcludeController()
@Controller('toezicht')
export class WorkDayPages {
  constructor(
    private readonly database: Database,
    private readonly refreshing: RefreshWork,
    private readonly stopping: StopMorningMail,
    private readonly pages: Pages,
  ) {}

  @Get('sinds-gisteren')
  async since(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    await this.refreshing.run(request.requestId);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const line = { entity: 'insight.work_item', entityId: 'list', purpose: 'Wfpp 36' };
      await recordRead(tx, line);
      return workSincePage(await readChanges(tx, SHOWN), tx.today, this.pages.words(request));
    });
    this.send(request, response, 'work-since', data);
  }

  @Get('ochtendmail')
  async mail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    const digest = await this.database.inTransaction(scopeOf(request), ownDigest);
    const wanted = digest?.wanted ?? false;
    this.send(request, response, 'work-mail', { wanted, saved: done === 'ja' });
  }

  @Post('ochtendmail')
  async choose(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const wanted = formText(request.body, 'wanted') === 'yes';
    const { language } = request.actor;
    await this.database.inTransaction(scopeOf(request), (tx) =>
      chooseMorningMail(tx, { wanted, language }),
    );
    response.redirect(303, `${MAIL}?gedaan=ja`);
  }

  /** Looking stops nothing: programs that look at mail open every link in it. */
  @Get('ochtendmail/stoppen/:id/:proof')
  ask(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('proof') proof: string,
  ): void {
    if (!this.stopping.isProof(id, proof)) throw notFound();
    this.send(request, response, 'work-mail-stop', { stopped: false });
  }

  /** RFC 8058: a mail program sends this without a cookie. */
  @Post('ochtendmail/stoppen/:id/:proof')
  @HttpCode(200)
  async stop(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('proof') proof: string,
  ): Promise<void> {
    if (!(await this.stopping.run(scopeOf(request), id, proof))) throw notFound();
    this.send(request, response, 'work-mail-stop', { stopped: true });
  }

  private send(request: WebRequest, response: Response, page: string, data: object): void {
    const html = this.pages.html(request, `pages/oversight/${page}.njk`, data);
    response.type('text/html').send(html);
  }
}
