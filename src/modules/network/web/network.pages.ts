import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { largestTies, readGift, readNode } from '../application/read-node';
import { refKind } from '../facts/graph';
import { giftPage } from './gift-page';
import { giverPosition } from './giver-position';
import { networkAsk, networkHref } from './network-query';
import { nodePage } from './node-page';
import { startPage } from './start-page';

const PAGE_SIZE = 25;
const LARGEST = 25;

/** The network: where to begin, a node and what lies around it, a gift. */
@ApiExcludeController()
@Controller('toezicht/netwerk')
export class NetworkPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get()
  async start(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() given: Record<string, unknown>,
  ): Promise<void> {
    const ask = networkAsk(given, request.actor.language);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'insight.donor', entityId: 'largest', purpose: 'Wfpp 36' });
      const ties = await largestTies(tx, ask.filter.year, LARGEST);
      return startPage(ties, ask, tx.today, this.pages.words(request));
    });
    response.type('text/html').send(this.pages.html(request, 'pages/network/start.njk', data));
  }

  @Get('giften/:party/:id')
  async gift(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('party') party: string,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const gift = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = await readGift(tx, party, id);
      if (found === null) throw notFound();
      await recordRead(tx, { entity: 'insight.gift', entityId: id, purpose: 'Wfpp 36' });
      return found;
    });
    const data = giftPage(gift, this.pages.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/network/gift.njk', data));
  }

  @Get(':ref')
  async node(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Query() given: Record<string, unknown>,
  ): Promise<void> {
    if (refKind(ref) === null) throw notFound();
    const ask = networkAsk(given, request.actor.language);
    const after = giverPosition(given['cursor']);
    const { filter, depth } = ask;
    const { found, today } = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const read = await readNode(tx, { ref, filter, depth, after, givers: PAGE_SIZE + 1 });
      if (read === null) throw notFound();
      await recordRead(tx, { entity: 'insight.donor', entityId: ref, purpose: 'Wfpp 36' });
      return { found: read, today: tx.today };
    });
    const page = keysetPage(request, response, found.givers, PAGE_SIZE, (row) => row.position);
    const previous = after === null ? '' : networkHref(`/toezicht/netwerk/${ref}`, ask);
    const paging = { previous, next: page._links.next?.href ?? '' };
    const view = { ask, today, paging, givers: page.items };
    const data = nodePage(found, view, this.pages.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/network/node.njk', data));
  }
}
