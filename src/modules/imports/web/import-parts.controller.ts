import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { Pages } from '../../../platform/http/pages';
import { badInput, notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { DecideImportDonor } from '../application/confirm-import';
import { readDoubts, readRun } from '../application/read-imports';
import { markedWorkbook, templateOf } from '../application/workbooks';
import { IMPORT_KINDS } from '../layout/column';
import { kindOf } from './import-input';
import { DecideDonorBody, DoubtsAnswer, FileRowsQuery } from './import.answers';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { type: 'string', format: 'binary' } as const;
const MOST_DOUBTS = 1_000;

/** The file with its faults marked, and the donors a person must decide about. */
@ApiTags('imports')
@Controller('v1/imports/:id')
export class ImportPartsController {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly deciding: DecideImportDonor,
  ) {}

  @Get('marked-workbook')
  @ApiProduces(XLSX)
  @ApiOperation({
    operationId: 'downloadMarkedWorkbook',
    summary: 'The file with every fault marked; only=faulty gives the rows that wait',
  })
  @ApiOkResponse({ schema: FILE })
  async marked(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query() query: FileRowsQuery,
  ): Promise<void> {
    const file = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const run = await readRun(tx, id);
      if (run === null || run.outcome === null) throw notFound();
      await recordRead(tx, { entity: 'core.import_run', entityId: id, purpose: 'Wfpp 21' });
      return markedWorkbook(tx, run, query.only === 'faulty', this.pages.words(request));
    });
    response.attachment('marked.xlsx').type(XLSX).send(file);
  }

  @Get('donors')
  @ApiOperation({
    operationId: 'listImportDoubts',
    summary: 'Donors of the file of which a person says who they are',
  })
  @ApiOkResponse({ type: DoubtsAnswer })
  doubts(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<DoubtsAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      if ((await readRun(tx, id)) === null) throw notFound();
      await recordRead(tx, { entity: 'core.import_run', entityId: id, purpose: 'Wfpp 21' });
      const doubts = await readDoubts(tx, id, MOST_DOUBTS);
      return {
        items: doubts.map(({ number, description, rows, decided, candidates }) => ({
          number,
          name: description.name,
          rows,
          decided,
          candidates: candidates.map(({ donorId }) => donorId),
        })),
      };
    });
  }

  @Post('donors/:number/decisions')
  @HttpCode(201)
  @Idempotent()
  @ApiParam({
    name: 'number',
    schema: { type: 'integer', minimum: 1, maximum: 9_999_999, example: 3 },
  })
  @ApiOperation({ operationId: 'decideImportDonor', summary: 'Say who a donor of the file is' })
  @ApiCreatedResponse({ type: DoubtsAnswer })
  createDecision(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Param('number') number: string,
    @Body() body: DecideDonorBody,
  ): Promise<DoubtsAnswer> {
    if (!/^[1-9]\d{0,6}$/.test(number)) throw notFound();
    const { isNew, donorId } = body;
    if (isNew === (donorId !== undefined))
      throw badInput({
        in: 'body',
        location: '/donorId',
        code: 'donor.one_of',
        detail: 'Give a donorId, or isNew true without one.',
      });
    return createOnce(this.database, request, response, async (tx) => {
      await this.deciding.run(tx, id, Number(number), donorId ?? null);
      return { items: [] };
    });
  }
}

/** Templates to fill in. */
@ApiTags('imports')
@Controller('v1/import-templates')
export class ImportTemplatesController {
  constructor(private readonly pages: Pages) {}

  @Get(':kind')
  @ApiProduces(XLSX)
  @ApiParam({
    name: 'kind',
    schema: { type: 'string', enum: [...IMPORT_KINDS], example: 'contributions' },
  })
  @ApiOperation({
    operationId: 'downloadImportTemplate',
    summary: 'The template of a kind as XLSX',
  })
  @ApiOkResponse({ schema: FILE })
  async template(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('kind') named: string,
  ): Promise<void> {
    const kind = kindOf(named);
    if (kind === null) throw notFound();
    const file = await templateOf(kind, this.pages.words(request));
    response.attachment(`${kind}.xlsx`).type(XLSX).send(file);
  }
}
