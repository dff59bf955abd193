import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { QueryInteger, TextField } from '../../../platform/http/fields';
import { KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { recordRead } from '../../audit/public';
import { EXPORTS, isExportName } from '../application/export';
import { waysBetween } from '../application/paths';
import { listGivers, partForFile, readNodes } from '../application/read-node';
import { ALL_TIES, refKind, type TieFilter } from '../facts/graph';
import { sendExport } from './export.pages';
import { giverPosition } from './giver-position';
import { GiversAnswer, NeighbourhoodAnswer, PathsAnswer } from './network.answers';

const REF = /^(?:D-[0-9A-Z]{10}|P-[a-z0-9-]{1,80}|[RK]-[0-9a-f]{32})$/;

const REF_PARAM = ApiParam({
  name: 'ref',
  schema: { type: 'string', pattern: REF.source, maxLength: 90, example: 'P-polderpartij' },
});

class TieQuery extends KeysetQuery {
  @QueryInteger({
    example: 2025,
    min: 2013,
    max: 2199,
    optional: true,
    description: 'Gifts of this year only; all years together when absent.',
  })
  readonly year?: number;

  @QueryInteger({
    example: 500000,
    min: 0,
    max: 2_000_000_000,
    optional: true,
    description: 'Ties of money from this sum up, in whole cents.',
  })
  readonly leastAmount?: number;
}

export class GiversQuery extends TieQuery {}

export class NeighbourhoodQuery extends TieQuery {
  @QueryInteger({
    example: 2,
    min: 1,
    max: 3,
    optional: true,
    description: 'Steps; 1 when absent.',
  })
  readonly depth?: number;
}

export class PathsQuery extends TieQuery {
  @TextField({ example: 'P-polderpartij', pattern: REF, max: 90 })
  readonly from!: string;

  @TextField({ example: 'D-7KQ3X9TB2M', pattern: REF, max: 90 })
  readonly to!: string;
}

function filterOf({ year, leastAmount }: TieQuery): TieFilter {
  return { ...ALL_TIES, year: year ?? null, leastCents: leastAmount ?? 0 };
}

async function known(tx: Transaction, refs: readonly string[]): Promise<void> {
  if (refs.some((ref) => refKind(ref) === null)) throw notFound();
  const found = await readNodes(tx, [...new Set(refs)]);
  if (found.length < new Set(refs).size) throw notFound();
  await recordRead(tx, { entity: 'insight.donor', entityId: refs.join(' '), purpose: 'Wfpp 36' });
}

/** Who is tied to whom, for the staff: donors, owners, what they share, affiliates and parties. */
@ApiTags('network')
@Controller('v1/network')
export class NetworkController {
  constructor(private readonly database: Database) {}

  @Get('nodes/:ref')
  @REF_PARAM
  @ApiOperation({
    operationId: 'readNeighbourhood',
    summary: 'What lies around a donor, a party or something donors share',
    description: 'At most 2,000 nodes; `cut` says that there was more. Find nodes with /v1/search.',
  })
  @ApiOkResponse({ type: NeighbourhoodAnswer })
  async node(
    @Req() request: WebRequest,
    @Param('ref') ref: string,
    @Query() query: NeighbourhoodQuery,
  ): Promise<NeighbourhoodAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      await known(tx, [ref]);
      const found = await partForFile(tx, ref, query.depth ?? 1, filterOf(query));
      if (found === null) throw notFound();
      const { root, cut, nodes, ties } = found;
      return { root, cut, nodes, ties };
    });
  }

  @Get('nodes/:ref/givers')
  @REF_PARAM
  @ApiOperation({
    operationId: 'listGivers',
    summary: 'Who gave to a party or another recipient, the largest first',
  })
  @ApiOkResponse({ type: GiversAnswer })
  async givers(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('ref') ref: string,
    @Query() query: GiversQuery,
  ): Promise<GiversAnswer> {
    const size = pageSizeOf(query);
    const after = giverPosition(query.cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await known(tx, [ref]);
      return listGivers(tx, ref, filterOf(query), { after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, ({ position }) => position);
    const items = page.items.map(({ position: _, cents, ...giver }) => ({
      ...giver,
      cents: Number(cents),
    }));
    return { items, _links: page._links };
  }

  @Get('paths')
  @ApiOperation({
    operationId: 'findPaths',
    summary: 'How two are tied: the shortest ways, of four steps at most',
  })
  @ApiOkResponse({ type: PathsAnswer })
  async paths(@Req() request: WebRequest, @Query() query: PathsQuery): Promise<PathsAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      await known(tx, [query.from, query.to]);
      const found = await waysBetween(tx, query.from, query.to, filterOf(query));
      const paths = found.paths.map((path) => ({ steps: path.map((ref) => ({ ref })) }));
      return { cut: found.cut, paths, nodes: found.nodes, ties: found.ties };
    });
  }

  @Get('files/:name')
  @ApiParam({
    name: 'name',
    schema: { type: 'string', enum: Object.keys(EXPORTS), example: 'knopen.csv' },
  })
  @ApiOperation({
    operationId: 'exportNetwork',
    summary: 'The whole network as a file',
    description: `One of ${Object.keys(EXPORTS).join(', ')}. BODS 0.4 holds ownership only; it has no words for gifts.`,
  })
  @ApiProduces('application/graphml+xml', 'text/csv', 'application/json')
  @ApiOkResponse({ schema: { type: 'string', example: 'id,kind,name,place,country' } })
  async file(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('name') name: string,
  ): Promise<void> {
    if (!isExportName(name)) throw notFound();
    await sendExport(this.database, request, response, { name, part: null });
  }
}
