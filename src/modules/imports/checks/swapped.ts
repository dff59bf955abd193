import { type Column } from '../layout/column';
import { isBlank } from './cell-text';
import { readCell } from './read-cell';
import { type RowView } from './row-view';

const TELLING = new Set<Column['kind']>(['amount', 'day', 'iban', 'trade_register']);
const NAMES = new Set(['name', 'creditor', 'giverName']);

interface Filled {
  readonly at: number;
  readonly column: Column;
}

function fits(row: RowView, at: number, column: Column): boolean {
  const cell = row.source.cells[at];
  if (cell === undefined || isBlank(cell)) return false;
  return readCell(cell, column, row.context).fault === null;
}

/** A name is a text of any kind, so only one that reads as an amount or a day counts as wrong. */
function mayBeSwapped(row: RowView, { at, column }: Filled): boolean {
  return TELLING.has(column.kind) ? !fits(row, at, column) : NAMES.has(column.key);
}

/**
 * Two cells that are both wrong, and right in each other's column. Gives the pairs of keys, each
 * cell in one pair at most.
 */
export function swappedPairs(row: RowView): readonly (readonly [string, string])[] {
  const candidates = [...row.headings.columns]
    .map(([at, column]) => ({ at, column }))
    .filter(({ at }) => !isBlank(row.source.cells[at]))
    .filter((filled) => mayBeSwapped(row, filled));
  const taken = new Set<string>();
  const pairs: [string, string][] = [];
  for (const one of candidates)
    for (const other of candidates) {
      if (!TELLING.has(one.column.kind) || one.at === other.at) continue;
      if (taken.has(one.column.key) || taken.has(other.column.key)) continue;
      if (one.column.kind === other.column.kind) continue;
      if (!fits(row, other.at, one.column) || !fits(row, one.at, other.column)) continue;
      pairs.push([one.column.key, other.column.key]);
      taken.add(one.column.key).add(other.column.key);
    }
  return pairs;
}
