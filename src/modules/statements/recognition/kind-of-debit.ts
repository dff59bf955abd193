import { BANK_COSTS, RETURN_TO_DONOR, RETURNED, TAX_OFFICE } from './patterns';
import { type Taken } from './kind-of-credit';
import {
  type AboutEntry,
  type Knowledge,
  type KnownContribution,
  type ProposalKind,
  type Reason,
  type SeenEntry,
} from './proposal';
import { fold, marks, reason, said, wordsOf } from './words-of-entry';

export interface TakenDebit extends Taken {
  /** The contribution that was given back, when only one can be meant. */
  readonly returned: KnownContribution | null;
}

function taken(
  kind: ProposalKind,
  certainty: Taken['certainty'],
  reasons: readonly Reason[],
  returned: KnownContribution | null = null,
): TakenDebit {
  return { kind, certainty, type: 'gift', reasons, returned };
}

/** What the bank or the tax office takes, and what goes to an account of the group itself. */
function plainDebit(entry: SeenEntry, { accounts }: Knowledge): TakenDebit | null {
  const { iban, name } = entry.counterparty;
  if (iban !== null && accounts.has(iban))
    return taken('internal_transfer', 'likely', [reason('own_account', { iban })]);
  if (entry.means === 'costs') return taken('bank_costs', 'likely', [reason('means_costs')]);
  const costs = iban === null ? said(wordsOf(entry), BANK_COSTS) : [];
  if (costs.length > 0) return taken('bank_costs', 'likely', costs);
  const office = said(fold(name ?? ''), TAX_OFFICE, 'name');
  return office.length > 0 ? taken('tax', 'likely', office) : null;
}

/** Money that left: was it the return of a contribution (art. 29b, 23a) or something else? */
export function kindOfDebit(
  entry: SeenEntry,
  knowledge: Knowledge,
  { returnable }: AboutEntry,
): TakenDebit {
  return (
    plainDebit(entry, knowledge) ??
    returnOf(entry, returnable) ??
    taken('payment', 'doubt', [reason('debit')])
  );
}

function whySaid(entry: SeenEntry): readonly Reason[] {
  const text = wordsOf(entry);
  const words = said(text, RETURN_TO_DONOR);
  return [...(words.length > 0 ? words : said(text, RETURNED)), ...marks(entry)];
}

/** The contributions that may be meant: those of this very amount, or else those that hold it. */
function meantBy(
  { amount }: SeenEntry,
  returnable: readonly KnownContribution[],
): readonly KnownContribution[] {
  const same = returnable.filter((one) => one.amount === amount);
  return same.length > 0 ? same : returnable.filter((one) => one.amount > amount);
}

function returnOf(entry: SeenEntry, returnable: readonly KnownContribution[]): TakenDebit | null {
  const why = whySaid(entry);
  const meant = meantBy(entry, returnable);
  const [first] = meant;
  if (why.length === 0 && first?.amount !== entry.amount) return null;
  if (first === undefined) return taken('return_of_contribution', 'doubt', why);
  const { donorName, receivedOn, amount } = first;
  const values = { name: donorName ?? '', on: receivedOn, amount: String(amount) };
  const only = meant.length === 1;
  return taken(
    'return_of_contribution',
    only && why.length > 0 ? 'likely' : 'doubt',
    [reason('gave_before', values), ...why],
    only ? first : null,
  );
}
