import { Injectable } from '@nestjs/common';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { Problem, problem, type ProblemPart } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type Language } from '../../../platform/rendering/language';
import { type FormError } from '../../../platform/rendering/page-parts';
import { personNames } from '../../identity/public';
import {
  DecideSecondSignature,
  EnterOwnCap,
  legalCapOn,
  ownCaps,
  secondSignatureDecisions,
} from '../application/settings';
import { settingsPage, type SettingsShown } from './settings-page';
import { EnterOwnCapBody, SecondSignatureBody } from './settings.answers';

const CAP_FIELDS = ['from', 'amount', 'lifted', 'source'] as const;
const SIGNATURE_FIELDS = ['reason'] as const;

function typedFields(request: WebRequest, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, formText(request.body, name).trim()]));
}

function filled(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** @throws Problem 400 with all faults. */
function valid<T extends object>(type: new () => T, input: object, more: ProblemPart[] = []): T {
  const { value, errors } = check(type, input);
  const faults = [...errors, ...more];
  if (value === null || faults.length > 0)
    throw problem(400, 'input.invalid', 'The form has faults.', faults);
  return value;
}

/** @throws Problem 400 with all faults. */
function readOwnCap(typed: Typed, language: Language): EnterOwnCapBody {
  const { from = '', amount = '', source = '', lifted = '' } = typed;
  const day = readDay(from) ?? from;
  if (lifted === 'yes') return valid(EnterOwnCapBody, filled({ from: day, source }));
  const read = readAmount(amount, language) ?? amount;
  const fault = { in: 'body', location: '/amount', code: 'amount', detail: '' } as const;
  const input = filled({ from: day, amount: read, source });
  return valid(EnterOwnCapBody, input, amount === '' ? [fault] : []);
}

/** The page of what a party agreed for itself, with a form for each. */
@Injectable()
export class SettingsForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly entering: EnterOwnCap,
    private readonly deciding: DecideSecondSignature,
  ) {}

  page(request: WebRequest, saved: boolean): Promise<string> {
    return this.show(request, { saved, typed: {}, errors: [], once: newFormKey() });
  }

  enterOwnCap(request: WebRequest): Promise<FormAnswer> {
    const typed = typedFields(request, CAP_FIELDS);
    const { language } = request.actor;
    return this.take(request, typed, CAP_FIELDS, async (tx) => {
      const { from, amount, source } = readOwnCap(typed, language);
      const limit = amount === undefined ? null : euroCents(amount);
      await this.entering.run(tx, { from, amount: limit, source });
    });
  }

  decideSecondSignature(request: WebRequest): Promise<FormAnswer> {
    const typed = typedFields(request, SIGNATURE_FIELDS);
    const wanted = formText(request.body, 'wanted') === 'yes';
    return this.take(request, typed, SIGNATURE_FIELDS, async (tx) => {
      const { reason } = valid(SecondSignatureBody, { wanted, reason: typed['reason'] ?? '' });
      try {
        await this.deciding.run(tx, { wanted, reason });
      } catch (error) {
        // Somebody else was first and decided the same: the page shows it.
        if (!(error instanceof Problem && error.code === 'second_signature.same')) throw error;
      }
    });
  }

  private async take(
    request: WebRequest,
    typed: Typed,
    fields: readonly string[],
    work: (tx: Transaction) => Promise<void>,
  ): Promise<FormAnswer> {
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        await work(tx);
        return '/instellingen?opgeslagen=ja';
      });
      return { next };
    } catch (error) {
      const words = this.pages.words(request);
      const errors = formErrors(faultsIn(error), fields, { typed, words });
      const once = formText(request.body, 'once');
      return { status: 400, html: await this.show(request, { saved: false, typed, errors, once }) };
    }
  }

  private show(
    request: WebRequest,
    form: Pick<SettingsShown, 'saved' | 'typed' | 'once'> & {
      readonly errors: readonly FormError[];
    },
  ): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      const caps = await ownCaps(tx, tenantId);
      const decisions = await secondSignatureDecisions(tx, tenantId);
      const names = await personNames(tx, [
        ...caps.map(({ recordedBy }) => recordedBy),
        ...decisions.map(({ decidedBy }) => decidedBy),
      ]);
      const decides = request.actor.role === 'party_administrator';
      const shown = { ...form, caps, decisions, names, decides, legalCap: legalCapOn(tx.today) };
      const data = settingsPage(shown, tx.today, this.pages.words(request));
      return this.pages.html(request, 'pages/people/settings.njk', {
        ...data,
        errors: form.errors,
      });
    });
  }
}
