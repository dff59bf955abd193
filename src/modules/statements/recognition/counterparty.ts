import { type DonorKind } from '../../../legal/facts/donor';
import { ASSOCIATION, FOUNDATION, LEGAL_PERSON, PARTNERSHIP } from './patterns';
import { type SeenEntry } from './proposal';
import { fold, payerInDescription } from './words-of-entry';

/** What kind of donor a name is most likely; a suggestion for a form, nothing more. */
export function kindOfName(name: string): DonorKind {
  const text = fold(name);
  if (FOUNDATION.test(text)) return 'foundation';
  if (ASSOCIATION.test(text)) return 'association';
  if (PARTNERSHIP.test(text)) return 'undertaking';
  return LEGAL_PERSON.test(text) ? 'legal_person' : 'natural_person';
}

/** "VRIES J DE E/O JANSEN M": banks write the partner behind the name; the first is the payer. */
function firstHolder(name: string): string {
  const [first = name] = name.split(/\s+(?:e\/o|en\/of|eo|cj)\s+/i);
  return first.trim();
}

export interface Counterparty {
  readonly kind: DonorKind;
  readonly name: string | null;
  readonly address: string | null;
  readonly iban: string | null;
}

/** Who paid, as far as the entry says; the payer of a payment request goes before the platform. */
export function counterpartyOf(
  entry: SeenEntry,
  own: ReadonlyMap<string, unknown>,
  platform: boolean,
): Counterparty {
  const payer = platform ? payerInDescription(entry, own) : null;
  const { name, iban, address } = entry.counterparty;
  const called = payer === null ? name : payer.name;
  return {
    kind: kindOfName(called ?? ''),
    name: called === null ? null : firstHolder(called),
    address: payer === null ? address : null,
    iban: payer === null ? iban : payer.iban,
  };
}
