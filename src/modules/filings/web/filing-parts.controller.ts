import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { notFound } from '../../../platform/http/problem';
import { readUpload } from '../../../platform/http/upload';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { AttachDocument, RemoveDocument } from '../application/attach-document';
import { DOCX, LARGEST_DOCUMENT, ODT, PDF, XLSX } from '../application/document-type';
import { contentOf } from '../application/filing-fact';
import { overviewCsv } from '../application/overview-csv';
import {
  readCorrection,
  readDocument,
  readDocuments,
  readFiling,
  type StoredFiling,
} from '../application/read-filings';
import {
  AttachedDocumentAnswer,
  FilingDifferencesAnswer,
  RedrawnFilingAnswer,
} from './filing.answers';
import { DocumentQuery } from './filing.bodies';

const DOCUMENT_ID = ApiParam({
  name: 'documentId',
  schema: { type: 'string', format: 'uuid', example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11' },
});
const FILE = { type: 'string', format: 'binary' } as const;

/** The documents that go along, the exact bytes, the rows as CSV, and what a correction changes. */
@ApiTags('filings')
@Controller('v1/filings/:id')
export class FilingPartsController {
  constructor(
    private readonly database: Database,
    private readonly attaching: AttachDocument,
    private readonly removing: RemoveDocument,
  ) {}

  @Post('documents')
  @ApiOperation({
    operationId: 'attachDocument',
    summary: 'Attach a document to a draft; the same file twice is refused',
  })
  @ApiConsumes(PDF, DOCX, XLSX, ODT)
  @ApiBody({ schema: FILE, description: 'PDF, DOCX, XLSX or ODT, at most 10 MB.' })
  @ApiCreatedResponse({ type: AttachedDocumentAnswer })
  @ApiResponse({ status: 413, description: 'The file is over 10 MB.' })
  async createDocument(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) filingId: string,
    @Query() query: DocumentQuery,
  ): Promise<AttachedDocumentAnswer> {
    const bytes = await readUpload(request, response, LARGEST_DOCUMENT);
    const { part, name, recipientId = null, covers } = query;
    const command = { filingId, part, name, recipientId, bytes };
    return this.database.inTransaction(scopeOf(request), (tx) =>
      this.attaching.run(tx, { ...command, covers: covers?.split(',') ?? [] }),
    );
  }

  @Get('documents/:documentId')
  @DOCUMENT_ID
  @ApiProduces(PDF, DOCX, XLSX, ODT)
  @ApiOperation({ operationId: 'downloadDocument', summary: 'A document, byte for byte' })
  @ApiOkResponse({ schema: FILE })
  async document(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('documentId', IdPipe) documentId: string,
  ): Promise<void> {
    const document = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const filing = await readFiling(tx, id);
      const there = filing === null ? [] : await readDocuments(tx, filing);
      if (!there.some((one) => one.id === documentId)) throw notFound();
      await recordRead(tx, {
        entity: 'core.filed_document',
        entityId: documentId,
        purpose: 'Wfpp 25',
      });
      return readDocument(tx, documentId);
    });
    if (document === null) throw notFound();
    sendDocument(response, document);
  }

  @Post('documents/:documentId/removals')
  @DOCUMENT_ID
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'removeDocument', summary: 'Take a document out of a draft' })
  @ApiCreatedResponse({ type: RedrawnFilingAnswer })
  async createRemoval(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Param('documentId', IdPipe) documentId: string,
  ): Promise<RedrawnFilingAnswer> {
    return createOnce(this.database, request, response, (tx) =>
      this.removing.run(tx, id, documentId),
    );
  }

  @Get('content')
  @ApiProduces('application/json')
  @ApiOperation({
    operationId: 'downloadFiling',
    summary: 'The exact bytes: their SHA-256 is what is signed',
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async content(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<string> {
    const filing = await this.open(request, id);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.attachment(`${fileName(filing)}.json`);
    return filing.content;
  }

  @Get('export')
  @ApiProduces('text/csv')
  @ApiOperation({ operationId: 'exportFiling', summary: 'Every row of the overview as CSV' })
  @ApiOkResponse({ schema: FILE })
  async export(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const filing = await this.open(request, id);
    response.attachment(`${fileName(filing)}.csv`).type('text/csv; charset=utf-8');
    response.send(overviewCsv(contentOf(filing)));
  }

  @Get('differences')
  @ApiOperation({
    operationId: 'readFilingDifferences',
    summary: 'What this version changes in the one before it, field by field',
  })
  @ApiOkResponse({ type: FilingDifferencesAnswer })
  async differences(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<FilingDifferencesAnswer> {
    const { version, reason } = await this.open(request, id);
    const correction = await this.database.inTransaction(scopeOf(request), (tx) =>
      readCorrection(tx, id),
    );
    const before = correction?.before.version ?? null;
    return { before, after: version, reason, differences: correction?.differences ?? [] };
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

/** The number on the receipt, or the duty for a draft. */
export function fileName({ number, expectedKey, version }: StoredFiling): string {
  return number ?? `${expectedKey.replaceAll(':', '-')}-v${String(version)}`;
}

/** Sends a document as a file to keep: never shown inside a page. */
export function sendDocument(
  response: Response,
  document: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer },
): void {
  response.attachment(document.name).type(document.mediaType).send(document.bytes);
}
