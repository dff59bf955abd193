import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { readOwed } from '../application/filing-desk';
import { contentOf } from '../application/filing-fact';
import { overviewCsv } from '../application/overview-csv';
import { readCorrection, readDocument, type StoredFiling } from '../application/read-filings';
import { differencesPage } from './differences-page';
import { FilingForms } from './filing-forms';
import { fileName, sendDocument } from './filing-parts.controller';
import { filingListPage } from './list-page';
import { filingTitle } from './overview-words';

/** '2' is version 2; anything else asks for the newest. */
function versionOf(text: string | undefined): number | null {
  return /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : null;
}

/** What a party owes, what it drew up and what it filed. */
@ApiExcludeController()
@Controller('overzichten')
export class FilingPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: FilingForms,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const words = this.pages.words(request);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.filing', entityId: 'list', purpose: 'Wfpp 25' });
      return filingListPage(await readOwed(tx, tenantOf(tx)), tx.today, words);
    });
    response.type('text/html').send(this.pages.html(request, 'pages/filings/list.njk', data));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('versie') version?: string,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    const shown = { version: versionOf(version), done: done ?? '' };
    response.type('text/html').send(await this.forms.show(request, id, shown));
  }

  @Get(':id/verschillen')
  async differences(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('versie') version?: string,
  ): Promise<void> {
    const words = this.pages.words(request);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await this.forms.desk(tx, id, versionOf(version));
      const correction = desk.shown === null ? null : await readCorrection(tx, desk.shown.id);
      if (correction === null) throw notFound();
      const title = filingTitle(desk.expected, desk.election, words);
      const back = `/overzichten/${id}?versie=${String(correction.after.version)}`;
      return differencesPage(correction, title, back, words);
    });
    const html = this.pages.html(request, 'pages/filings/differences.njk', data);
    response.type('text/html').send(html);
  }

  /** The exact bytes; their SHA-256 is what is signed. */
  @Get(':id/opgave.json')
  async bytes(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('versie') version?: string,
  ): Promise<void> {
    sendFiling(response, await this.open(request, id, version), 'json');
  }

  @Get(':id/opgave.csv')
  async rows(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('versie') version?: string,
  ): Promise<void> {
    sendFiling(response, await this.open(request, id, version), 'csv');
  }

  @Get(':id/stukken/:documentId')
  async document(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('documentId', IdPipe) documentId: string,
  ): Promise<void> {
    const document = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const { expected } = await this.forms.desk(tx, id, null);
      const found = await readDocument(tx, documentId);
      if (found?.expectedKey !== expected.key) throw notFound();
      await read(tx, 'core.filed_document', documentId);
      return found;
    });
    sendDocument(response, document);
  }

  private open(
    request: WebRequest,
    id: string,
    version: string | undefined,
  ): Promise<StoredFiling> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const { shown } = await this.forms.desk(tx, id, versionOf(version));
      if (shown === null) throw notFound();
      await read(tx, 'core.filing', shown.id);
      return shown;
    });
  }
}

function read(tx: Transaction, entity: string, entityId: string): Promise<void> {
  return recordRead(tx, { entity, entityId, purpose: 'Wfpp 25' });
}

/** Sends a version as a file to keep: its exact bytes, or its rows. */
export function sendFiling(response: Response, filing: StoredFiling, format: 'json' | 'csv'): void {
  response.attachment(`${fileName(filing)}.${format}`);
  if (format === 'json') {
    response.type('application/json; charset=utf-8').send(Buffer.from(filing.content, 'utf8'));
  } else response.type('text/csv; charset=utf-8').send(overviewCsv(contentOf(filing)));
}
