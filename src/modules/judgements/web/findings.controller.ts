import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import {
  decodeMomentCursor,
  KeysetQuery,
  keysetPage,
  pageSizeOf,
} from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import {
  listFindings,
  readFinding,
  type Source,
  type StoredFinding,
} from '../application/read-judgements';
import { findingView } from './finding-view';
import { FindingsAnswer, StoredFindingAnswer } from './judgement.answers';

function view(stored: StoredFinding): StoredFindingAnswer {
  return {
    id: stored.id,
    donorId: stored.donorId,
    year: stored.year,
    foundAt: stored.foundAt,
    ...findingView(stored.content),
  };
}

@ApiTags('findings')
@Controller('v1/findings')
export class FindingsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({
    operationId: 'listFindings',
    summary: 'Open findings: of your own ledger, or, for the overseer, of what was disclosed',
  })
  @ApiOkResponse({ type: FindingsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<FindingsAnswer> {
    const size = pageSizeOf(query);
    const key = decodeMomentCursor(query.cursor);
    const after = key === null ? null : { foundAt: key.at, id: key.id };
    const scope = scopeOf(request);
    const source: Source = scope.role === 'staff' ? 'disclosed' : 'ledger';
    const rows = await this.database.inTransaction(scope, async (tx) => {
      await recordRead(tx, { entity: 'core.finding', entityId: 'list', purpose: 'Wfpp 36' });
      return listFindings(tx, { source, after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.foundAt, row.id]);
    return { ...page, items: page.items.map(view) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readFinding', summary: 'One finding with all that it saw' })
  @ApiOkResponse({ type: StoredFindingAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<StoredFindingAnswer> {
    const found = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const stored = await readFinding(tx, id);
      if (stored !== null)
        await recordRead(tx, { entity: 'core.finding', entityId: id, purpose: 'Wfpp 36' });
      return stored;
    });
    if (found === null) throw notFound();
    return view(found);
  }
}
