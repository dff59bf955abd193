import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { recordRead } from '../../audit/public';
import { listMissingEvidence } from '../application/missing-evidence';
import { readYears } from '../application/read-year';
import { afterPosition, positionIn } from './missing-evidence-position';
import { missingEvidencePage } from './missing-evidence-page';

const PAGE_SIZE = 50;

/** Everything that proof is missing of, with one thing to do for each. */
@ApiExcludeController()
@Controller('bewijs')
export class MissingEvidencePages {
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
    const words = this.pages.words(request);
    const after = positionIn(query['cursor']);
    const level =
      query['soort'] === 'required' || query['soort'] === 'advisable' ? query['soort'] : '';
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      const purpose = 'Wfpp 20';
      await recordRead(tx, { entity: 'core.contribution', entityId: tenantId, purpose });
      const { jaar = '' } = query;
      const year = /^2\d{3}$/.test(jaar) ? Number(jaar) : yearOf(tx.today);
      const all = await listMissingEvidence(tx, tenantId, year);
      const lines = all.filter((line) => level === '' || line.level === level);
      const rest = afterPosition(lines, after).slice(0, PAGE_SIZE + 1);
      const page = keysetPage(request, response, rest, PAGE_SIZE, (line) => [
        line.contributionId,
        line.code,
        line.subjectId,
      ]);
      const first = `/bewijs?jaar=${String(year)}${level === '' ? '' : `&soort=${level}`}`;
      return missingEvidencePage(
        {
          year,
          years: [...new Set([yearOf(tx.today), year, ...(await readYears(tx, tenantId))])],
          level,
          lines: page.items,
          counts: {
            required: all.filter((line) => line.level === 'required').length,
            advisable: all.filter((line) => line.level === 'advisable').length,
          },
          mayAct: request.actor.role === 'treasurer',
          paging: { previous: after === null ? '' : first, next: page._links.next?.href ?? '' },
        },
        words,
      );
    });
    response.type('text/html').send(this.pages.html(request, 'pages/evidence/missing.njk', data));
  }
}
