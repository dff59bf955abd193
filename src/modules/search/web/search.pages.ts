import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { recordRead } from '../../audit/public';
import { type Found, groupsFor, search } from '../application/search';
import { type Group } from '../facts/hit';
import { LONGEST } from '../reading/read-query';
import { positionOf } from './positions';
import {
  hrefOf,
  lineOf,
  MOST_COUNTED,
  PAGE_SIZE,
  type SearchForm,
  searchPage,
  type SearchView,
} from './search-page';

/** The fields of the form, as a browser sends them; what fits no choice counts as not chosen. */
class Asked {
  readonly q?: unknown;
  readonly soort?: unknown;
  readonly jaar?: unknown;
  readonly vanaf?: unknown;
  readonly cursor?: unknown;
}

function text(value: unknown, shape: RegExp): string {
  const written = typeof value === 'string' ? value.trim() : '';
  return shape.test(written) ? written : '';
}

function formOf(asked: Asked, groups: readonly Group[]): SearchForm {
  const q = typeof asked.q === 'string' ? asked.q.trim().slice(0, LONGEST) : '';
  return {
    q,
    group: groups.find((group) => group === asked.soort) ?? null,
    year: text(asked.jaar, /^20\d{2}$/),
    least: text(asked.vanaf, /^[\d.,]{1,15}$/),
  };
}

/** Searching on pages: the staff in all there is, a party in its own records. */
@ApiExcludeController()
@Controller()
export class SearchPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get('toezicht/zoeken')
  staff(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() asked: Record<string, unknown>,
  ): Promise<void> {
    return this.show(request, response, '/toezicht/zoeken', asked);
  }

  @Get('zoeken')
  party(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() asked: Record<string, unknown>,
  ): Promise<void> {
    return this.show(request, response, '/zoeken', asked);
  }

  private async show(
    request: WebRequest,
    response: Response,
    base: SearchView['base'],
    asked: Asked,
  ): Promise<void> {
    const scope = scopeOf(request);
    const ofParty = scope.role === 'app';
    const { found, view } = await this.database.inTransaction(scope, async (tx) => {
      const groups = groupsFor(tx);
      const form = formOf(asked, groups);
      const cursor = typeof asked.cursor === 'string' ? asked.cursor : undefined;
      const after = positionOf(cursor, form.group, ofParty);
      const limit = 1 + (form.group === null ? MOST_COUNTED : PAGE_SIZE);
      if (form.q !== '') {
        const entity = ofParty ? 'core.contribution' : 'insight.gift';
        await recordRead(tx, { entity, entityId: 'search', purpose: 'Wfpp 36' });
      }
      const results = await search(tx, lineOf(form), form.group, { after, limit });
      const previous = after === null ? '' : hrefOf(base, form, form.group);
      const next = nextOf(request, response, results, form.group);
      const paging = { previous, next };
      return { found: results, view: { base, form, groups, today: tx.today, paging } };
    });
    const data = searchPage(found, view, this.pages.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/search/search.njk', data));
  }
}

/** One group has pages; all groups together show the start of each. */
function nextOf(
  request: WebRequest,
  response: Response,
  { groups }: Found,
  only: Group | null,
): string {
  const hits = only === null ? [] : (groups[0]?.hits ?? []);
  const page = keysetPage(request, response, hits, PAGE_SIZE, ({ position }) => position);
  return page._links.next?.href ?? '';
}
