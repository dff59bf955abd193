import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { problem } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { readDay } from '../../../platform/rendering/form-input';
import { type Cell, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { partyNames } from '../application/read-signals';
import { type DecisionDay, decisionDays, SetKinds } from '../application/set-kind';
import { figureIn } from '../application/signal-words';
import { decisionDay } from './signal-commands';
import { DecisionDayBody, WithdrawDecisionDayBody } from './signal.bodies';

const PATH = '/toezicht/signalen/besluiten';
const FIELDS = ['title', 'day', 'partyId', 'daysBefore', 'daysAfter', 'source', 'why'] as const;
const EMPTY: Typed = { daysBefore: '30', daysAfter: '30' };

interface DecisionForm {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

function bodyOf(typed: Typed): object {
  const { day = '', daysBefore = '', daysAfter = '', ...texts } = typed;
  const whole = (value: string): unknown => (/^\d{1,4}$/.test(value) ? Number(value) : value);
  const { title, partyId, source } = texts;
  const filled = Object.entries({ title, partyId, source }).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(filled),
    ...(day === '' ? {} : { day: readDay(day) ?? day }),
    daysBefore: whole(daysBefore),
    daysAfter: whole(daysAfter),
  };
}

function rowOf(one: DecisionDay, words: Words): readonly Cell[] {
  const span = { before: figureIn({ kind: 'days', value: one.daysBefore }, words) };
  const after = figureIn({ kind: 'days', value: one.daysAfter }, words);
  return [
    words.day(one.day),
    { text: one.title, note: one.source },
    one.partyName ?? words.t('signals.filter.allParties'),
    words.t('signals.decision.window', { ...span, after }),
    one.withdrawnWhy === null
      ? ''
      : words.t('signals.decision.withdrawn', { why: one.withdrawnWhy }),
  ];
}

/** The days of decisions: the list, the form to enter one, and taking one back. */
@Injectable()
export class DecisionForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly setting: SetKinds,
  ) {}

  show(request: WebRequest, done: string): Promise<string> {
    const known = { ingevoerd: 'entered', ingetrokken: 'gone' };
    const said = done === 'ingevoerd' || done === 'ingetrokken' ? known[done] : '';
    const form = { typed: EMPTY, errors: [], once: newFormKey() };
    return this.page(request, form, said);
  }

  enter(request: WebRequest): Promise<FormAnswer> {
    return this.take(request, async (tx, typed) => {
      const { value, errors } = check(DecisionDayBody, bodyOf(typed));
      if (value === null) throw problem(400, 'input.invalid', 'The form has faults.', errors);
      await this.setting.enterDecision(tx, decisionDay(value));
      return `${PATH}?gedaan=ingevoerd`;
    });
  }

  withdraw(request: WebRequest, id: string): Promise<FormAnswer> {
    return this.take(request, async (tx, typed) => {
      const { why = '' } = typed;
      const { value, errors } = check(WithdrawDecisionDayBody, why === '' ? {} : { why });
      if (value === null) throw problem(400, 'input.invalid', 'The form has faults.', errors);
      await this.setting.withdrawDecision(tx, id, value.why);
      return `${PATH}?gedaan=ingetrokken`;
    });
  }

  private async take(
    request: WebRequest,
    work: (tx: Transaction, typed: Typed) => Promise<string>,
  ): Promise<FormAnswer> {
    const typed = Object.fromEntries(
      FIELDS.map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      return { next: await onceForForm(this.database, request, (tx) => work(tx, typed)) };
    } catch (error) {
      const words = this.pages.words(request);
      const errors = formErrors(faultsIn(error), FIELDS, { typed, words });
      const form = { typed: { ...EMPTY, ...typed }, errors, once: formText(request.body, 'once') };
      return { status: 400, html: await this.page(request, form, '') };
    }
  }

  private page(request: WebRequest, form: DecisionForm, done: string): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const words = this.pages.words(request);
      const days = await decisionDays(tx, { standing: false });
      const parties = await partyNames(tx);
      const data = {
        done: done === '' ? '' : words.t(`signals.decision.${done}`),
        rows: days.map((one) => rowOf(one, words)),
        standing: days
          .filter(({ withdrawnAt }) => withdrawnAt === null)
          .map(({ id, title, day }) => ({
            action: `${PATH}/${id}/intrekken`,
            text: words.t('signals.decision.withdrawOf', { title }),
            day: words.day(day),
          })),
        parties: parties.map(({ id, name }) => ({ value: id, label: name })),
        mayAct: request.actor.role === 'overseer',
        values: form.typed,
        errors: form.errors,
        once: form.once,
      };
      return this.pages.html(request, 'pages/signals/decisions.njk', data);
    });
  }
}
