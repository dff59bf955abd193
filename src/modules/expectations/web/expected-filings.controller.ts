import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { decodeCursor, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { listExpected } from '../application/read-expected';
import { readExpectedCase } from '../application/read-expected-case';
import { expectedDetail, expectedView } from './expected-view';
import { ExpectedFilingDetailAnswer, ExpectedFilingsAnswer } from './expected.answers';
import { ExpectedFilingsQuery } from './expected.query';

function afterOf(cursor: string | undefined): { lastDay: string; id: string } | null {
  if (cursor === undefined) return null;
  const [lastDay, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && isPlainDate(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { lastDay: String(lastDay), id: String(id) };
}

@ApiTags('expected-filings')
@Controller('v1/expected-filings')
export class ExpectedFilingsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({
    operationId: 'listExpectedFilings',
    summary: 'Who owes which filing by when and what was received of it, earliest last day first',
  })
  @ApiOkResponse({ type: ExpectedFilingsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: ExpectedFilingsQuery,
  ): Promise<ExpectedFilingsAnswer> {
    const size = pageSizeOf(query);
    const { year, kind, state: standing, election, organisation: tenantId } = query;
    const after = afterOf(query.cursor);
    const filter = { tenantId, year, kind, standing, election, after, limit: size + 1 };
    const rows = await this.database.inTransaction(scopeOf(request), (tx) =>
      listExpected(tx, filter),
    );
    const page = keysetPage(request, response, rows, size, (row) => [row.lastDay, row.id]);
    return { ...page, items: page.items.map(expectedView) };
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'readExpectedFiling',
    summary: 'One expected filing: every day with its article, parts, thresholds and findings',
  })
  @ApiOkResponse({ type: ExpectedFilingDetailAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<ExpectedFilingDetailAnswer> {
    const found = await this.database.inTransaction(scopeOf(request), (tx) =>
      readExpectedCase(tx, id),
    );
    if (found === null) throw notFound();
    return expectedDetail(found);
  }
}
