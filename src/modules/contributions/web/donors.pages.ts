import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { decodeCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import { evidencePanel } from '../../evidence/public';
import { readDonorEvidence } from '../application/missing-evidence';
import { readDonorDesk, readDonorMerges } from '../application/read-donor-desk';
import { readLargeDonors } from '../application/read-large-donors';
import { readDonorsPage } from '../application/read-ledger';
import { mergesPart } from './donor-identity-page';
import { donorDetailPage } from './donor-detail-page';
import { donorListPage, readFrom } from './donor-list-page';

const PAGE_SIZE = 25;

/**
 * The donors with what they gave. They stand here because donors itself knows nothing of gifts; the
 * forms about a donor are in the module donors.
 */
@ApiExcludeController()
@Controller('gevers')
export class DonorPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<void> {
    const text = (query['zoek'] ?? '').trim().slice(0, 100);
    const after = positionOf(query['cursor']);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const entityId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.donor', entityId, purpose: 'Wfpp 21' });
      const year = /^2\d{3}$/.test(query['jaar'] ?? '') ? Number(query['jaar']) : yearOf(tx.today);
      const from = readFrom(query['vanaf']);
      const shown = { zoek: text, year, from, canBook: request.actor.role === 'treasurer' };
      const words = this.pages.words(request);
      if (from !== null) {
        const found = await readLargeDonors(tx, year, from);
        return donorListPage(found, { ...shown, paging: { previous: '', next: '' } }, words);
      }
      const found = await readDonorsPage(tx, { text, after, limit: PAGE_SIZE + 1 }, year);
      const page = keysetPage(request, response, found.rows, PAGE_SIZE, (row) => [
        row.name ?? '',
        row.id,
      ]);
      const paging = {
        previous: after === null ? '' : `/gevers?zoek=${encodeURIComponent(text)}`,
        next: page._links.next?.href ?? '',
      };
      return donorListPage({ ...found, rows: page.items }, { ...shown, paging }, words);
    });
    response.type('text/html').send(this.pages.html(request, 'pages/donors/list.njk', data));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('opgeslagen') saved?: string,
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await readDonorDesk(tx, id);
      if (desk === null) throw notFound();
      await recordRead(tx, { entity: 'core.donor', entityId: id, purpose: 'Wfpp 21' });
      const mayAct = request.actor.role === 'treasurer';
      const words = this.pages.words(request);
      const evidence = await readDonorEvidence(tx, tenantOf(tx), desk.donor.id, desk.year);
      return {
        ...donorDetailPage(desk, { mayAct, saved: saved === 'ja' }, words),
        merges: mergesPart(desk.donor, await readDonorMerges(tx, id), mayAct, words),
        evidence: evidencePanel({ ...evidence, mayAct }, words),
      };
    });
    response.type('text/html').send(this.pages.html(request, 'pages/donors/detail.njk', data));
  }
}

/** @throws Problem 400 for a cursor this list did not give. */
function positionOf(cursor?: string): { readonly name: string; readonly id: string } | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string',
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { name: String(name), id: String(id) };
}
