import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { decodeMomentCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { formatMoment } from '../../../platform/rendering/format';
import { recordRead } from '../../audit/public';
import { listOpenedEvidence } from '../application/read-evidence';
import { EvidenceFileForms } from './evidence-file-forms';
import { fileBadges, sizeWords } from './evidence-words';
import { sendEvidence } from './evidence-upload';

const PAGE_SIZE = 25;

/** What parties put with what they filed, or share: nothing else of it is to be seen (D7). */
@ApiExcludeController()
@Controller('toezicht/bewijs')
export class OversightEvidencePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: EvidenceFileForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('cursor') cursor?: string,
  ): Promise<void> {
    const words = this.pages.words(request);
    const after = decodeMomentCursor(cursor);
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const purpose = 'Wfpp 36';
      await recordRead(tx, { entity: 'core.evidence_attachment', entityId: 'list', purpose });
      return listOpenedEvidence(tx, { after, limit: PAGE_SIZE + 1 });
    });
    const page = keysetPage(request, response, rows, PAGE_SIZE, (row) => [row.attachedAt, row.id]);
    const html = this.pages.html(request, 'pages/evidence/opened.njk', {
      rows: page.items.map((file) => [
        {
          text: file.name,
          href: `/toezicht/bewijs/${file.id}/bestand`,
          note: sizeWords(file.sizeBytes, words),
        },
        file.organisation,
        words.t(`evidence.code.${file.code}`),
        formatMoment(file.attachedAt, words.language),
        { badge: fileBadges(file, words)[0] },
      ]),
      paging: {
        previous: after === null ? '' : '/toezicht/bewijs',
        next: page._links.next?.href ?? '',
      },
    });
    response.type('text/html').send(html);
  }

  @Get(':id/bestand')
  async bytes(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendEvidence(response, await this.forms.open(request, id));
  }
}
