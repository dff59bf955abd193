import { type Obligation } from './obligation';
import { OBLIGATIONS_OF_BOOKS } from './obligations-of-books';
import { OBLIGATIONS_OF_FILINGS } from './obligations-of-filings';

/** The table of duties, rows 1 to 23 in order (law.md section 2). */
export const OBLIGATIONS: readonly Obligation[] = [
  ...OBLIGATIONS_OF_BOOKS,
  ...OBLIGATIONS_OF_FILINGS,
].toSorted((a, b) => a.row - b.row);

/** @returns null when no duty has that code */
export function obligationOf(code: string): Obligation | null {
  return OBLIGATIONS.find((one) => one.code === code) ?? null;
}

/** The duties that a rule watches, in order of the table. */
export function obligationsWatchedBy(rule: Obligation['rules'][number]): readonly Obligation[] {
  return OBLIGATIONS.filter(({ rules }) => rules.includes(rule));
}
