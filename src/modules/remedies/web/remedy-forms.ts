import { Injectable } from '@nestjs/common';
import { plainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, problem } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { readDay } from '../../../platform/rendering/form-input';
import { recordRead } from '../../audit/public';
import { ArrangeRemedy, DeclareReturnImpossible } from '../application/arrange-remedy';
import { readRemedy, type RemedyFile, type RemedySource } from '../application/read-remedies';
import { type RemedyForm, remedyPage, type RemedyReader } from './remedy-page';
import { ArrangeRemedyBody, ReturnImpossibleBody } from './remedy.bodies';

export type RemedyBase = RemedyReader['base'];
type Which = 'term' | 'impossible';

const FIELDS = ['termDay', 'termCharge', 'termNote', 'shared', 'whyNot'] as const;
/** The same parts as the API names them. */
const FIELD_OF: Readonly<Record<string, string>> = {
  '/dueOn': 'termDay',
  '/inCharge': 'termCharge',
  '/note': 'termNote',
  '/reason': 'whyNot',
};
const DONE: Readonly<Record<Which, string>> = { term: 'afspraak', impossible: 'onmogelijk' };

function sourceOf(base: RemedyBase): RemedySource {
  return base === '/herstel' ? 'ledger' : 'disclosed';
}

function mayAct(request: WebRequest): boolean {
  return ['treasurer', 'overseer'].includes(request.actor.role);
}

function termBody(typed: Typed): object {
  const { termDay: dueOn = '', termCharge: inCharge = '', termNote: note = '', shared } = typed;
  return {
    ...(dueOn === '' ? {} : { dueOn: readDay(dueOn) ?? dueOn }),
    ...(inCharge === '' ? {} : { inCharge }),
    ...(note === '' ? {} : { note }),
    shared: shared === 'yes',
  };
}

/** One remedy with its forms: the internal term, and that a return cannot be done. */
@Injectable()
export class RemedyForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly arranging: ArrangeRemedy,
    private readonly declaring: DeclareReturnImpossible,
  ) {}

  show(request: WebRequest, base: RemedyBase, id: string, done: string): Promise<string> {
    const empty: RemedyForm = { which: '', typed: {}, errors: [], once: newFormKey() };
    return this.page(request, base, id, { form: empty, done });
  }

  async take(request: WebRequest, base: RemedyBase, id: string, which: Which): Promise<FormAnswer> {
    const typed = Object.fromEntries(
      FIELDS.map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        await (which === 'term' ? this.arrange(tx, id, typed) : this.divert(tx, id, typed));
        return `${base}/${id}?gedaan=${DONE[which]}`;
      });
      return { next };
    } catch (error) {
      const words = this.pages.words(request);
      const errors = formErrors(faultsIn(error), FIELDS, {
        typed,
        words,
        fieldOf: (location) => FIELD_OF[location] ?? '',
      });
      const once = errors.some(({ field }) => field === '')
        ? newFormKey()
        : formText(request.body, 'once');
      const form: RemedyForm = { which, typed, errors, once };
      return { status: 400, html: await this.page(request, base, id, { form, done: '' }) };
    }
  }

  private async arrange(tx: Transaction, id: string, typed: Typed): Promise<void> {
    const { value, errors } = check(ArrangeRemedyBody, termBody(typed));
    if (value === null) throw problem(400, 'input.invalid', 'The form has faults.', errors);
    await this.arranging.run(tx, id, {
      dueOn: plainDate(value.dueOn),
      inCharge: value.inCharge ?? null,
      note: value.note,
      shared: value.shared ?? false,
    });
  }

  private async divert(tx: Transaction, id: string, typed: Typed): Promise<void> {
    const { whyNot: reason = '' } = typed;
    const { value, errors } = check(ReturnImpossibleBody, reason === '' ? {} : { reason });
    if (value === null) throw problem(400, 'input.invalid', 'The form has faults.', errors);
    await this.declaring.run(tx, id, value.reason);
  }

  private page(
    request: WebRequest,
    base: RemedyBase,
    id: string,
    shown: { readonly form: RemedyForm; readonly done: string },
  ): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const file = await this.file(tx, base, id);
      const reader = { base, today: tx.today, mayAct: mayAct(request), done: shown.done };
      const data = remedyPage(file, reader, shown.form, this.pages.words(request));
      return this.pages.html(request, 'pages/remedies/detail.njk', data);
    });
  }

  private async file(tx: Transaction, base: RemedyBase, id: string): Promise<RemedyFile> {
    const file = await readRemedy(tx, sourceOf(base), id);
    if (file === null) throw notFound();
    await recordRead(tx, { entity: 'core.finding', entityId: id, purpose: 'Wfpp 29b' });
    return file;
  }
}
