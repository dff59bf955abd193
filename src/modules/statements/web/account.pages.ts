import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer, sendAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { readGroup } from '../../parties/public';
import { AssignAccount } from '../application/assign-account';
import { type BankAccount, findAccount } from '../application/read-statements';
import { accountWords } from './statement-words';

interface Shown {
  readonly typed: string;
  readonly errors: readonly FormError[];
  readonly once: string;
  readonly done: boolean;
}

/** Whose account it is: asked once, before anything of it is booked. */
@ApiExcludeController()
@Controller('bank/rekeningen')
export class AccountPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly assigning: AssignAccount,
  ) {}

  @Get(':id')
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const shown = { typed: '', errors: [], once: newFormKey(), done: done === 'ja' };
    response.type('text/html').send(await this.page(request, id, shown));
  }

  @Post(':id')
  async assign(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.take(request, id));
  }

  private async take(request: WebRequest, id: string): Promise<FormAnswer> {
    const recipient = formText(request.body, 'recipient');
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        await this.assigning.run(tx, id, isId(recipient) ? recipient : '');
        return `/bank/rekeningen/${id}?gedaan=ja`;
      });
      return { next };
    } catch (error) {
      const message = this.pages.t(request, refusalOf(error));
      const errors = [{ field: 'recipient', message }];
      const shown = { typed: recipient, errors, once: newFormKey(), done: false };
      return { status: 400, html: await this.page(request, id, shown) };
    }
  }

  private page(request: WebRequest, id: string, shown: Shown): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const account = await findAccount(tx, tenantOf(tx), id);
      if (account === null) throw notFound();
      const data = await this.data(tx, account, shown, this.pages.words(request));
      return this.pages.html(request, 'pages/statements/account.njk', data);
    });
  }

  private async data(
    tx: Transaction,
    account: BankAccount,
    shown: Shown,
    words: Words,
  ): Promise<object> {
    const { members } = await readGroup(tx, tenantOf(tx));
    const kept = account.recipientId ?? '';
    const partyFirst = members.toSorted(
      (a, b) => Number(b.kind === 'party') - Number(a.kind === 'party'),
    );
    const options = partyFirst.map(({ recipient, name, kind }) => ({
      value: recipient,
      label: name,
      hint: words.t(`statements.kind.${kind}`),
    }));
    return {
      id: account.id,
      account: accountWords(account.account),
      options: options.filter(
        ({ value }, at, all) => all.findIndex((one) => one.value === value) === at,
      ),
      value: shown.typed === '' ? kept : shown.typed,
      owner: shown.done ? (account.recipientName ?? '') : '',
      errors: shown.errors,
      once: shown.once,
    };
  }
}

/** @throws the error itself when it is no refusal of this form. */
function refusalOf(error: unknown): string {
  if (error instanceof Problem && error.code === 'account.in_use') return 'statements.assign.inUse';
  if (error instanceof Problem && error.status === 400) return 'statements.assign.missing';
  throw error;
}
