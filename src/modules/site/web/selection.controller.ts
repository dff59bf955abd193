import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { badInput } from '../../../platform/http/problem';
import { csvHeader, csvLine, GIFT_COLUMNS, RegisterHead } from '../../open-data/public';
import { listPublicGifts, type PublicSearch, readPublicParties } from '../../publication/public';
import { readSearch, typedSearch } from '../application/search-choices';
import { publicScope } from './public-pages';

/** Rows that are in memory at the same time. */
const AT_ONCE = 1000;

/** Exactly what a search finds, all of it, as a file. */
@ApiExcludeController()
@Controller('register')
export class SelectionController {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly head: RegisterHead,
  ) {}

  @Get('giften.csv')
  async csv(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    await this.head.readOpen();
    const search = await this.searchOf(request);
    response.attachment('giften-selectie.csv').type('text/csv; charset=utf-8');
    const lines = Readable.from(this.lines(request, search), { objectMode: false });
    try {
      await pipeline(lines, response);
    } catch (error) {
      // Who went away half-way needs no answer.
      if (!response.destroyed) throw error;
    }
  }

  /** @throws Problem 400 for a choice that cannot be read. */
  private async searchOf(request: WebRequest): Promise<PublicSearch> {
    const parties = await this.database.inTransaction(publicScope(request), readPublicParties);
    const typed = typedSearch(request.query);
    const { search, errors } = readSearch(typed, parties, this.pages.words(request));
    const [first] = errors;
    if (first !== undefined)
      throw badInput({
        in: 'query',
        location: first.field,
        code: 'search.choice',
        detail: first.message,
      });
    return search;
  }

  /** A part at a time, each in a transaction of its own, so that a slow reader holds nothing up. */
  private async *lines(request: WebRequest, search: PublicSearch): AsyncGenerator<string> {
    yield csvHeader(GIFT_COLUMNS);
    let after: string | null = null;
    do {
      const place: PublicSearch = { ...search, after, limit: AT_ONCE };
      const page: Awaited<ReturnType<typeof listPublicGifts>> = await this.database.inTransaction(
        publicScope(request),
        (tx) => listPublicGifts(tx, place),
      );
      yield page.gifts.map((gift) => csvLine(GIFT_COLUMNS, gift)).join('');
      after = page.next;
    } while (after !== null);
  }
}
