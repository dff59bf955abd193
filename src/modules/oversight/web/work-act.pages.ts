import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { badInput } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { type FormError } from '../../../platform/rendering/page-parts';
import { actOnWork, checkPicked, type Picked, type WorkAct } from '../application/act-on-work';
import { listColleagues } from '../application/read-work';
import {
  actIn,
  backIn,
  onePicked,
  pickedIn,
  readAct,
  type TypedAct,
  typedIn,
} from './work-act-form';
import { confirmPage } from './work-confirm-page';
import { doneInAddress } from './work-done';

/** Thrown to undo everything: the rows are no longer what the person saw. */
class ActRefused extends Error {
  constructor(readonly field: '' | 'to') {
    super('the act was refused');
  }
}

const JUDGES = 'overseer';

/** What people do with chosen rows: first shown, then done with all of them or with none. */
@ApiExcludeController()
@Controller('toezicht/werk')
export class WorkActPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Post('kies')
  async choose(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const act = actIn(request.body);
    const picked = pickedIn(request.body);
    if (act === null || picked.length === 0) {
      const key = act === null ? 'work.confirm.noAct' : 'work.confirm.none';
      const data = { title: this.pages.t(request, key), back: backIn(request.body) };
      const html = this.pages.html(request, 'pages/oversight/work-nothing.njk', data);
      response.status(400).type('text/html').send(html);
      return;
    }
    const typed = { act, to: act === 'assign' ? request.actor.userId : '', until: '', reason: '' };
    await this.show(request, response, { picked, typed, act: null, errors: [] });
  }

  @Post('uitvoeren')
  async carryOut(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const name = actIn(request.body);
    if (name === null) throw badInput(NO_ACT);
    const picked = pickedIn(request.body);
    const typed = typedIn(request.body, name);
    const words = this.pages.words(request);
    const today = await this.database.inTransaction(scopeOf(request), (tx) =>
      Promise.resolve(tx.today),
    );
    const { act, errors } = readAct(typed, today, words);
    if (act === null) return this.show(request, response, { picked, typed, act, errors });
    await this.perform(request, response, { picked, typed, act });
  }

  @Post(':id/neem')
  async take(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const picked = onePicked(request.body).filter((one) => one.id === id);
    const to = request.actor.userId;
    const typed = { act: 'assign', to, until: '', reason: '' } as const;
    const act = { act: 'assign', to, reason: null } as const;
    await this.perform(request, response, { picked, typed, act });
  }

  private async perform(
    request: WebRequest,
    response: Response,
    asked: { readonly picked: readonly Picked[]; readonly typed: TypedAct; readonly act: WorkAct },
  ): Promise<void> {
    const { picked, typed, act } = asked;
    const mayNot = act.act === 'judge' && request.actor.role !== JUDGES;
    try {
      if (mayNot || picked.length === 0) throw new ActRefused('');
      const next = await onceForForm(this.database, request, async (tx) => {
        const done = await actOnWork(tx, picked, act, request.actor.name);
        if (done.outcome === 'refused') throw new ActRefused('');
        if (done.outcome === 'no_colleague') throw new ActRefused('to');
        const back = backIn(request.body);
        return `${back}&${doneInAddress(act.act, done.items.length)}`;
      });
      response.redirect(303, next);
    } catch (error) {
      if (!(error instanceof ActRefused)) throw error;
      const key = mayNot ? 'role' : error.field === 'to' ? 'no_colleague' : 'body';
      const message = this.pages.t(request, `work.refused.${key}`);
      const errors = [{ field: error.field, message }];
      await this.show(request, response, { picked, typed, act, errors });
    }
  }

  private async show(
    request: WebRequest,
    response: Response,
    shown: {
      readonly picked: readonly Picked[];
      readonly typed: TypedAct;
      readonly act: WorkAct | null;
      readonly errors: readonly FormError[];
    },
  ): Promise<void> {
    const { picked, typed, act, errors } = shown;
    const read = async (tx: Transaction): Promise<object> =>
      confirmPage(
        await checkPicked(tx, picked, act ?? bare(typed)),
        {
          typed,
          errors,
          colleagues: await listColleagues(tx),
          accountId: request.actor.userId,
          today: tx.today,
          once: newFormKey(),
          back: backIn(request.body),
          query: formText(request.body, 'terug').slice(0, 500),
        },
        this.pages.words(request),
      );
    const data = await this.database.inTransaction(scopeOf(request), read);
    const html = this.pages.html(request, 'pages/oversight/work-confirm.njk', data);
    const status = errors.length === 0 ? 200 : act === null ? 400 : 409;
    response.status(status).type('text/html').send(html);
  }
}

/** Enough of what is asked to say at once which rows it cannot be done with. */
function bare({ act }: TypedAct): WorkAct | null {
  return act === 'judge' || act === 'take_up' ? { act, reason: '-' } : null;
}

const NO_ACT = {
  in: 'body',
  location: 'act',
  code: 'choice.unknown',
  detail: 'Choose what to do with the rows.',
} as const;
