import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { wordsOf } from '../../../platform/rendering/words';
import { readReceipt } from '../application/read-notices';
import { askedReceipt, receiptFaults, receiptResult } from './receipt-check-page';

/** Anyone who holds a receipt checks here whether it is genuine. */
@ApiExcludeController()
@Controller('ontvangstbewijs')
export class ReceiptCheckPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async check(
    @Req() request: WebRequest,
    @Query('number') number?: string,
    @Query('sha256') sha256?: string,
  ): Promise<string> {
    const values = { number: textOf(number), sha256: textOf(sha256) };
    const words = wordsOf(this.renderer.texts, request.actor.language);
    const asked = askedReceipt(values);
    const errors = number === undefined ? [] : receiptFaults(asked, words);
    const result =
      number === undefined || errors.length > 0
        ? null
        : receiptResult(asked, await this.find(request, asked.number), words);
    return this.pages.html(request, 'pages/receipts/verify.njk', { values, errors, result });
  }

  private find(request: WebRequest, number: string): ReturnType<typeof readReceipt> {
    return this.database.inTransaction(scopeOf(request), (tx) => readReceipt(tx, number));
  }
}

/** A name that comes twice in an address gives a list; that is no receipt. */
function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed.slice(0, 200) : '';
}
