import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { type Words } from '../../../platform/rendering/words';
import { readElection } from '../../elections/public';
import { readExpectedCase } from '../application/read-expected-case';
import { type FieldChoice, readField, readGroupFilings } from '../application/read-field';
import { expectedPage, organisationPage } from './expected-page';
import { fieldPage, openedFrom } from './field-page';

/** An election or a year in the address; the year before this one when it names neither. */
async function choiceOf(tx: Transaction, typed: unknown): Promise<FieldChoice> {
  const text = typeof typed === 'string' ? typed : '';
  if (isId(text) && (await readElection(tx, text)) !== null)
    return { over: 'election', election: text };
  if (/^20\d{2}$/.test(text)) return { over: 'year', year: Number(text) };
  return { over: 'year', year: yearOf(tx.today) - 1 };
}

/** For the overseer: who filed what, who did not, and one filing with all its parts (T30). */
@ApiExcludeController()
@Controller('toezicht/overzichten')
export class ExpectationPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get()
  field(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('over') over?: string,
    @Query('stand') stand?: string,
  ): Promise<void> {
    return this.send(request, response, 'field', async (tx, words) =>
      fieldPage(await readField(tx, await choiceOf(tx, over)), openedFrom(stand), words),
    );
  }

  @Get('organisaties/:id')
  organisation(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.send(request, response, 'organisation', async (tx, words) => {
      const found = await readGroupFilings(tx, id);
      return found === null ? null : organisationPage(found, words);
    });
  }

  @Get(':id')
  one(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.send(request, response, 'one', async (tx, words) => {
      const found = await readExpectedCase(tx, id);
      return found === null ? null : expectedPage(found, words);
    });
  }

  /** @throws Problem 404 when there is nothing to show. */
  private async send(
    request: WebRequest,
    response: Response,
    page: 'field' | 'organisation' | 'one',
    read: (tx: Transaction, words: Words) => Promise<object | null>,
  ): Promise<void> {
    const words = this.pages.words(request);
    const data = await this.database.inTransaction(scopeOf(request), (tx) => read(tx, words));
    if (data === null) throw notFound();
    const html = this.pages.html(request, `pages/expectations/${page}.njk`, data);
    response.type('text/html').send(html);
  }
}
