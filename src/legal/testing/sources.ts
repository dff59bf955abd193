import { type Contribution, type Settlement } from '../facts/contribution';
import { sum, minus } from '../kernel/euro-cents';
import { plainDate, yearOf } from '../kernel/plain-date';
import {
  type LedgerGift,
  type NoticeSource,
  type ReconciliationSources,
  type StatedGift,
} from '../reconciliation/sources';
import { aGroup, cents, LATER } from './a-donor-year';

/** Builders for examples of reconciliation; every gift is of donor-1 unless said otherwise. */

export function stated(contribution: Contribution, returned = 0, donor = 'donor-1'): StatedGift {
  const { ref, recipient, receivedOn, amount } = contribution;
  return { contribution: ref, donor, recipient, receivedOn, amount, returned: cents(returned) };
}

export function booked(
  contribution: Contribution,
  settlements: readonly Settlement[] = [],
  donor = 'donor-1',
  donorKind: LedgerGift['donorKind'] = 'natural_person',
): LedgerGift {
  const { ref, recipient, receivedOn, amount, type } = contribution;
  const own = settlements.filter((one) => one.contribution === ref);
  return {
    contribution: ref,
    donor,
    donorKind,
    type,
    recipient,
    receivedOn,
    amount,
    settlements: own.map((one) => ({ amount: one.amount, settledOn: one.settledOn })),
  };
}

/** About the first gift's donor, recipient and year; the total is that of the gifts. */
export function aNotice(
  gifts: readonly StatedGift[],
  filedOn: string,
  over: Partial<NoticeSource> = {},
): NoticeSource {
  const [first] = gifts;
  if (first === undefined) throw new RangeError('a notice is about a gift');
  return {
    ref: `notice-${filedOn}`,
    donor: first.donor,
    recipient: first.recipient,
    year: yearOf(first.receivedOn),
    filedOn: plainDate(filedOn),
    total: sum(gifts.map(({ amount, returned }) => minus(amount, returned))),
    gifts,
    ...over,
  };
}

export function sources(over: Partial<ReconciliationSources> = {}): ReconciliationSources {
  return {
    group: aGroup(),
    on: LATER,
    notices: [],
    filings: [],
    ledger: [],
    annulled: [],
    lookThrough: [],
    ...over,
  };
}
