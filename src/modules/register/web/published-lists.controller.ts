import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { plainDate } from '../../../legal/kernel/plain-date';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { DayField, QueryInteger, TextField } from '../../../platform/http/fields';
import { decodeCursor, KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { readUpload } from '../../../platform/http/upload';
import { ImportPublishedList, LARGEST_LIST_BYTES } from '../application/import-published-list';
import { ReadRegister } from '../application/read-register';
import { ListHistoryAnswer, ListsAnswer } from './list.answers';
import { listView, rowView } from './list-view';
import { ImportAnswer, ReconciliationAnswer } from './reconciliation.answers';
import { DonorTotalAnswer, RowsAnswer } from './rows.answers';
import { YearPipe } from './year';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { type: 'string', format: 'binary' } as const;

export class ImportQuery {
  @QueryInteger({ example: 2025, min: 2023, max: 2099, description: 'The year of the list.' })
  readonly year!: number;

  @DayField({
    example: '2026-01-15',
    optional: true,
    description: 'The day this version was first seen in public; today when absent.',
  })
  readonly seenOn?: string;

  @TextField({
    example: 'Refund to a donor of the PvdA, reported by the party.',
    max: 500,
    optional: true,
    description: 'Why published rows are lowered or removed; needed when this version does so.',
  })
  readonly reason?: string;
}

export class RowsQuery extends KeysetQuery {
  @TextField({ example: 'CDA', max: 100, optional: true, description: 'Only this party.' })
  readonly party?: string;
}

/** The lists of substantial gifts that the ministry publishes (Wfpp art. 25a). */
@ApiTags('published-lists')
@Controller('v1/published-lists')
export class PublishedListsController {
  constructor(
    private readonly importer: ImportPublishedList,
    private readonly register: ReadRegister,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'importPublishedList',
    summary: 'Import a published list (CSV); a file that was imported before is recognised',
  })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: FILE, description: `CSV in UTF-8, at most ${LARGEST_LIST_BYTES} bytes.` })
  @ApiCreatedResponse({ type: ImportAnswer, description: 'A new version of this year.' })
  @ApiOkResponse({ type: ImportAnswer, description: 'Recognised; nothing was added.' })
  @ApiResponse({ status: 413, description: `The file is over ${LARGEST_LIST_BYTES} bytes.` })
  @ApiResponse({ status: 415, description: 'The body is not text/csv.' })
  @ApiResponse({ status: 422, description: 'Something is lowered or removed without a reason.' })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: ImportQuery,
  ): Promise<ImportAnswer> {
    const outcome = await this.importer.run(scopeOf(request), {
      year: query.year,
      bytes: await readUpload(request, response, LARGEST_LIST_BYTES),
      seenOn: query.seenOn === undefined ? null : plainDate(query.seenOn),
      reason: query.reason ?? null,
    });
    response.status(outcome.outcome === 'imported' ? 201 : 200);
    response.setHeader('Location', `/v1/published-lists/${String(outcome.year)}`);
    return outcome;
  }

  @Get()
  @ApiOperation({ operationId: 'listPublishedLists', summary: 'The newest list of each year' })
  @ApiOkResponse({ type: ListsAnswer })
  async list(@Req() request: WebRequest): Promise<ListsAnswer> {
    const versions = await this.register.years(scopeOf(request));
    return { items: versions.map(listView) };
  }

  @Get(':year')
  @ApiOperation({
    operationId: 'readPublishedList',
    summary: 'The list of a year, with every version and what it changed',
  })
  @ApiOkResponse({ type: ListHistoryAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('year', YearPipe) year: number,
  ): Promise<ListHistoryAnswer> {
    const changes = await this.register.changes(scopeOf(request), year);
    const [newest] = changes;
    if (newest === undefined) throw new Error(`the list of ${String(year)} has no version`);
    const versions = changes.map(({ version, differences }) => ({
      ...listView(version),
      differences,
    }));
    return { ...listView(newest.version), versions };
  }

  @Get(':year/rows')
  @ApiOperation({ operationId: 'listPublishedRows', summary: 'Donor totals with their gifts' })
  @ApiOkResponse({ type: RowsAnswer })
  async rows(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('year', YearPipe) year: number,
    @Query() query: RowsQuery,
  ): Promise<RowsAnswer> {
    const limit = pageSizeOf(query);
    const rows = await this.register.rows(scopeOf(request), year, {
      afterRow: afterRow(query.cursor),
      limit: limit + 1,
      party: query.party ?? null,
    });
    const views: DonorTotalAnswer[] = rows.map(rowView);
    return keysetPage(request, response, views, limit, ({ row }) => [row]);
  }

  @Get(':year/reconciliation')
  @ApiOperation({
    operationId: 'readReconciliation',
    summary: 'Printed totals against the sum of the rows, with the cells that explain a difference',
  })
  @ApiOkResponse({ type: ReconciliationAnswer })
  async reconciliation(
    @Req() request: WebRequest,
    @Param('year', YearPipe) year: number,
  ): Promise<ReconciliationAnswer> {
    return (await this.register.year(scopeOf(request), year)).report;
  }

  @Get(':year/export')
  @ApiOperation({
    operationId: 'exportPublishedList',
    summary: "The whole list in the ministry's layout, as CSV or XLSX",
  })
  @ApiProduces('text/csv', XLSX)
  @ApiOkResponse({ schema: FILE })
  async export(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('year', YearPipe) year: number,
  ): Promise<void> {
    response.setHeader('Vary', 'Accept');
    if (request.accepts(['text/csv', XLSX]) === XLSX) {
      const book = await this.register.workbook(scopeOf(request), year);
      response
        .type(XLSX)
        .attachment(`giften-${String(year)}.xlsx`)
        .send(book);
    } else {
      const csv = await this.register.csv(scopeOf(request), year);
      response
        .attachment(`giften-${String(year)}.csv`)
        .type('text/csv; charset=utf-8')
        .send(csv);
    }
  }
}

export function afterRow(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [row] = decodeCursor(cursor, [
    (part) => Number.isSafeInteger(part) && Number(part) > 0 && Number(part) < 1e9,
  ]);
  return Number(row);
}
