import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { listElections, readElectionHistory, readRecorders } from '../application/read-elections';
import { ElectionForms } from './election-forms';
import { electionPage, electionRows } from './election-page';

/** Where the overseer keeps the elections: call one, move it, store its thresholds. */
@ApiExcludeController()
@Controller('toezicht/verkiezingen')
export class ElectionFormPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: ElectionForms,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const versions = await this.database.inTransaction(scopeOf(request), listElections);
    const html = this.pages.html(request, 'pages/elections/list.njk', {
      rows: electionRows(versions, '/toezicht/verkiezingen', this.pages.words(request)),
      mayCall: request.actor.role === 'overseer',
    });
    response.type('text/html').send(html);
  }

  @Get('nieuw')
  empty(@Req() request: WebRequest, @Res() response: Response): void {
    response.type('text/html').send(this.forms.empty(request));
  }

  @Post()
  async call(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.call(request));
  }

  @Get(':id')
  async one(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('opgeslagen') saved?: string,
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const versions = await readElectionHistory(tx, id);
      const recorders = await readRecorders(tx, id);
      const { userId: accountId, name, role } = request.actor;
      const mayRevise = role === 'overseer';
      const reader = { today: tx.today, mayRevise, recorders, accountId, name };
      return electionPage(versions, reader, this.pages.words(request));
    });
    if (data === null) throw notFound();
    const html = this.pages.html(request, 'pages/elections/one.njk', {
      ...data,
      base: '/toezicht/verkiezingen',
      saved: saved === 'ja',
    });
    response.type('text/html').send(html);
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
