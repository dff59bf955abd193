import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { draftWords, dropDraft, readDraft } from '../../../platform/drafts/public';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { RecordDebtBalance, RegisterDebt, ReviseDebt } from '../application/debt-verbs';
import { type DebtDesk, readDebtDesk, readDebtors } from '../application/read-debt-desk';
import {
  DEBT_FIELDS,
  readMovement,
  readRegistration,
  readRevision,
  typedDebt,
} from './debt-form-input';
import { debtFormPage, debtPage, typedOf } from './debt-page';

/** What a draft of a new debt is kept under. */
const NEW_DEBT = '/schulden/nieuw';

interface Shown {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

/** The forms about a debt: registering, drawing and repaying, new particulars. */
@Injectable()
export class DebtForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly registering: RegisterDebt,
    private readonly recording: RecordDebtBalance,
    private readonly revising: ReviseDebt,
  ) {}

  empty(request: WebRequest): Promise<string> {
    return this.newPage(request, { typed: {}, errors: [], once: newFormKey() });
  }

  register(request: WebRequest): Promise<FormAnswer> {
    const { language } = request.actor;
    return this.take(
      request,
      async (tx, typed) => {
        const id = await this.registering.run(tx, readRegistration(typed, language));
        await dropDraft(tx, NEW_DEBT);
        return `/schulden/${id}?opgeslagen=ja`;
      },
      (shown) => this.newPage(request, shown),
    );
  }

  /** One debt, with the form for drawing and repaying under it for who may use it. */
  async detail(request: WebRequest, id: string, saved: boolean): Promise<string> {
    const shown = { typed: { kind: 'repaid' }, errors: [], once: newFormKey() };
    return this.detailPage(request, await this.desk(request, id), shown, saved);
  }

  move(request: WebRequest, id: string): Promise<FormAnswer> {
    const { language } = request.actor;
    return this.take(
      request,
      async (tx, typed) => {
        await this.recording.run(tx, id, readMovement(typed, language));
        return `/schulden/${id}?opgeslagen=ja`;
      },
      async (shown) => this.detailPage(request, await this.desk(request, id), shown, false),
    );
  }

  async toRevise(request: WebRequest, id: string): Promise<string> {
    const desk = await this.desk(request, id);
    const shown = { typed: typedOf(desk.debt), errors: [], once: newFormKey() };
    return this.revisePage(request, id, shown);
  }

  async revise(request: WebRequest, id: string): Promise<FormAnswer> {
    await this.desk(request, id);
    return this.take(
      request,
      async (tx, typed) => {
        const { particulars, reason } = readRevision(typed);
        await this.revising.run(tx, id, particulars, reason);
        return `/schulden/${id}?opgeslagen=ja`;
      },
      (shown) => Promise.resolve(this.revisePage(request, id, shown)),
    );
  }

  private async take(
    request: WebRequest,
    work: (tx: Transaction, typed: Typed) => Promise<string>,
    show: (shown: Shown) => Promise<string>,
  ): Promise<FormAnswer> {
    const typed = typedDebt(request.body);
    try {
      return { next: await onceForForm(this.database, request, (tx) => work(tx, typed)) };
    } catch (error) {
      const words = this.pages.words(request);
      const errors = formErrors(faultsIn(error), DEBT_FIELDS, { typed, words });
      const sentBefore = errors.some(({ field }) => field === '');
      const once = sentBefore ? newFormKey() : formText(request.body, 'once');
      return { status: 400, html: await show({ typed, errors, once }) };
    }
  }

  /** @throws Problem 404 for a debt that is not there or of another party. */
  private desk(request: WebRequest, id: string): Promise<DebtDesk> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await readDebtDesk(tx, id);
      if (desk === null) throw notFound();
      await recordRead(tx, { entity: 'core.debt', entityId: id, purpose: 'Wfpp 21' });
      return desk;
    });
  }

  private detailPage(request: WebRequest, desk: DebtDesk, shown: Shown, saved: boolean): string {
    const { id } = desk.debt;
    const mayAct = request.actor.role === 'treasurer';
    const form = mayAct ? { action: `/schulden/${id}/saldo`, back: '/schulden', ...shown } : null;
    const data = debtPage(desk, form, saved, this.pages.words(request));
    return this.pages.html(request, 'pages/debts/detail.njk', data);
  }

  private async newPage(request: WebRequest, shown: Shown): Promise<string> {
    const { debtors, draft } = await this.database.inTransaction(scopeOf(request), async (tx) => ({
      debtors: await readDebtors(tx),
      draft: request.method === 'GET' ? await readDraft(tx, NEW_DEBT) : null,
    }));
    const typed = { ...shown.typed, ...draft?.fields };
    const form = { action: '/schulden', back: '/schulden', ...shown, typed };
    const data = {
      ...debtFormPage(form, debtors, false),
      draft: draftWords(NEW_DEBT, draft, this.pages.words(request)),
    };
    return this.pages.html(request, 'pages/debts/new.njk', data);
  }

  private revisePage(request: WebRequest, id: string, shown: Shown): string {
    const form = { action: `/schulden/${id}/wijzigen`, back: `/schulden/${id}`, ...shown };
    return this.pages.html(request, 'pages/debts/new.njk', debtFormPage(form, [], true));
  }
}
