import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { listEndedRemedies, listOpenRemedies } from '../application/read-remedies';
import { RemedyForms } from './remedy-forms';
import { remedyListPage } from './remedy-list-page';

const MOST_OPEN = 200;
const MOST_ENDED = 25;
const DONE = new Set(['afspraak', 'onmogelijk', 'gedaan']);

/** What a party must still give back or hand over, and how far it is. */
@ApiExcludeController()
@Controller('herstel')
export class PartyRemedyPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: RemedyForms,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.finding', entityId: 'remedies', purpose: 'Wfpp 29b' });
      const source = 'ledger';
      const open = await listOpenRemedies(tx, { source, after: null, limit: MOST_OPEN });
      const ended = await listEndedRemedies(tx, source, MOST_ENDED);
      const reader = { base: '/herstel', today: tx.today } as const;
      return remedyListPage({ open, ended }, reader, this.pages.words(request));
    });
    response.type('text/html').send(this.pages.html(request, 'pages/remedies/list.njk', data));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const shown = DONE.has(done) ? done : '';
    response.type('text/html').send(await this.forms.show(request, '/herstel', id, shown));
  }

  @Post(':id/afspraak')
  async arrange(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.take(request, '/herstel', id, 'term'));
  }

  @Post(':id/onmogelijk')
  async impossible(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.take(request, '/herstel', id, 'impossible'));
  }
}
