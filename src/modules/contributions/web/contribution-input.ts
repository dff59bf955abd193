import { type Donor } from '../../../legal/facts/donor';
import { type EuroCents, euroCents, minus, ZERO } from '../../../legal/kernel/euro-cents';
import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { badInput } from '../../../platform/http/problem';
import { type AskedDonor } from '../application/pre-check-contribution';
import { type ContributionInput } from '../application/book-contribution';
import { type SettlementInput } from '../application/settle-contribution';
import {
  type ContributionFields,
  type DescribedDonor,
  type PreCheckBody,
  type SettlementBody,
} from './contribution.bodies';

function formOf(fields: ContributionFields): 'money' | 'in_kind' {
  if (fields.form !== undefined) return fields.form;
  return fields.type === 'in_kind' || fields.type === 'discount' ? 'in_kind' : 'money';
}

function cents(value: number | undefined): EuroCents | null {
  return value === undefined ? null : euroCents(value);
}

function amountOf(fields: ContributionFields): EuroCents {
  if (fields.amount !== undefined) return euroCents(fields.amount);
  if (formOf(fields) === 'in_kind' && fields.marketValue !== undefined)
    return minus(euroCents(fields.marketValue), euroCents(fields.paid ?? 0));
  // In kind without a market value: the check below names the market value, not the amount.
  if (formOf(fields) === 'in_kind') return ZERO;
  const detail = 'Give the amount received, in whole euro cents.';
  throw badInput({ in: 'body', location: '/amount', code: 'amount.required', detail });
}

/** From the checked body to the facts that are booked. @throws Problem 400 without an amount. */
export function contributionInput(fields: ContributionFields, donorId: string): ContributionInput {
  const form = formOf(fields);
  return {
    donorId,
    recipientId: fields.recipientId,
    type: fields.type,
    form,
    amount: amountOf(fields),
    marketValue: cents(fields.marketValue),
    paid: form === 'in_kind' ? (cents(fields.paid) ?? ZERO) : cents(fields.paid),
    valuation: fields.valuation ?? null,
    description: fields.description ?? null,
    receivedOn: plainDate(fields.receivedOn),
    bankReference: fields.bankReference ?? null,
  };
}

/** @throws Problem 400 unless exactly one of donorId and donor is given. */
export function askedDonor(body: PreCheckBody, today: PlainDate): AskedDonor {
  if (body.donorId !== undefined && body.donor === undefined) return { known: body.donorId };
  if (body.donor !== undefined && body.donorId === undefined)
    return { described: describedDonor(body.donor, today) };
  const detail = 'Give either donorId (a donor in your records) or donor (a description).';
  throw badInput({ in: 'body', location: '/donorId', code: 'donor.one_of', detail });
}

function describedDonor(given: DescribedDonor, today: PlainDate): Donor {
  return {
    ref: 'described',
    kind: given.kind,
    particulars: { name: false, address: false, ubo: false },
    declaration:
      given.kind === 'natural_person' || given.kind === 'estate'
        ? {
            declaredOn: today,
            dutchNational: given.dutchNational ?? null,
            dateOfBirth: given.dateOfBirth === undefined ? null : plainDate(given.dateOfBirth),
            adult: given.adult ?? null,
            residence: given.residence ?? null,
            caribbeanGround: given.caribbeanGround ?? null,
            disenfranchised: given.disenfranchised ?? null,
          }
        : null,
    inTradeRegister: given.inTradeRegister ?? null,
    lookThrough: [],
  };
}

export function settlementInput(
  body: SettlementBody,
  kind: SettlementInput['kind'],
): SettlementInput {
  return {
    kind,
    amount: euroCents(body.amount),
    settledOn: plainDate(body.settledOn),
    evidence: body.evidence,
  };
}
