import { type ReadCell } from '../../../platform/intake/public';
import { means, type Reading, wrong } from './reading';

const DUTCH = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2})$/;
const ENGLISH = /^(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,2})$/;
const WHOLE = /^\d+$/;
/** Two marks of the same kind can only part thousands. */
const THOUSANDS = /^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:,\d{3}){2,}$/;
const EITHER = /^\d{1,3}[.,]\d{3}$/;
/** '1.000,-' as on a price tag. */
const DASHED = /^(\d{1,3}(?:\.\d{3})*|\d+),(?:-{1,2}|=)$/;
const MANY_DECIMALS = /^(?:\d{1,3}(?:\.\d{3})+|\d+),\d{3,}$|^(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{3,}$/;
const OTHER_MONEY = /\$|£|¥|\b(?:USD|GBP|CHF|SEK|NOK|DKK|PLN)\b/i;
const MOST_CENTS = 100_000_000_000;

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function cents(whole: string, part = ''): number {
  return Number(digits(whole)) * 100 + Number(part.padEnd(2, '0').slice(0, 2) || '0');
}

/** Cents of a text that can be read in one way only; null when it cannot. */
function centsOf(text: string): number | null {
  const match = DUTCH.exec(text) ?? ENGLISH.exec(text);
  if (match !== null) return cents(match[1] ?? '', match[2]);
  if (WHOLE.test(text) || THOUSANDS.test(text)) return cents(text);
  const dashed = DASHED.exec(text);
  return dashed === null ? null : cents(dashed[1] ?? '');
}

/** Both ways in which '1.000' can be meant, for the message. */
function bothWays(text: string): { readonly small: string; readonly large: string } {
  const [whole = '', part = ''] = text.split(/[.,]/);
  const decimals = part.endsWith('0') ? part.slice(0, 2) : part;
  return { small: `${whole},${decimals}`, large: `${whole}.${part},00` };
}

function withinBounds(amount: number, zero: boolean): Reading | null {
  if (amount === 0 && !zero) return wrong('amount.zero');
  if (!Number.isSafeInteger(amount) || amount >= MOST_CENTS) return wrong('amount.too_large');
  return null;
}

function unreadable(text: string): Reading {
  if (OTHER_MONEY.test(text)) return wrong('amount.currency');
  if (/^(?:-|−|–)\s?\d|^\(\s?\d.*\)$|^\d[\d.,]*-$/.test(text)) return wrong('amount.negative');
  if (EITHER.test(text)) return wrong('amount.ambiguous', bothWays(text));
  return wrong(MANY_DECIMALS.test(text) ? 'amount.decimals' : 'amount.text');
}

/** "€ 1.000,50", "1.000,50" and "1000.50" can be read with certainty; "1.000" cannot. */
function ofText(typed: string, zero: boolean, inTable: boolean): Reading {
  const bare = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^(?:€|EUR|euro)/i, '')
    .replace(/(?:€|EUR|euro)$/i, '');
  const amount = centsOf(bare);
  if (amount === null) return unreadable(OTHER_MONEY.test(typed) ? typed : bare);
  const beyond = withinBounds(amount, zero);
  if (beyond !== null) return beyond;
  return means(amount, inTable ? 'amount.was_text' : null, { cents: String(amount) });
}

/** A spreadsheet keeps 15 digits; what stands beyond them is noise of its own. */
function ofNumber(stored: string, zero: boolean): Reading {
  const number = Number(stored);
  if (!Number.isFinite(number)) return wrong('amount.text');
  if (number < 0) return wrong('amount.negative');
  const [whole = '0', part = ''] = plainDigits(number);
  if (number >= MOST_CENTS / 100) return wrong('amount.too_large');
  if (part.length > 2) return wrong('amount.decimals');
  const amount = cents(whole, part);
  return withinBounds(amount, zero) ?? means(amount);
}

function plainDigits(number: number): readonly string[] {
  const rounded = Number(number.toPrecision(15));
  return rounded.toFixed(10).replace(/0+$/, '').split('.');
}

/** Whole euro cents. @param inTable true in a spreadsheet, where an amount should be a number. */
export function readAmountCell(cell: ReadCell, zero: boolean): Reading {
  switch (cell.kind) {
    case 'number':
      return ofNumber(cell.text, zero);
    case 'day':
      return wrong('amount.text');
    case 'empty':
    case 'text':
    case 'yes_no':
    case 'formula':
    case 'error':
      return ofText(cell.text, zero, cell.kind === 'text');
  }
}
