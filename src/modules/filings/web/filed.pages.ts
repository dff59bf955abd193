import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { readFiledDesk } from '../application/filing-desk';
import {
  readCorrection,
  readDocument,
  readDocuments,
  readFiling,
  type StoredFiling,
} from '../application/read-filings';
import { filedPage } from './filed-page';
import { sendDocument } from './filing-parts.controller';
import { sendFiling } from './filings.pages';

/** What was filed, as the overseer reads it: its versions, and where sources differ. */
@ApiExcludeController()
@Controller('toezicht/overzichten/opgaven/:id')
export class FiledPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get()
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const words = this.pages.words(request);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await readFiledDesk(tx, id);
      const shown = desk?.shown ?? null;
      if (desk === null || shown === null) throw notFound();
      await recordRead(tx, { entity: 'core.filing', entityId: id, purpose: 'Wfpp 25' });
      return filedPage(desk, shown, await readCorrection(tx, id), words);
    });
    response.type('text/html').send(this.pages.html(request, 'pages/filings/filed.njk', data));
  }

  @Get('opgave.json')
  async bytes(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendFiling(response, await this.open(request, id), 'json');
  }

  @Get('opgave.csv')
  async rows(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendFiling(response, await this.open(request, id), 'csv');
  }

  @Get('stukken/:documentId')
  async document(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('documentId', IdPipe) documentId: string,
  ): Promise<void> {
    const filing = await this.open(request, id);
    const document = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const there = (await readDocuments(tx, filing)).some((one) => one.id === documentId);
      return there ? readDocument(tx, documentId) : null;
    });
    if (document === null) throw notFound();
    sendDocument(response, document);
  }

  private open(request: WebRequest, id: string): Promise<StoredFiling> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const filing = await readFiling(tx, id);
      if (filing === null) throw notFound();
      await recordRead(tx, { entity: 'core.filing', entityId: id, purpose: 'Wfpp 25' });
      return filing;
    });
  }
}
