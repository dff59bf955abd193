import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { recordRead } from '../../audit/public';
import { listMissingEvidence } from '../application/missing-evidence';
import { readLedger } from '../application/read-ledger';
import { giftListPage } from './gift-list-page';
import { type ChosenFilter, chosenFilter, ledgerSearch } from './ledger-filter';

const PAGE_SIZE = 25;

/** The ledger of a party of a year; one gift with its life stands in the module desk. */
@ApiExcludeController()
@Controller()
export class GiftPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get('giften')
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entityId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.contribution', entityId, purpose: 'Wfpp 21' });
      const asked = ledgerSearch(query, yearOf(tx.today), PAGE_SIZE + 1);
      const chosen = chosenFilter(query);
      const search = { ...asked, roots: await lacking(tx, chosen, asked.year) };
      const ledger = await readLedger(tx, search);
      const page = keysetPage(request, response, ledger.rows, PAGE_SIZE, (row) => [
        row.receivedOn,
        row.id,
      ]);
      const view = {
        year: search.year,
        today: tx.today,
        chosen,
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
}

function mayAct(request: WebRequest): boolean {
  return request.actor.role === 'treasurer';
}

/** The gifts of which proof is missing, when only these were asked for; otherwise null. */
async function lacking(
  tx: Transaction,
  { bewijs }: ChosenFilter,
  year: number,
): Promise<readonly string[] | null> {
  if (bewijs === '') return null;
  return (await listMissingEvidence(tx, tenantOf(tx), year)).map(({ rootId }) => rootId);
}

function firstPageOf(request: WebRequest): string {
  const [path = '', search = ''] = request.originalUrl.split('?');
  const parameters = new URLSearchParams(search);
  parameters.delete('cursor');
  return `${path}?${parameters.toString()}`;
}
