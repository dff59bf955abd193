import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { decodeMomentCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { type Words, wordsOf } from '../../../platform/rendering/words';
import { recordRead } from '../../audit/public';
import {
  filedRow,
  listFiledNotices,
  type NoticeReceipt,
  readNoticeReceipt,
  receiptPage,
  sendBytes,
} from '../../notices/public';

const PAGE_SIZE = 25;
const BASE = '/toezicht/meldingen';

/** Everything that was filed, for the overseer (D7), as it was filed. */
@ApiExcludeController()
@Controller('toezicht/meldingen')
export class FiledNoticePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('cursor') cursor?: string,
  ): Promise<void> {
    const words = this.words(request);
    const after = decodeMomentCursor(cursor);
    const found = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.notice', entityId: 'list', purpose: 'Wfpp 36' });
      return listFiledNotices(tx, { after, limit: PAGE_SIZE + 1 });
    });
    const page = keysetPage(request, response, found, PAGE_SIZE, (row) => [row.filedAt, row.id]);
    const html = this.pages.html(request, 'pages/oversight/notices.njk', {
      rows: page.items.map((row) => {
        const [number = '', ...rest] = filedRow(row, BASE, words);
        return [number, row.partyName, ...rest];
      }),
      paging: { previous: after === null ? '' : BASE, next: page._links.next?.href ?? '' },
    });
    response.type('text/html').send(html);
  }

  @Get(':id')
  async notice(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const found = await this.open(request, id);
    const { userId: accountId, name } = request.actor;
    const reader = { base: BASE, accountId, name, ownParty: false, justFiled: false };
    const data = receiptPage(found, reader, this.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/notices/receipt.njk', data));
  }

  @Get(':id/bewijs.json')
  async bytes(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const { notice } = await this.open(request, id);
    sendBytes(response, notice.number, notice.content);
  }

  private words(request: WebRequest): Words {
    return wordsOf(this.renderer.texts, request.actor.language);
  }

  private open(request: WebRequest, id: string): Promise<NoticeReceipt> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = await readNoticeReceipt(tx, id);
      if (found === null) throw notFound();
      await recordRead(tx, { entity: 'core.notice', entityId: id, purpose: 'Wfpp 36' });
      return found;
    });
  }
}
