import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeMomentCursor, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { badInput, notFound, problem } from '../../../platform/http/problem';
import { readUpload } from '../../../platform/http/upload';
import { IdPipe } from '../../../platform/http/validation';
import { checkGate, FileRefused } from '../../../platform/intake/public';
import { recordRead } from '../../audit/public';
import { CancelImport, ConfirmImport } from '../application/confirm-import';
import { type ImportRun, readRows, readRun, readRuns } from '../application/read-imports';
import { StartImport } from '../application/start-import';
import { LARGEST_TABLE } from './import-input';
import {
  ConfirmImportBody,
  FileImportAnswer,
  ImportRowsAnswer,
  FileImportsAnswer,
  ImportsQuery,
  importView,
  FileRowsQuery,
  rowView,
  StartImportQuery,
} from './import.answers';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { type: 'string', format: 'binary' } as const;
const ROWS = 100;

/** Files of gifts, donors, affiliates, debts and overviews: sent, read, looked at, booked. */
@ApiTags('imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly database: Database,
    private readonly starting: StartImport,
    private readonly confirming: ConfirmImport,
    private readonly cancelling: CancelImport,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listImports', summary: 'Your imports, newest first' })
  @ApiOkResponse({ type: FileImportsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: ImportsQuery,
  ): Promise<FileImportsAnswer> {
    const size = pageSizeOf(query);
    const key = decodeMomentCursor(query.cursor);
    const after = key === null ? null : { moment: key.at, id: key.id };
    const runs = await this.database.inTransaction(scopeOf(request), (tx) =>
      readRuns(tx, { after, limit: size + 1 }),
    );
    const page = keysetPage(request, response, runs, size, (run) => [run.requestedAt, run.id]);
    return { ...page, items: page.items.map(importView) };
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({
    operationId: 'startImport',
    summary: 'Send a file to be read; the same bytes twice is refused unless again=yes',
  })
  @ApiConsumes(XLSX, 'text/csv')
  @ApiBody({ schema: FILE, description: 'XLSX or CSV.' })
  @ApiCreatedResponse({ type: FileImportAnswer })
  @ApiResponse({ status: 409, description: 'The same file was taken in before.' })
  @ApiResponse({ status: 413, description: 'The file is too large.' })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: StartImportQuery,
  ): Promise<FileImportAnswer> {
    const bytes = await readUpload(request, response, LARGEST_TABLE);
    const { kind, name, year = null, again } = query;
    if (kind === 'contributions' && year === null)
      throw badInput({
        in: 'query',
        location: 'year',
        code: 'year.required',
        detail: 'Give the calendar year in which the contributions were received.',
      });
    await throughGate(bytes, name);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const ofYear = kind === 'contributions' ? year : null;
      const command = { kind, name, bytes, year: ofYear, again: again === 'yes' };
      const { importId, before } = await this.starting.run(tx, command);
      if (before !== null)
        throw problem(
          409,
          'import.sent_before',
          `The same file was taken in on ${before.requestedAt} as import ${before.id}. Send again=yes to take it in once more.`,
        );
      return importView(await known(tx, importId));
    });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readImport', summary: 'How far an import is, and what was found' })
  @ApiOkResponse({ type: FileImportAnswer })
  read(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<FileImportAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) =>
      importView(await known(tx, id)),
    );
  }

  @Get(':id/rows')
  @ApiOperation({
    operationId: 'listImportRows',
    summary: 'The rows with their faults, warnings and what booking them means',
  })
  @ApiOkResponse({ type: ImportRowsAnswer })
  async rows(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
    @Query() query: FileRowsQuery,
  ): Promise<ImportRowsAnswer> {
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await known(tx, id);
      await recordRead(tx, { entity: 'core.import_run', entityId: id, purpose: 'Wfpp 21' });
      const page = { filter: query.only ?? 'all', after: query.after ?? 0, limit: ROWS + 1 };
      return readRows(tx, id, page);
    });
    return { items: rows.slice(0, ROWS).map(rowView), more: rows.length > ROWS };
  }

  @Post(':id/confirmations')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'confirmImport', summary: 'Have the rows booked' })
  @ApiCreatedResponse({ type: FileImportAnswer })
  createConfirmation(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: ConfirmImportBody,
  ): Promise<FileImportAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.confirming.run(tx, id, body.mode);
      return importView(await known(tx, id));
    });
  }

  @Post(':id/cancellations')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'cancelImport', summary: 'Book nothing of this file' })
  @ApiCreatedResponse({ type: FileImportAnswer })
  createCancellation(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<FileImportAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.cancelling.run(tx, id);
      return importView(await known(tx, id));
    });
  }
}

/** @throws Problem 404. */
async function known(tx: Transaction, id: string): Promise<ImportRun> {
  const run = await readRun(tx, id);
  if (run === null) throw notFound();
  return run;
}

/** @throws Problem 400 for a file that may not be read. */
async function throughGate(bytes: Uint8Array, name: string): Promise<void> {
  try {
    await checkGate(bytes, name);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code } = error.refusal;
    throw badInput({
      in: 'body',
      location: '',
      code: `file.${code}`,
      detail: `The file is refused: ${code}. Send an XLSX or CSV file whose name says what it is.`,
    });
  }
}
