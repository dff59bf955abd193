import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { decodeCursor, KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { readUpload } from '../../../platform/http/upload';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import { readStatementEntries } from '../application/read-entries';
import {
  findIntake,
  findStatement,
  listStatements,
  type StatementKey,
} from '../application/read-statements';
import { LARGEST_STATEMENT, TakeInStatement } from '../application/take-in-statement';
import { entryView, intakeView, statementView } from './statement-views';
import {
  BankEntriesAnswer,
  BankStatementAnswer,
  BankStatementsAnswer,
  StatementIntakeAnswer,
} from './statement.answers';
import { StatementFileQuery } from './statement.bodies';

const FILE = { type: 'string', format: 'binary' } as const;
const READ = { entity: 'core.bank_statement', purpose: '/v1/bank-statements' } as const;

/** Statements of a bank: send a file, follow how it is read, and read what it holds. */
@ApiTags('bank')
@Controller('v1')
export class StatementsController {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly taking: TakeInStatement,
  ) {}

  @Post('bank-statements')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'sendBankStatement',
    summary: 'Send a file of a bank; it is read in the background, all of it or nothing',
    description: 'The same bytes again give the first intake, so sending twice does no harm.',
  })
  @ApiConsumes('application/xml', 'text/xml', 'text/plain', 'text/csv')
  @ApiBody({
    schema: FILE,
    description: 'CAMT.053 02 or 08, MT940, or the CSV of ING, Rabobank or ABN AMRO; 32 MB.',
  })
  @ApiAcceptedResponse({ type: StatementIntakeAnswer })
  @ApiResponse({ status: 413, description: 'The file is over 32 MB.' })
  async send(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() { name = 'afschrift' }: StatementFileQuery,
  ): Promise<StatementIntakeAnswer> {
    const bytes = await readUpload(request, response, LARGEST_STATEMENT);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const { intakeId, known } = await this.taking.run(tx, { name, bytes });
      const intake = await findIntake(tx, tenantOf(tx), intakeId);
      if (intake === null) throw notFound();
      response.setHeader('Location', `/v1/statement-intakes/${intakeId}`);
      return intakeView(intake, known, this.pages.words(request));
    });
  }

  @Get('statement-intakes/:id')
  @ApiOperation({
    operationId: 'readStatementIntake',
    summary: 'How far a file is, what it brought, or everything that is wrong with it',
  })
  @ApiOkResponse({ type: StatementIntakeAnswer })
  async intake(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<StatementIntakeAnswer> {
    const intake = await this.database.inTransaction(scopeOf(request), (tx) =>
      findIntake(tx, tenantOf(tx), id),
    );
    if (intake === null) throw notFound();
    return intakeView(intake, false, this.pages.words(request));
  }

  @Get('bank-statements')
  @ApiOperation({ operationId: 'listBankStatements', summary: 'Statements, latest period first' })
  @ApiOkResponse({ type: BankStatementsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<BankStatementsAnswer> {
    const size = pageSizeOf(query);
    const after = statementKey(query.cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { ...READ, entityId: 'list' });
      return listStatements(tx, tenantOf(tx), { after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.until, row.id]);
    return { ...page, items: page.items.map(statementView) };
  }

  @Get('bank-statements/:id')
  @ApiOperation({ operationId: 'readBankStatement', summary: 'One statement, without its lines' })
  @ApiOkResponse({ type: BankStatementAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<BankStatementAnswer> {
    const statement = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { ...READ, entityId: id });
      return findStatement(tx, tenantOf(tx), id);
    });
    if (statement === null) throw notFound();
    return statementView(statement);
  }

  @Get('bank-statements/:id/entries')
  @ApiOperation({
    operationId: 'listBankEntries',
    summary: 'The lines that a statement brought first, as the bank wrote them',
  })
  @ApiOkResponse({ type: BankEntriesAnswer })
  async entries(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Query() query: KeysetQuery,
  ): Promise<BankEntriesAnswer> {
    const size = pageSizeOf(query);
    const after = positionKey(query.cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      if ((await findStatement(tx, tenantOf(tx), id)) === null) throw notFound();
      await recordRead(tx, { ...READ, entityId: id });
      const place = after === null ? {} : { afterPosition: after };
      return readStatementEntries(tx, tenantOf(tx), { statementId: id, limit: size + 1, ...place });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.position]);
    return { ...page, items: page.items.map(entryView) };
  }
}

function statementKey(cursor: string | undefined): StatementKey | null {
  if (cursor === undefined) return null;
  const [until, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && isPlainDate(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { until: String(until), id: String(id) };
}

function positionKey(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  const isPosition = (part: string | number): boolean =>
    typeof part === 'number' && Number.isInteger(part) && part >= 0 && part < 1_000_000_000;
  return Number(decodeCursor(cursor, [isPosition])[0]);
}
