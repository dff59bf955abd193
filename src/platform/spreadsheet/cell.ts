import { type EuroCents } from '../../legal/kernel/euro-cents';
import { type PlainDate } from '../../legal/kernel/plain-date';

/** What one cell holds. Amounts and days stay what they are until a file format writes them. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly cents: EuroCents }
  | { readonly kind: 'day'; readonly day: PlainDate };

export const EMPTY: Cell = { kind: 'empty' };

export function textCell(text: string): Cell {
  return text === '' ? EMPTY : { kind: 'text', text };
}

export function amountCell(cents: EuroCents | null): Cell {
  return cents === null ? EMPTY : { kind: 'amount', cents };
}

export function dayCell(day: PlainDate | null): Cell {
  return day === null ? EMPTY : { kind: 'day', day };
}

/** The name a spreadsheet gives a column: 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** @param row from 1. @param column from 0. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${String(row)}`;
}
