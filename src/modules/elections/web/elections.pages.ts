import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { listElections, readElectionHistory } from '../application/read-elections';
import { electionPage, electionRows } from './election-page';
import { asPublic } from './elections.controller';

/** For everybody: which elections are known, and every day that hangs on one. */
@ApiExcludeController()
@Controller('verkiezingen')
export class ElectionPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const versions = await this.database.inTransaction(asPublic(request), listElections);
    const html = this.pages.html(request, 'pages/elections/list.njk', {
      rows: electionRows(versions, '/verkiezingen', this.pages.words(request)),
      mayCall: false,
    });
    response.type('text/html').send(html);
  }

  @Get(':id')
  async one(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const data = await this.database.inTransaction(asPublic(request), async (tx) => {
      const versions = await readElectionHistory(tx, id);
      const anyone = { mayRevise: false, recorders: null, accountId: '', name: '' };
      const reader = { today: tx.today, ...anyone };
      return electionPage(versions, reader, this.pages.words(request));
    });
    if (data === null) throw notFound();
    const html = this.pages.html(request, 'pages/elections/one.njk', {
      ...data,
      base: '/verkiezingen',
    });
    response.type('text/html').send(html);
  }
}
