import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { decodeMomentCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { listDebts } from '../application/read-debts';
import { DebtForms } from './debt-forms';
import { debtRow } from './debt-page';

const PAGE_SIZE = 25;

/** The debts of a party: what is owed, to whom, and how that came. */
@ApiExcludeController()
@Controller('schulden')
export class DebtPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: DebtForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('cursor') cursor?: string,
  ): Promise<void> {
    const words = this.pages.words(request);
    const after = decodeMomentCursor(cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.debt', entityId: 'list', purpose: 'Wfpp 21' });
      return listDebts(tx, { after, limit: PAGE_SIZE + 1 });
    });
    const page = keysetPage(request, response, rows, PAGE_SIZE, (row) => [
      row.registeredAt,
      row.id,
    ]);
    const html = this.pages.html(request, 'pages/debts/list.njk', {
      rows: page.items.map((debt) => debtRow(debt, words)),
      mayAct: request.actor.role === 'treasurer',
      paging: {
        previous: after === null ? '' : '/schulden',
        next: page._links.next?.href ?? '',
      },
    });
    response.type('text/html').send(html);
  }

  @Get('nieuw')
  async empty(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    response.type('text/html').send(await this.forms.empty(request));
  }

  @Post()
  async register(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.register(request));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('opgeslagen') saved?: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.detail(request, id, saved === 'ja'));
  }

  @Post(':id/saldo')
  async move(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.move(request, id));
  }

  @Get(':id/wijzigen')
  async toRevise(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.toRevise(request, id));
  }

  @Post(':id/wijzigen')
  async revise(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.revise(request, id));
  }
}
