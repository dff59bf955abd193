import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { problem, type ProblemPart } from '../../../platform/http/problem';
import { readAmount } from '../../../platform/rendering/form-input';
import { readRuleDesk, readUses } from '../application/rules-desk';
import { KeepRules } from '../application/rules-verbs';
import { readRule, RULE_FIELDS, typedRule } from './rules-input';
import { type FormView, ruleFormPage, rulesPage } from './rules-page';

const DUES_FIELDS = ['duesName', 'amount'] as const;

function typedIn(request: WebRequest, fields: readonly string[]): Typed {
  return Object.fromEntries(fields.map((name) => [name, formText(request.body, name).trim()]));
}

function fault(field: string, code: string): ProblemPart {
  return { in: 'body', location: `/${field}`, code, detail: code };
}

/** The rules page and the form of one rule. */
@Injectable()
export class RuleForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly rules: KeepRules,
  ) {}

  list(request: WebRequest, saved: boolean): Promise<string> {
    return this.listPage(request, { typed: {}, errors: [], once: newFormKey() }, saved);
  }

  /** The form of a new rule, or of the rule with this id. @throws Problem 404. */
  form(request: WebRequest, id: string | null): Promise<string> {
    return this.formPage(request, id, null);
  }

  save(request: WebRequest, id: string | null): Promise<FormAnswer> {
    return this.take(
      request,
      RULE_FIELDS,
      async (tx, typed) => {
        const rule = readRule(typed, request.actor.language);
        if (id === null) await this.rules.make(tx, rule);
        else await this.rules.revise(tx, id, rule);
        return '/bank/regels?opgeslagen=ja';
      },
      (view) => this.formPage(request, id, view),
    );
  }

  /** A button of the list: switching, moving, taking an amount away. */
  async press(request: WebRequest, work: (tx: Transaction) => Promise<void>): Promise<FormAnswer> {
    const next = await onceForForm(this.database, request, async (tx) => {
      await work(tx);
      return '/bank/regels?opgeslagen=ja';
    });
    return { next };
  }

  addDues(request: WebRequest): Promise<FormAnswer> {
    return this.take(
      request,
      DUES_FIELDS,
      async (tx, typed) => {
        const name = (typed['duesName'] ?? '').slice(0, 100);
        const amount = readAmount(typed['amount'] ?? '', request.actor.language);
        const faults = [
          ...(name === '' ? [fault('duesName', 'text.length')] : []),
          ...(amount === undefined || amount === 0 ? [fault('amount', 'amount')] : []),
        ];
        if (amount === undefined || faults.length > 0)
          throw problem(400, 'input.invalid', 'The form has faults.', faults);
        await this.rules.addDues(tx, name, amount);
        return '/bank/regels?opgeslagen=ja';
      },
      (view) => this.listPage(request, view, false),
    );
  }

  private async take(
    request: WebRequest,
    fields: readonly string[],
    work: (tx: Transaction, typed: Typed) => Promise<string>,
    show: (view: FormView) => Promise<string>,
  ): Promise<FormAnswer> {
    const typed = typedIn(request, fields);
    try {
      return { next: await onceForForm(this.database, request, (tx) => work(tx, typed)) };
    } catch (error) {
      const words = this.pages.words(request);
      const fieldOf = (location: string): string =>
        location === '/name' ? 'ruleName' : location.replace(/^\//, '');
      const errors = formErrors(faultsIn(error), fields, { typed, words, fieldOf });
      const spent = errors.some(({ field }) => field === '');
      const once = spent ? newFormKey() : formText(request.body, 'once');
      return { status: 400, html: await show({ typed, errors, once }) };
    }
  }

  private listPage(request: WebRequest, view: FormView, saved: boolean): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = { rules: await this.rules.list(tx), dues: await this.rules.dues(tx) };
      const mayChange = request.actor.role === 'treasurer';
      const data = rulesPage(found, { ...view, mayChange, saved }, this.pages.words(request));
      return this.pages.html(request, 'pages/statements/rules.njk', data);
    });
  }

  private formPage(request: WebRequest, id: string | null, sent: FormView | null): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const stored = id === null ? null : await this.rules.find(tx, id);
      const desk = await readRuleDesk(tx, stored?.donorId ?? null);
      const { language, role } = request.actor;
      const typed = stored === null ? { outcome: 'book' } : typedRule(stored, language);
      const view = sent ?? { typed, errors: [], once: newFormKey() };
      const rule = stored === null ? null : { stored, uses: await readUses(tx, stored.id) };
      const shown = { ...view, mayChange: role === 'treasurer' };
      const data = ruleFormPage(desk, rule, shown, this.pages.words(request));
      return this.pages.html(request, 'pages/statements/rules-form.njk', data);
    });
  }
}
