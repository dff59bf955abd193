import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { decodeCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import {
  type LedgerSearch,
  readGiftLife,
  readLedger,
  readStartDesk,
} from '../application/read-ledger';
import { giftDetailPage } from './gift-detail-page';
import { giftListPage } from './gift-list-page';
import { startPage } from './start-page';

const PAGE_SIZE = 25;

/** The first page of a party, its ledger of a year, and one gift. */
@ApiExcludeController()
@Controller()
export class GiftPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get('start')
  async start(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entityId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.contribution', entityId, purpose: 'Wfpp 21' });
      const desk = await readStartDesk(tx, yearOf(tx.today));
      const organisation = request.actor.organisation ?? desk.group.name;
      const reader = { today: tx.today, organisation, mayAct: mayAct(request) };
      return startPage(desk, reader, this.pages.words(request));
    });
    response.type('text/html').send(this.pages.html(request, 'pages/start.njk', data));
  }

  @Get('giften')
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entityId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.contribution', entityId, purpose: 'Wfpp 21' });
      const search = searchFrom(query, yearOf(tx.today));
      const ledger = await readLedger(tx, search);
      const page = keysetPage(request, response, ledger.rows, PAGE_SIZE, (row) => [
        row.receivedOn,
        row.id,
      ]);
      const view = {
        year: search.year,
        today: tx.today,
        search: { zoek: search.donorText, ontvanger: search.recipientId ?? '' },
        paging: {
          previous: search.after === null ? '' : firstPageOf(request),
          next: page._links.next?.href ?? '',
        },
        canBook: mayAct(request),
      };
      return giftListPage({ ...ledger, rows: page.items }, view, this.pages.words(request));
    });
    const html = this.pages.html(request, 'pages/contributions/list.njk', data);
    response.type('text/html').send(html);
  }

  @Get('giften/:id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('geboekt') done?: string,
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const life = await readGiftLife(tx, id);
      if (life === null) throw notFound();
      await recordRead(tx, { entity: 'core.contribution', entityId: id, purpose: 'Wfpp 21' });
      const { userId, name } = request.actor;
      const reader = { today: tx.today, userId, name, mayAct: mayAct(request), done: done ?? '' };
      return giftDetailPage(life, reader, this.pages.words(request));
    });
    const html = this.pages.html(request, 'pages/contributions/detail.njk', data);
    response.type('text/html').send(html);
  }
}

function mayAct(request: WebRequest): boolean {
  return request.actor.role === 'treasurer';
}

function firstPageOf(request: WebRequest): string {
  const [path = '', search = ''] = request.originalUrl.split('?');
  const parameters = new URLSearchParams(search);
  parameters.delete('cursor');
  return `${path}?${parameters.toString()}`;
}

/** @throws Problem 400 for a cursor this list did not give. */
function searchFrom(query: Readonly<Record<string, string>>, thisYear: number): LedgerSearch {
  const { jaar = '', zoek = '', ontvanger = '', cursor } = query;
  const [receivedOn, id] =
    cursor === undefined
      ? []
      : decodeCursor(cursor, [
          (part) => typeof part === 'string' && isPlainDate(part),
          (part) => typeof part === 'string' && isId(part),
        ]);
  return {
    year: /^2\d{3}$/.test(jaar) ? Number(jaar) : thisYear,
    donorText: zoek.trim().slice(0, 100),
    recipientId: isId(ontvanger) ? ontvanger : null,
    after:
      receivedOn === undefined || id === undefined
        ? null
        : { receivedOn: String(receivedOn), id: String(id) },
    limit: PAGE_SIZE + 1,
  };
}
