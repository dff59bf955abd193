import { type ContributionType } from '../../../legal/facts/contribution';
import {
  BANK_COSTS,
  CASH,
  DUES,
  GIFT,
  INTEREST,
  LEGACY,
  LOAN,
  MINISTRY,
  NOTARY,
  PAID_OUT,
  PAYMENT_REQUEST,
  PROVIDER,
  REFUND,
  REMITTANCE,
  RETURNED,
  SALE,
  SUBSIDY_WORDS,
  TAX_OFFICE,
  TAX_WORDS,
} from './patterns';
import {
  type AboutEntry,
  type Certainty,
  type Knowledge,
  type ProposalKind,
  type Reason,
  type SeenEntry,
} from './proposal';
import { firstOf, fold, marks, payerInDescription, reason, said, wordsOf } from './words-of-entry';

/** What an entry is taken for, and why; the donor is looked at later. */
export interface Taken {
  readonly kind: ProposalKind;
  readonly certainty: Exclude<Certainty, 'certain'>;
  readonly type: ContributionType;
  readonly reasons: readonly Reason[];
}

type Guess = (entry: SeenEntry, knowledge: Knowledge, about: AboutEntry) => Taken | null;

function taken(
  kind: ProposalKind,
  certainty: Taken['certainty'],
  ...reasons: readonly Reason[]
): Taken {
  return { kind, certainty, type: 'gift', reasons };
}

const ownAccount: Guess = ({ counterparty }, { accounts }) =>
  counterparty.iban !== null && accounts.has(counterparty.iban)
    ? taken('internal_transfer', 'likely', reason('own_account', { iban: counterparty.iban }))
    : null;

const returnedPayment: Guess = (entry, _knowledge, { ownPaymentOn }) => {
  const marked = marks(entry);
  const why = [...marked, ...said(wordsOf(entry), RETURNED)];
  if (why.length === 0) return null;
  if (ownPaymentOn !== null)
    return taken(
      'own_payment_returned',
      'likely',
      reason('own_payment', { on: ownPaymentOn }),
      ...why,
    );
  return taken('own_payment_returned', marked.length > 0 ? 'likely' : 'doubt', ...why);
};

const bankItself: Guess = (entry) => {
  if (entry.means === 'costs') return taken('bank_costs', 'likely', reason('means_costs'));
  if (entry.means === 'interest') return taken('interest', 'likely', reason('means_interest'));
  if (entry.counterparty.iban !== null) return null;
  const text = wordsOf(entry);
  const costs = said(text, BANK_COSTS);
  if (costs.length > 0) return taken('bank_costs', 'likely', ...costs);
  const interest = said(text, INTEREST);
  return interest.length === 0 ? null : taken('interest', 'doubt', ...interest);
};

const cash: Guess = (entry) => {
  if (entry.means === 'cash') return taken('cash', 'likely', reason('means_cash'));
  if (entry.counterparty.iban !== null) return null;
  const words = said(wordsOf(entry), CASH);
  return words.length === 0 ? null : taken('cash', 'doubt', ...words);
};

/** The provider that passed the money on; a name in the description counts for a pay-out only. */
function providerOf(entry: SeenEntry): string | null {
  const name = fold(entry.counterparty.name ?? '');
  const named = firstOf(name, PROVIDER) ?? firstOf(name, PAYMENT_REQUEST);
  const text = wordsOf(entry);
  return named ?? (PAID_OUT.test(text) ? firstOf(text, PROVIDER) : null);
}

/** A payment request names its payer; every other pay-out hides whoever gave. */
const paymentRequest: Guess = (entry, { accounts }) => {
  const by = providerOf(entry);
  const several = entry.batchOf !== null || PAID_OUT.test(wordsOf(entry));
  if (by === null || several || payerInDescription(entry, accounts) === null) return null;
  return {
    ...taken('contribution', 'doubt', reason('payer_in_description', { provider: by })),
    type: typeByWords(entry)?.type ?? 'gift',
  };
};

const provider: Guess = (entry) => {
  const by = providerOf(entry);
  const { batchOf } = entry;
  if (batchOf === null && by === null) return null;
  return taken(
    'batch',
    'likely',
    ...(by === null ? [] : [reason('provider', { provider: by })]),
    ...(batchOf === null ? [] : [reason('batch_of', { count: String(batchOf) })]),
    ...said(wordsOf(entry), PAID_OUT),
  );
};

const publicBody: Guess = (entry) => {
  const name = fold(entry.counterparty.name ?? '');
  const text = wordsOf(entry);
  const office = said(name, TAX_OFFICE, 'name');
  if (office.length > 0) return taken('tax', 'likely', ...office, ...said(text, TAX_WORDS));
  const why = [...said(name, MINISTRY, 'name'), ...said(text, SUBSIDY_WORDS)];
  if (why.length === 0) return null;
  return taken('subsidy', why.length > 1 ? 'likely' : 'doubt', ...why);
};

const TRADE = [
  ['refund', REFUND],
  ['loan', LOAN],
  ['sale', SALE],
] as const;

/** Words of trade; a word that speaks of a gift stands against them and keeps it a contribution. */
const trade: Guess = (entry) => {
  const text = wordsOf(entry);
  if (typeByWords(entry) !== null) return null;
  const found = TRADE.find(([, pattern]) => pattern.test(text));
  if (found === undefined) return null;
  const [kind, pattern] = found;
  return taken(kind, 'doubt', ...said(text, pattern));
};

const TYPES = [
  ['legacy', LEGACY],
  ['office_holder_remittance', REMITTANCE],
  ['membership_dues', DUES],
  ['gift', GIFT],
] as const;

interface TypeFound {
  readonly type: ContributionType;
  readonly why: Reason;
}

/** The type that the words name; null when they name none. */
export function typeByWords(entry: SeenEntry): TypeFound | null {
  const text = wordsOf(entry);
  for (const [type, pattern] of TYPES) {
    const [why] = said(text, pattern);
    if (why !== undefined) return { type, why };
  }
  return null;
}

function typeOf(entry: SeenEntry, { dues }: Knowledge): TypeFound {
  const named = typeByWords(entry);
  if (named !== null) return named;
  if (NOTARY.test(fold(entry.counterparty.name ?? '')))
    return { type: 'legacy', why: reason('notary') };
  const asked = dues.find(({ amount }) => amount === entry.amount);
  return asked === undefined
    ? { type: 'gift', why: reason('nothing_else') }
    : { type: 'membership_dues', why: reason('dues_amount', { name: asked.name }) };
}

const contribution: Guess = (entry, knowledge) => {
  const { type, why } = typeOf(entry, knowledge);
  return { ...taken('contribution', 'doubt', why), type };
};

const GUESSES = [
  ownAccount,
  returnedPayment,
  bankItself,
  cash,
  paymentRequest,
  provider,
  publicBody,
  trade,
  contribution,
] as const;

/** What a credit is by facts and, after those, by words; the first that says something holds. */
export function kindOfCredit(entry: SeenEntry, knowledge: Knowledge, about: AboutEntry): Taken {
  for (const guess of GUESSES) {
    const found = guess(entry, knowledge, about);
    if (found !== null) return found;
  }
  return taken('contribution', 'doubt', reason('nothing_else'));
}
