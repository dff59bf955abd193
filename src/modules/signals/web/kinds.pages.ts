import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { countSignals, countVerdicts } from '../application/read-signals';
import { kindSettings } from '../application/settings';
import { DecisionForms } from './decision-forms';
import { KindForms } from './kind-forms';
import { kindsPage } from './kinds-page';

/** What is looked for: the kinds of signals with their settings, and days of decisions. */
@ApiExcludeController()
@Controller('toezicht/signalen')
export class SignalKindPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly kinds: KindForms,
    private readonly decisions: DecisionForms,
  ) {}

  @Get('soorten')
  async list(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const read = await this.database.inTransaction(scopeOf(request), async (tx) => ({
      kinds: await kindSettings(tx),
      counts: await countSignals(tx),
      verdicts: await countVerdicts(tx),
    }));
    const data = kindsPage(read, this.pages.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/signals/kinds.njk', data));
  }

  @Get('soorten/:code')
  async kind(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('code') code: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    response.type('text/html').send(await this.kinds.show(request, code, done === 'bewaard'));
  }

  @Post('soorten/:code')
  async set(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('code') code: string,
  ): Promise<void> {
    sendAnswer(response, await this.kinds.take(request, code));
  }

  @Get('besluiten')
  async days(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gedaan') done = '',
  ): Promise<void> {
    response.type('text/html').send(await this.decisions.show(request, done));
  }

  @Post('besluiten')
  async enter(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.decisions.enter(request));
  }

  @Post('besluiten/:id/intrekken')
  async withdraw(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.decisions.withdraw(request, id));
  }
}
