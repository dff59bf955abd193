import { euroCents, type EuroCents } from '../../../legal/kernel/euro-cents';
import { isPlainDate, type PlainDate } from '../../../legal/kernel/plain-date';

export interface ReadAmount {
  readonly cents: EuroCents;
  /** True when the cell is text to a spreadsheet, so that no sum counts it. */
  readonly wasText: boolean;
}

// What a spreadsheet that counts with a decimal comma saves for a number.
const NUMBER = /^-?\d{1,12}(?:,\d{1,2})?$/;
// What a person types: euro sign, points between thousands, spaces, ",-" for whole euros.
const TYPED = /^(-?)(?:€|EUR)?(-?)(\d{1,3}(?:\.\d{3}){0,3}|\d{1,12})(?:,(\d{1,2}|-))?$/i;

/**
 * An amount as the published lists write it: "10000", "24592,5", and also "€ 10.000,00 " typed as
 * text. Null when it cannot be read with certainty ("10000.50", "10,000.00", half cents).
 */
export function readAmount(cell: string): ReadAmount | null {
  const match = TYPED.exec(cell.replaceAll(/\s/g, ''));
  if (match === null) return null;
  const [, sign, innerSign, whole = '', decimals = ''] = match;
  const euros = Number(whole.replaceAll('.', ''));
  const cents = decimals === '-' ? 0 : Number(decimals.padEnd(2, '0'));
  const negative = sign === '-' || innerSign === '-';
  return {
    cents: euroCents((euros * 100 + cents) * (negative ? -1 : 1)),
    wasText: !NUMBER.test(cell),
  };
}

/** The way back: 2459250 is "24592,5", as the ministry's files write it. */
export function writeAmount(cents: EuroCents): string {
  const euros = Math.trunc(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  const decimals = rest === '00' ? '' : `,${rest.replace(/0$/, '')}`;
  return `${cents < 0 ? '-' : ''}${String(euros)}${decimals}`;
}

const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DAY_FIRST = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;

/**
 * A day as the published lists write it: MM/DD/YYYY; or DD-MM-YYYY, or YYYY-MM-DD. The separator
 * tells which, so no day is ever guessed.
 */
export function readDay(cell: string): PlainDate | null {
  const text = cell.trim();
  const american = MONTH_FIRST.exec(text);
  const dutch = DAY_FIRST.exec(text);
  const [year, month, day] =
    american !== null
      ? [american[3], american[1], american[2]]
      : dutch !== null
        ? [dutch[3], dutch[2], dutch[1]]
        : text.split('-');
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : null;
}

/** The way back: MM/DD/YYYY. */
export function writeDay(day: PlainDate): string {
  return `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
}

/** The same words with single spaces, as a person reads them. */
export function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Equal for names that differ only in capitals, spaces and points: "M.  Dijdijma", "M Dijdijma". */
export function nameKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}
