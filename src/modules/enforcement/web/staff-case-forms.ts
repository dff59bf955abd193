import { Injectable } from '@nestjs/common';
import { type Refused } from '../../../legal/kernel/refusal';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem, problem } from '../../../platform/http/problem';
import { recordRead } from '../../audit/public';
import { readGroup } from '../../parties/public';
import { type CaseView } from '../application/case-view';
import { readCase } from '../application/read-case';
import { RegisterSubmission } from '../application/take-in';
import { TakeStep } from '../application/take-step';
import { type SentForm } from './case-form-view';
import { refusalWords } from './case-page-words';
import { draftPage } from './draft-page';
import { type CaseReader, staffCasePage } from './staff-case-page';
import {
  commandOf,
  fieldsOf,
  onPaper,
  paperDays,
  readFields,
  type StepFault,
  type Typed,
} from './step-forms';

interface Shown {
  readonly sent: SentForm;
  readonly done: string;
  /** The draft to show instead of the case; null for the case. */
  readonly draft: number | null;
}

/** A refusal of the procedure on its way out of the transaction: nothing of the step may stay. */
function carried(refusal: Refused<string>): Problem {
  return problem(409, `case.${refusal.reason}`, `The case refuses this: ${refusal.reason}.`);
}

/** A case with a form for every step that can be taken, and what comes of a form that is sent. */
@Injectable()
export class StaffCaseForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly steps: TakeStep,
    private readonly papers: RegisterSubmission,
  ) {}

  show(request: WebRequest, id: string, done: string): Promise<string> {
    return this.page(request, id, { sent: nothing(), done, draft: null });
  }

  showDraft(request: WebRequest, id: string, version: number): Promise<string> {
    return this.page(request, id, { sent: nothing(), done: '', draft: version });
  }

  /** Takes the step that the form names; a refusal shows the page again with the reason in words. */
  async take(request: WebRequest, id: string): Promise<FormAnswer> {
    const step = formText(request.body, 'step');
    const typed = typedIn(request, step);
    const { values, faults } = readFields(step, typed, request.actor.language);
    if (faults.length > 0) return this.again(request, id, { step, typed, faults });
    const met: { refusal: Refused<string> | null } = { refusal: null };
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const command = commandFor(request, step, values);
        const answer = await this.act(tx, request, id, command);
        if (answer.kind === 'refused') {
          met.refusal = answer;
          throw carried(answer);
        }
        return `/toezicht/zaken/${id}?gedaan=${step}`;
      });
      return { next };
    } catch (error) {
      if (met.refusal === null) throw error;
      return this.again(request, id, { step, typed, refusal: met.refusal });
    }
  }

  private act(
    tx: Transaction,
    request: WebRequest,
    id: string,
    { command, paper }: ReturnType<typeof commandFor>,
  ): ReturnType<TakeStep['run']> {
    const actorName = request.actor.name;
    if (paper === null) {
      const expectedVersion = Number(formText(request.body, 'version'));
      return this.steps.run(tx, { caseId: id, expectedVersion, command, actorName });
    }
    return this.papers.run(tx, { caseId: id, documents: [], actorName, ...paper });
  }

  private async again(
    request: WebRequest,
    id: string,
    refused: {
      readonly step: string;
      readonly typed: Typed;
      readonly faults?: readonly StepFault[];
      readonly refusal?: Refused<string>;
    },
  ): Promise<FormAnswer> {
    const words = this.pages.words(request);
    const { step, typed, faults = [], refusal } = refused;
    const errors = [
      ...faults.map(({ field, fault }) => ({
        field: `${step}-${field}`,
        message: words.t(`cases.fault.${fault}`, { typed: typed[field] ?? '' }),
      })),
      ...(refusal === undefined ? [] : [{ field: '', message: refusalWords(refusal, words) }]),
    ];
    const draftVersion = Number(formText(request.body, 'draft'));
    const draft = Number.isSafeInteger(draftVersion) && draftVersion > 0 ? draftVersion : null;
    const sent = { step, typed, errors, once: newFormKey() };
    return { status: 400, html: await this.page(request, id, { sent, done: '', draft }) };
  }

  private page(request: WebRequest, id: string, { sent, done, draft }: Shown): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const view = await openCase(tx, id);
      const group = await readGroup(tx, view.tenantId);
      const reader = { today: tx.today, userId: request.actor.userId, group, done };
      return draft === null
        ? this.caseHtml(request, view, reader, sent)
        : this.draftHtml(request, view, { version: draft, reader, sent });
    });
  }

  private caseHtml(
    request: WebRequest,
    view: CaseView,
    reader: CaseReader,
    sent: SentForm,
  ): string {
    const data = staffCasePage(view, reader, sent, this.pages.words(request));
    return this.pages.html(request, 'pages/enforcement/staff-case.njk', data);
  }

  private draftHtml(
    request: WebRequest,
    view: CaseView,
    asked: { readonly version: number; readonly reader: CaseReader; readonly sent: SentForm },
  ): string {
    const draft = view.drafts.find(({ version }) => version === asked.version);
    if (draft === undefined) throw notFound();
    const words = this.pages.words(request);
    const data = draftPage(view, draft, asked.reader, asked.sent, words);
    return this.pages.html(request, 'pages/enforcement/draft.njk', data);
  }
}

function nothing(): SentForm {
  return { step: '', typed: {}, errors: [], once: newFormKey() };
}

function typedIn(request: WebRequest, step: string): Typed {
  return Object.fromEntries(
    fieldsOf(step).map(({ name }) => [name, formText(request.body, name).trim()]),
  );
}

async function openCase(tx: Transaction, id: string): Promise<CaseView> {
  const view = await readCase(tx, id);
  if (view === null) throw notFound();
  await recordRead(tx, { entity: 'core.enforcement_case', entityId: id, purpose: 'Wfpp 37' });
  return view;
}

/** What the form asks: a step of the procedure, or a paper to register. */
function commandFor(
  request: WebRequest,
  step: string,
  values: ReturnType<typeof readFields>['values'],
): {
  readonly command: Parameters<TakeStep['run']>[1]['command'];
  readonly paper: Pick<
    Parameters<RegisterSubmission['run']>[1],
    'kind' | 'text' | 'receivedOn' | 'postedOn'
  > | null;
} {
  const command = commandOf(step, values);
  const kind = onPaper(step);
  if (kind !== null)
    return {
      command,
      paper: { kind, text: String(values['text'] ?? ''), ...paperDays(values) },
    };
  if (step !== 'approve_decision') return { command, paper: null };
  const version = Number(formText(request.body, 'draft'));
  const sha256 = formText(request.body, 'sha256');
  return { command: { type: 'approve_decision', version, sha256 }, paper: null };
}
