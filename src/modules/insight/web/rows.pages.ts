import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { decodeCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { readChoice, readParty } from '../application/read-choice';
import {
  type GiftFilter,
  type GiftRow,
  nextRows,
  readDonorByPublicId,
  readRows,
  type RowsPage,
} from '../application/read-rows';
import { type Choice } from '../facts/choice';
import { askedRows, type AskedRows, type Query as Asked } from './address';
import { sendRows } from './rows-csv';
import { rowsPage } from './rows-page';

const PAGE_SIZE = 50;
const FILE_PAGE = 5000;

interface Found {
  readonly asked: AskedRows;
  readonly choice: Choice;
  readonly partyName: string | null;
  readonly donor: {
    readonly id: string;
    readonly name: string | null;
    readonly kind: string;
  } | null;
  readonly filter: GiftFilter;
}

/** Where a list of gifts goes on. @throws Problem 400 for anything this list did not give. */
export function rowPosition(cursor: unknown): RowsPage['after'] {
  if (typeof cursor !== 'string') return null;
  const [day, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && /^\d{4}-\d\d-\d\d$/.test(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { day: String(day), id: String(id) };
}

/** The rows behind every figure. */
@ApiExcludeController()
@Controller('toezicht/cijfers')
export class InsightRowPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get('rijen')
  async rows(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Asked,
  ): Promise<void> {
    const after = rowPosition(query['cursor']);
    const { found, rows } = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = await find(tx, query);
      return { found, rows: await readRows(tx, found.filter, { after, limit: PAGE_SIZE + 1 }) };
    });
    const page = keysetPage(request, response, rows, PAGE_SIZE, ({ day, id }) => [day, id]);
    const [, search = ''] = request.originalUrl.split('?');
    const parameters = new URLSearchParams(search);
    parameters.delete('cursor');
    const plain = parameters.toString();
    const facts = {
      ...found,
      rows: page.items,
      paging: {
        previous: after === null ? '' : `/toezicht/cijfers/rijen?${plain}`,
        next: page._links.next?.href ?? '',
      },
      download: `/toezicht/cijfers/rijen.csv?${plain}`,
    };
    const data = rowsPage(facts, this.pages.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/insight/rows.njk', data));
  }

  @Get('rijen.csv')
  async file(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Asked,
  ): Promise<void> {
    const scope = scopeOf(request);
    const filter = await this.database.inTransaction(scope, async (tx) => {
      const found = await find(tx, query);
      return found.filter;
    });
    await sendRows(response, this.pagesOf(scope, filter));
  }

  /** Row after row, one page in memory; a slow reader holds no transaction open. */
  private async *pagesOf(scope: Scope, filter: GiftFilter): AsyncGenerator<readonly GiftRow[]> {
    let after: RowsPage['after'] = null;
    for (;;) {
      const page: RowsPage = { after, limit: FILE_PAGE };
      const first = after === null;
      const rows: readonly GiftRow[] = await this.database.inTransaction(scope, (tx) =>
        first ? readRows(tx, filter, page) : nextRows(tx, filter, page),
      );
      if (rows.length > 0) yield rows;
      after = rows.at(-1) ?? null;
      if (rows.length < FILE_PAGE) return;
    }
  }
}

/** @throws Problem 404 for a party or donor that is not known. */
async function find(tx: Transaction, query: Asked): Promise<Found> {
  const asked = askedRows(query);
  const choice = await readChoice(tx, asked.partySlug, asked);
  if (choice === null) throw notFound();
  const { partySlug, donorPublicId } = asked;
  const party = partySlug === null ? null : await readParty(tx, partySlug);
  const donor = donorPublicId === null ? null : await readDonorByPublicId(tx, donorPublicId);
  if (donorPublicId !== null && donor === null) throw notFound();
  const filter: GiftFilter = {
    ...asked.filter,
    year: choice.year,
    ...(choice.party === null ? {} : { partyId: choice.party.id }),
    ...(donor === null ? {} : { donorId: donor.id }),
  };
  return { asked, choice, partyName: party?.shortName ?? null, donor, filter };
}
