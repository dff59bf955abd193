import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { isPlainDate, type PlainDate } from '../../../legal/kernel/plain-date';

/** Above what any account of a party holds, and far below what a number holds exactly. */
const MOST_CENTS = 10_000_000_000_000;

export type ReadAmount = EuroCents | 'unreadable' | 'not_cents';

/**
 * An amount as banks write it: digits, a comma or a point, at most five decimals; nothing else.
 * Zeros after the second decimal are nothing; any other digit there is part of a cent.
 */
export function readAmount(text: string, decimal: ',' | '.'): ReadAmount {
  const [euros = '', decimals = '', ...rest] = text.split(decimal);
  if (rest.length > 0 || !/^\d{1,15}$/.test(euros) || !/^\d{0,5}$/.test(decimals)) {
    return 'unreadable';
  }
  if (!/^0*$/.test(decimals.slice(2))) return 'not_cents';
  const cents = Number(euros) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  return cents < MOST_CENTS ? euroCents(cents) : 'unreadable';
}

/** yyyymmdd, yyyy-mm-dd or dd-mm-yyyy; null when it is no day. */
export function readDay(text: string): PlainDate | null {
  const parts =
    /^(?<year>\d{4})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})$/.exec(text) ??
    /^(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{4})$/.exec(text);
  const { year = '', month = '', day = '' } = parts?.groups ?? {};
  const written = `${year}-${month}-${day}`;
  return isPlainDate(written) ? written : null;
}

/** A year of two digits as MT940 writes it: banks keep no statements from before 1980. */
export function fullYear(two: string): number {
  const year = Number(two);
  return year >= 80 ? 1900 + year : 2000 + year;
}

const AMSTERDAM = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** The day in Amsterdam of a day (which may carry an offset) or a moment; null when it is neither. */
export function readMoment(text: string): PlainDate | null {
  const day = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(text)?.[1];
  if (day !== undefined) return readDay(day);
  const [, written = '', offset] = MOMENT.exec(text) ?? [];
  if (readDay(written) === null) return null;
  // Without an offset it is the bank's own clock, which is ours.
  if (offset === undefined) return readDay(written);
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : readDay(AMSTERDAM.format(moment));
}

/** One space between words, none around; what is left empty or says that there is nothing is null. */
export function readText(text: string | null | undefined): string | null {
  const words = spaced(text ?? '');
  return words === '' || /^(NOTPROVIDED|NONREF)$/i.test(words) ? null : words;
}

export function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** An IBAN by its shape; check digits are the bank's affair. Null for anything else. */
export function readIban(text: string | null | undefined): string | null {
  const account = (text ?? '').replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(account) ? account : null;
}

export function readBic(text: string | null | undefined): string | null {
  const bic = (text ?? '').replace(/\s/g, '').toUpperCase();
  return /^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(bic) ? bic : null;
}

/** The named parts of a text that has this shape, '' for a part that is not there; null without it. */
export function partsOf(shape: RegExp, text: string): ((name: string) => string) | null {
  const groups = shape.exec(text)?.groups;
  return groups === undefined ? null : (name) => groups[name] ?? '';
}

/** Minus an amount that left. */
export function withSign(amount: number, cameIn: boolean): number {
  return cameIn ? amount : 0 - amount;
}

/** The IBAN of an account that a Dutch bank calls by its number alone. */
export function dutchIban(bank: string, number: string): string {
  const account = `${bank}${number.padStart(10, '0')}`;
  const digits = `${account}NL00`.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)));
  const rest = Number(BigInt(digits) % 97n);
  return `NL${String(98 - rest).padStart(2, '0')}${account}`;
}

/** Account of the party itself: an IBAN without spaces and currency, or the bank's own words. */
export function ownAccount(text: string): string {
  const account = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}EUR$/.test(account) ? account.slice(0, -3) : account;
}
