import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { type FormAnswer, sendAnswer } from '../../../platform/http/form-answer';
import { decodeMomentCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { type Words, wordsOf } from '../../../platform/rendering/words';
import { recordRead } from '../../audit/public';
import {
  listDueNotices,
  listFiledNotices,
  type NoticeReceipt,
  readNoticeReceipt,
} from '../application/read-notices';
import { NoticeForms } from './notice-forms';
import { dueTask, filedRow } from './notice-words';
import { receiptPage } from './receipt-page';

const PAGE_SIZE = 25;

/** The notices of a party: what is due, the last look, filing, the receipt. */
@ApiExcludeController()
@Controller('meldingen')
export class NoticePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
    private readonly forms: NoticeForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('cursor') cursor?: string,
  ): Promise<void> {
    const words = this.words(request);
    const after = decodeMomentCursor(cursor);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.notice', entityId: 'list', purpose: 'Wfpp 25a' });
      const due = after === null ? await listDueNotices(tx) : [];
      const rows = await listFiledNotices(tx, { after, limit: PAGE_SIZE + 1 });
      const waiting = due.filter(({ preparationId }) => preparationId !== null).length;
      return { due: due.map((one) => dueTask(one, tx.today, words)), waiting, rows };
    });
    const page = keysetPage(request, response, data.rows, PAGE_SIZE, (row) => [
      row.filedAt,
      row.id,
    ]);
    const html = this.pages.html(request, 'pages/notices/list.njk', {
      firstPage: after === null,
      due: data.due,
      waiting: waitingWords(data.waiting, words),
      rows: page.items.map((row) => filedRow(row, '/meldingen', words)),
      paging: {
        previous: after === null ? '' : '/meldingen',
        next: page._links.next?.href ?? '',
      },
    });
    response.type('text/html').send(html);
  }

  @Get('nieuw')
  async lastLook(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    response.type('text/html').send(await this.forms.empty(request));
  }

  @Post()
  async file(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const answer: FormAnswer = await this.forms.file(request);
    sendAnswer(response, answer);
  }

  @Get(':id')
  async receipt(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gemeld') filed?: string,
  ): Promise<void> {
    const found = await this.open(request, id);
    const { userId, name } = request.actor;
    const justFiled = filed === 'ja' && found.notice.filedBy === userId;
    const reader = { base: '/meldingen', accountId: userId, name, ownParty: true, justFiled };
    const data = receiptPage(found, reader, this.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/notices/receipt.njk', data));
  }

  /** The exact bytes that were filed; their SHA-256 is on the receipt. */
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
      await recordRead(tx, { entity: 'core.notice', entityId: id, purpose: 'Wfpp 25a' });
      return found;
    });
  }
}

function waitingWords(count: number, words: Words): string {
  if (count === 0) return '';
  const key = `people.second.waiting.${count === 1 ? 'one' : 'other'}`;
  return words.t(key, { count: String(count) });
}

/** Sends what was filed as a file to keep, byte for byte. */
export function sendBytes(response: Response, number: string, content: string): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${number}.json"`);
  response.send(Buffer.from(content, 'utf8'));
}
