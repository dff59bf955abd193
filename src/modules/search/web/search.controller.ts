import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { ChoiceField, TextField } from '../../../platform/http/fields';
import { KeysetQuery, keysetPage, type Links, pageSizeOf } from '../../../platform/http/keyset';
import { badInput } from '../../../platform/http/problem';
import { recordRead } from '../../audit/public';
import { type Found, type FoundGroup, search } from '../application/search';
import { type Group, GROUPS, type Hit } from '../facts/hit';
import { type Part } from '../reading/part';
import { LONGEST } from '../reading/read-query';
import { positionOf } from './positions';
import {
  type FoundGroupAnswer,
  type HitAnswer,
  SearchAnswer,
  type UnderstoodAnswer,
} from './search.answers';

export class SearchQuery extends KeysetQuery {
  @TextField({
    example: 'de vries 2025 >5000',
    max: LONGEST,
    description:
      'Names in any spelling, places, amounts, days, months, years, numbers of the trade register, of notices, cases and letters, and public numbers. All of it must hold.',
  })
  readonly query!: string;

  @ChoiceField({
    example: 'gifts',
    choices: GROUPS,
    optional: true,
    description: 'Only this group; needed to go on after the first page.',
  })
  readonly group?: Group;
}

/** So many of each group when all groups are asked for. */
const OF_EACH = 10;

/** Finding things: the staff in all that was disclosed and filed, a party in its own records. */
@ApiTags('search')
@Controller('v1/search')
export class SearchController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({
    operationId: 'search',
    summary: 'Find donors, gifts, organisations and papers by what is in them',
    description:
      'The staff searches all that was disclosed and filed; a party searches its own records. Without `group` the answer holds the first ten of every group.',
  })
  @ApiOkResponse({ type: SearchAnswer })
  async find(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: SearchQuery,
  ): Promise<SearchAnswer> {
    const only = query.group ?? null;
    const size = only === null ? (query.pageSize ?? OF_EACH) : pageSizeOf(query);
    const scope = scopeOf(request);
    if (query.cursor !== undefined && only === null) throw cursorWithoutGroup();
    const after = positionOf(query.cursor, only, scope.role === 'app');
    const found = await this.database.inTransaction(scope, async (tx) => {
      const entity = scope.role === 'app' ? 'core.contribution' : 'insight.gift';
      await recordRead(tx, { entity, entityId: 'search', purpose: 'Wfpp 36' });
      return search(tx, query.query, only, { after, limit: size + 1 });
    });
    const _links = linksOf(request, response, found, only, size);
    return { ...answerOf(found, size), _links };
  }
}

function cursorWithoutGroup(): Error {
  const detail = 'A cursor goes on in one group. Say which with `group`.';
  return badInput({ in: 'query', location: 'group', code: 'group.missing', detail });
}

function linksOf(
  request: WebRequest,
  response: Response,
  { groups }: Found,
  only: Group | null,
  size: number,
): Links {
  const hits: readonly Hit[] = only === null ? [] : (groups[0]?.hits ?? []);
  return keysetPage(request, response, hits, size, ({ position }) => position)._links;
}

function understoodAnswer(part: Part): UnderstoodAnswer {
  const { text, kind } = part;
  if (kind !== 'amount' && kind !== 'days') return { text, kind, from: null, until: null };
  const written = (bound: string | number | null): string | null =>
    bound === null ? null : String(bound);
  return { text, kind, from: written(part.from), until: written(part.until) };
}

function hitAnswer({ position: _, amountCents, ...hit }: Hit): HitAnswer {
  return { ...hit, amount: amountCents };
}

function groupAnswer({ group, hits, partly }: FoundGroup, size: number): FoundGroupAnswer {
  return {
    group,
    partly,
    more: hits.length > size,
    items: hits.slice(0, size).map(hitAnswer),
  };
}

function answerOf(found: Found, size: number): Omit<SearchAnswer, '_links'> {
  return {
    understood: found.query.parts.map(understoodAnswer),
    groups: found.groups.map((group) => groupAnswer(group, size)),
  };
}
