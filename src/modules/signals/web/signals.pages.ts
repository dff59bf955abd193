import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import {
  countSignals,
  donorNameOf,
  listSignals,
  newestRun,
  partyNames,
} from '../application/read-signals';
import { SetKinds } from '../application/set-kind';
import { isDetectorCode } from '../detectors/registry';
import { SignalForms } from './signal-forms';
import {
  type ListAsked,
  SHOWN_STATES,
  signalListPage,
  type SignalList,
  stateFromAddress,
} from './signal-list-page';
import { PURPOSE, signalCursor } from './signals.controller';

const PAGE_SIZE = 50;

/** The pages of the signals: the list, and one signal with everything behind it. */
@ApiExcludeController()
@Controller('toezicht/signalen')
export class SignalPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: SignalForms,
    private readonly setting: SetKinds,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { soort = '', partij = '', gever = '', stand = '', na, gedaan } = query;
    const asked: ListAsked = {
      state: stateFromAddress(stand),
      code: isDetectorCode(soort) ? soort : '',
      partyId: isId(partij) ? partij : '',
      donorId: isId(gever) ? gever : '',
    };
    const list = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'insight.signal', entityId: 'list', purpose: PURPOSE });
      return this.read(tx, asked, na);
    });
    const reader = {
      mayAct: request.actor.role === 'overseer',
      once: newFormKey(),
      asked: gedaan === 'zoeken',
    };
    const data = signalListPage(list, asked, reader, this.pages.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/signals/list.njk', data));
  }

  @Post('zoeken')
  async search(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const next = await onceForForm(this.database, request, async (tx) => {
      await this.setting.askRun(tx);
      return '/toezicht/signalen?gedaan=zoeken';
    });
    response.redirect(303, next);
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const said = done === 'oordeel' ? 'judge.done' : '';
    response.type('text/html').send(await this.forms.show(request, id, said));
  }

  @Post(':id/oordeel')
  async judge(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.judge(request, id));
  }

  @Post(':id/zaak')
  async openCase(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.openCase(request, id));
  }

  private async read(
    tx: Transaction,
    asked: ListAsked,
    cursor: string | undefined,
  ): Promise<SignalList> {
    const rows = await listSignals(tx, {
      states: SHOWN_STATES[asked.state],
      code: asked.code === '' ? null : asked.code,
      partyId: asked.partyId === '' ? null : asked.partyId,
      donorId: asked.donorId === '' ? null : asked.donorId,
      after: signalCursor(cursor),
      limit: PAGE_SIZE + 1,
    });
    return {
      signals: rows.slice(0, PAGE_SIZE),
      more: rows.length > PAGE_SIZE,
      counts: await countSignals(tx),
      parties: await partyNames(tx),
      donorName: asked.donorId === '' ? null : await donorNameOf(tx, asked.donorId),
      run: await newestRun(tx),
    };
  }
}
