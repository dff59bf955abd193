import { Injectable } from '@nestjs/common';
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
import { JudgeSignal } from '../application/judge-signal';
import { readSignal, type SignalFile } from '../application/read-signals';
import { readKind } from '../application/settings';
import { signalTitle } from '../application/signal-words';
import { caseCommand, judgeCommand } from './signal-commands';
import { JudgeSignalBody, OpenSignalCaseBody } from './signal.bodies';
import { type SignalForm, signalPage } from './signal-page';
import { PURPOSE } from './signals.controller';

const FIELDS = {
  judge: ['verdict', 'reason'],
  case: ['recipient', 'rule', 'violatedOn', 'text'],
} as const;
const FIELD_OF: Readonly<Record<string, string>> = {
  '/tenantId': 'recipient',
  '/recipientId': 'recipient',
};

/** The rules of art. 37 lid 1 that a pattern in gifts can be about. */
const RULES = [
  'WFPP-25a-2',
  'WFPP-21-1',
  'WFPP-21a-2',
  'WFPP-23-1',
  'WFPP-23a-1',
  'WFPP-25-1',
  'WFPP-29b-1',
  'WFPP-30-2',
] as const;

type Which = keyof typeof FIELDS;

function without(fields: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** One signal with its two forms: what a person thinks of it, and opening a case. */
@Injectable()
export class SignalForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly judging: JudgeSignal,
  ) {}

  show(request: WebRequest, id: string, done: string): Promise<string> {
    const empty: SignalForm = { which: '', typed: {}, errors: [], once: newFormKey() };
    return this.page(request, id, empty, done);
  }

  judge(request: WebRequest, id: string): Promise<FormAnswer> {
    return this.take(request, id, 'judge', async (tx, typed) => {
      const { value, errors } = check(JudgeSignalBody, without(typed));
      if (value === null) throw problem(400, 'input.invalid', 'The form has faults.', errors);
      await this.judging.run(tx, id, judgeCommand(value, request.actor.name));
      return `/toezicht/signalen/${id}?gedaan=oordeel`;
    });
  }

  openCase(request: WebRequest, id: string): Promise<FormAnswer> {
    return this.take(request, id, 'case', async (tx, typed) => {
      const { recipient = '', rule = '', violatedOn = '', text = '' } = typed;
      const [tenantId = '', recipientId = ''] = recipient.split('/');
      const day = readDay(violatedOn) ?? violatedOn;
      const fields = without({ tenantId, recipientId, rule, violatedOn: day, text });
      const { value, errors } = check(OpenSignalCaseBody, fields);
      if (value === null) throw problem(400, 'input.invalid', 'The form has faults.', errors);
      const file = await this.file(tx, id);
      const title = signalTitle(file, this.pages.words(request));
      const command = caseCommand(value, title, request.actor.name);
      const caseId = await this.judging.openCase(tx, id, command);
      return `/toezicht/zaken/${caseId}?gedaan=open`;
    });
  }

  private async take(
    request: WebRequest,
    id: string,
    which: Which,
    work: (tx: Transaction, typed: Typed) => Promise<string>,
  ): Promise<FormAnswer> {
    const typed = Object.fromEntries(
      FIELDS[which].map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      return { next: await onceForForm(this.database, request, (tx) => work(tx, typed)) };
    } catch (error) {
      const errors = formErrors(faultsIn(error), FIELDS[which], {
        typed,
        words: this.pages.words(request),
        fieldOf: (location) => FIELD_OF[location] ?? location.replace(/^\//, ''),
      });
      const once = formText(request.body, 'once');
      const form: SignalForm = { which, typed, errors, once };
      return { status: 400, html: await this.page(request, id, form, '') };
    }
  }

  private page(request: WebRequest, id: string, form: SignalForm, done: string): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const file = await this.file(tx, id);
      await recordRead(tx, { entity: 'insight.signal', entityId: id, purpose: PURPOSE });
      const kind = await readKind(tx, file.code);
      if (kind === null) throw notFound();
      const words = this.pages.words(request);
      const rules = RULES.map((value) => ({ value, label: words.t(`cases.rule.${value}`) }));
      const mayAct = request.actor.role === 'overseer';
      const reader = { today: tx.today, mayAct, done, rules };
      const data = signalPage(file, kind, reader, form, words);
      return this.pages.html(request, 'pages/signals/detail.njk', data);
    });
  }

  private async file(tx: Transaction, id: string): Promise<SignalFile> {
    const file = await readSignal(tx, id);
    if (file === null) throw notFound();
    return file;
  }
}
