import { type Reason, type SeenEntry } from './proposal';

/** Small letters, no accents, one blank: how texts of banks are compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.&+/*-]+/gu, ' ')
    .trim();
}

/** Everything a person could read in an entry. */
export function wordsOf(entry: SeenEntry): string {
  return fold(
    [entry.counterparty.name, entry.description, entry.paymentReference]
      .filter((part) => part !== null)
      .join(' | '),
  );
}

/** The first of the patterns that occurs, as it stands in the text; null when none does. */
export function firstOf(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[0].trim() ?? null;
}

export function reason(code: string, values: Reason['values'] = {}): Reason {
  return { code, values };
}

/** The reason that a word occurs; empty when it does not. */
export function said(text: string, pattern: RegExp, code = 'word'): readonly Reason[] {
  const word = firstOf(text, pattern);
  return word === null ? [] : [reason(code, { word })];
}

/** How the bank itself marks an entry as one that came back. */
export function marks({ returnReason, reversal }: SeenEntry): readonly Reason[] {
  return [
    ...(returnReason === null ? [] : [reason('return_code', { code: returnReason })]),
    ...(reversal ? [reason('reversal')] : []),
  ];
}

/** Two letters of the country an IBAN belongs to; null when it is no IBAN. */
export function countryOf(iban: string | null): string | null {
  return iban !== null && /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban) ? iban.slice(0, 2) : null;
}

export interface Payer {
  readonly name: string | null;
  readonly iban: string | null;
}

const IBAN_IN_TEXT = /\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{0,3}\b/g;
const FROM_SOMEBODY = /\bvan:? +([\p{Lu}][\p{L}.' -]{2,60}?)(?=,|;|$|\s{2}| [A-Z]{2}\d{2})/u;

/**
 * The person a payment request names in its description: the platform only passed the money on, so
 * the individual is the donor. Null when no account of somebody else stands in it.
 */
export function payerInDescription(
  { description }: Pick<SeenEntry, 'description'>,
  own: ReadonlyMap<string, unknown>,
): Payer | null {
  const found = [...description.matchAll(IBAN_IN_TEXT)]
    .map(([text]) => text.replaceAll(' ', ''))
    .filter((iban) => countryOf(iban) !== null && !own.has(iban));
  const [iban] = found;
  if (iban === undefined || new Set(found).size !== 1) return null;
  return { iban, name: FROM_SOMEBODY.exec(description)?.[1]?.trim() ?? null };
}
