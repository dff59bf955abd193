import { Injectable } from '@nestjs/common';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, type Problem, problem, type ProblemPart } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { formatAmountInput } from '../../../platform/rendering/format';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Transaction } from '../../../platform/database/transaction';
import { recordRead } from '../../audit/public';
import { AnnulContribution } from '../application/correct-contribution';
import { type GiftLife, readGiftLife } from '../application/read-ledger';
import { SettleContribution, type SettlementInput } from '../application/settle-contribution';
import { settlementInput } from './contribution-input';
import { AnnulContributionBody, SettlementBody, StateTransferBody } from './contribution.bodies';
import { annulPage, type MoveForm, type MoveKind, settlePage } from './gift-move-page';

const FIELDS = ['kind', 'amount', 'settledOn', 'evidence', 'reason'] as const;

function refusal(faults: readonly ProblemPart[]): Problem {
  return problem(400, 'input.invalid', 'The form has faults.', faults);
}

/** @throws Problem 400 with every fault in it. */
function readReturn(body: object): SettlementInput {
  const { value, errors } = check(SettlementBody, body);
  if (value === null) throw refusal(errors);
  return settlementInput(value, 'returned_to_donor');
}

/** @throws Problem 400 with every fault in it. */
function readTransfer(body: object, kind: string | undefined): SettlementInput {
  const chosen = kind === undefined || kind === '' ? {} : { kind };
  const { value, errors } = check(StateTransferBody, { ...body, ...chosen });
  if (value === null) throw refusal(errors);
  return settlementInput(value, value.kind ?? 'transferred_to_state');
}

/** The remedy that the form was opened from; '' when it was not. */
function remedyIn(request: WebRequest): string {
  const sent = formText(request.body, 'herstel');
  return isId(sent) ? sent : '';
}

/** A link from a remedy fills in the amount (whole cents) and the way. */
function prefilled(request: WebRequest): { readonly typed: Typed; readonly remedy: string } {
  const { centen, herstel, wijze } = request.query;
  const cents = typeof centen === 'string' && /^[1-9]\d{0,11}$/.test(centen) ? Number(centen) : 0;
  const { language } = request.actor;
  return {
    typed: {
      ...(cents === 0 ? {} : { amount: formatAmountInput(euroCents(cents), language) }),
      ...(wijze === 'destroyed' ? { kind: wijze } : {}),
    },
    remedy: typeof herstel === 'string' && isId(herstel) ? herstel : '',
  };
}

function settlementBody(typed: Typed, { actor }: WebRequest): object {
  const { amount = '', settledOn = '', evidence = '' } = typed;
  return {
    ...(amount === '' ? {} : { amount: readAmount(amount, actor.language) ?? amount }),
    ...(settledOn === '' ? {} : { settledOn: readDay(settledOn) ?? settledOn }),
    ...(evidence === '' ? {} : { evidence }),
  };
}

/** Returning a gift, handing it over to the State, and taking back a booking that was wrong. */
@Injectable()
export class GiftMoves {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly settling: SettleContribution,
    private readonly annulling: AnnulContribution,
  ) {}

  /** The empty form. @throws Problem 404, also for a gift that was annulled. */
  show(request: WebRequest, id: string, kind: MoveKind): Promise<string> {
    const { typed, remedy } = prefilled(request);
    return this.page(request, id, kind, { typed, errors: [], once: newFormKey(), remedy });
  }

  async take(request: WebRequest, id: string, kind: MoveKind): Promise<FormAnswer> {
    const typed = Object.fromEntries(
      FIELDS.map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      const next = await onceForForm(this.database, request, (tx) =>
        kind === 'annuleren'
          ? this.annul(tx, id, typed)
          : this.settle(tx, id, kind, typed, request),
      );
      return { next };
    } catch (error) {
      const faults = faultsIn(error);
      const errors = this.errors(request, faults, typed, await this.life(request, id));
      const once = errors.some(({ field }) => field === '')
        ? newFormKey()
        : formText(request.body, 'once');
      const remedy = remedyIn(request);
      const form = { typed, errors, once, remedy };
      return { status: 400, html: await this.page(request, id, kind, form) };
    }
  }

  private async annul(tx: Transaction, id: string, typed: Typed): Promise<string> {
    const { reason = '' } = typed;
    const { value, errors } = check(AnnulContributionBody, reason === '' ? {} : { reason });
    if (value === null) throw refusal(errors);
    await this.annulling.run(tx, id, value.reason);
    return `/giften/${id}?geboekt=vervallen`;
  }

  private async settle(
    tx: Transaction,
    id: string,
    kind: MoveKind,
    typed: Typed,
    request: WebRequest,
  ): Promise<string> {
    const body = settlementBody(typed, request);
    const read = kind === 'teruggeven' ? readReturn(body) : readTransfer(body, typed['kind']);
    await this.settling.run(tx, id, read);
    const remedy = remedyIn(request);
    return remedy === ''
      ? `/giften/${id}?geboekt=teruggegeven`
      : `/herstel/${remedy}?gedaan=gedaan`;
  }

  private errors(
    request: WebRequest,
    faults: readonly ProblemPart[],
    typed: Typed,
    { current }: GiftLife,
  ): readonly FormError[] {
    const words = this.pages.words(request);
    const left = euroCents(Number(current.amountCents) - Number(current.returnedCents));
    const values = { left: words.euro(left), receivedOn: words.day(current.receivedOn) };
    return formErrors(faults, FIELDS, { typed, words, values });
  }

  private life(request: WebRequest, id: string): Promise<GiftLife> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const life = await readGiftLife(tx, id);
      if (life?.annulment !== null) throw notFound();
      await recordRead(tx, { entity: 'core.contribution', entityId: id, purpose: 'Wfpp 21' });
      return life;
    });
  }

  private async page(
    request: WebRequest,
    id: string,
    kind: MoveKind,
    form: MoveForm,
  ): Promise<string> {
    const life = await this.life(request, id);
    const words = this.pages.words(request);
    return kind === 'annuleren'
      ? this.pages.html(request, 'pages/contributions/annul.njk', annulPage(life, form, words))
      : this.pages.html(
          request,
          'pages/contributions/settle.njk',
          settlePage(life, kind, form, words),
        );
  }
}
