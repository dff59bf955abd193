import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { amountCell, dayCell, EMPTY, textCell } from '../../../platform/spreadsheet/cell';
import { type CsvStyle, writeCsv } from '../../../platform/spreadsheet/csv';
import { type NetworkNode, type Tie } from '../facts/graph';

/** Amounts as exact decimals with a point, days as yyyy-mm-dd: for programs. */
const STYLE: CsvStyle = {
  delimiter: ',',
  amount: (cents: EuroCents) => `${cents < 0 ? '-' : ''}${decimals(Math.abs(cents))}`,
  day: (day) => day,
};

function decimals(cents: number): string {
  return `${String(Math.trunc(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

function text(value: string | null): ReturnType<typeof textCell> {
  return value === null ? EMPTY : textCell(value);
}

export const NODES_START = 'id,kind,name,place,country\n';
export const TIES_START = 'from,to,tie,amount,gifts,first_on,last_on\n';

export function nodeLines(nodes: readonly NetworkNode[]): string {
  const rows = nodes.map(({ ref, kind, name, place, country }) =>
    [ref, kind, name, place, country].map(text),
  );
  return writeCsv(rows, STYLE);
}

export function tieLines(ties: readonly Tie[]): string {
  const rows = ties.map(({ from, to, kind, cents, gifts, firstOn, lastOn }) => [
    text(from),
    text(to),
    text(kind),
    cents === null ? EMPTY : amountCell(euroCents(cents)),
    text(gifts === null ? null : String(gifts)),
    firstOn === null ? EMPTY : dayCell(firstOn),
    lastOn === null ? EMPTY : dayCell(lastOn),
  ]);
  return writeCsv(rows, STYLE);
}
