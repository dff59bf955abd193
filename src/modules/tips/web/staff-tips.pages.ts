import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { decodeMomentCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { TIP_STATUSES } from '../application/handle-tip';
import { countTips, listTips, readTipFile } from '../application/read-tips';
import { StaffTipForms, TIP_STEPS } from './staff-tip-forms';
import { tipRow } from './staff-tip-page';

const PAGE_SIZE = 50;

/** Tips, for who handles them. */
@ApiExcludeController()
@Controller('toezicht/tips')
export class StaffTipPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: StaffTipForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('status') asked?: string,
    @Query('cursor') cursor?: string,
  ): Promise<void> {
    const words = this.pages.words(request);
    const status = TIP_STATUSES.find((one) => one === asked) ?? null;
    const after = decodeMomentCursor(cursor);
    const { rows, counts } = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'insight.tip', entityId: 'list', purpose: 'Wfpp 36' });
      const search = { status, after, limit: PAGE_SIZE + 1 };
      return { rows: await listTips(tx, search), counts: await countTips(tx) };
    });
    const page = keysetPage(request, response, rows, PAGE_SIZE, (row) => [row.filedAt, row.id]);
    const html = this.pages.html(request, 'pages/tips/staff-tips.njk', {
      figures: TIP_STATUSES.map((one) => ({
        label: words.t(`tips.status.${one}`),
        value: String(counts.get(one) ?? 0),
        href: `/toezicht/tips?status=${one}`,
      })),
      status: status === null ? '' : words.t(`tips.status.${status}`),
      rows: page.items.map((tip) => tipRow(tip, words)),
      paging: {
        previous: after === null ? '' : '/toezicht/tips',
        next: page._links.next?.href ?? '',
      },
    });
    response.type('text/html').send(html);
  }

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    const said = TIP_STEPS.find((step) => step === done) ?? '';
    const html = await this.forms.show(request, id, { typed: {}, errors: [], done: said });
    response.type('text/html').send(html);
  }

  @Get(':id/bestand/:fileId')
  async file(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('fileId', IdPipe) fileId: string,
  ): Promise<void> {
    const file = await this.database.inTransaction(scopeOf(request), (tx) =>
      readTipFile(tx, id, fileId),
    );
    // No browser shows it as a page of ours, whatever is in it.
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.attachment(file.name).type(file.mediaType).send(file.bytes);
  }

  @Post(':id/:stap')
  async take(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('stap') named: string,
  ): Promise<void> {
    const step = TIP_STEPS.find((one) => one === named);
    if (step === undefined) throw notFound();
    sendAnswer(response, await this.forms.take(request, id, step));
  }
}
