import { type ReadCell, type ReadRow } from '../../../platform/intake/public';
import { columnLetters } from '../../../platform/spreadsheet/cell';
import { type Column } from '../layout/column';
import { isBlank, shown, tidy } from './cell-text';
import { type CheckedRow } from './checked-row';
import { type CheckContext } from './context';
import { type Headings } from './headings';
import { readCell } from './read-cell';
import { type Reading } from './reading';
import { ROW_RULES } from './row-rules';
import { RowView } from './row-view';
import { swappedPairs } from './swapped';

const OF_A_FEW_WORDS = new Set<Column['kind']>([
  'choice',
  'yes_no',
  'country',
  'recipient',
  'year',
]);
const MOST_REMEMBERED = 2000;

/** Reads rows below one row of headings. Keeps what a word of a short list means. */
export class RowReader {
  private readonly remembered = new Map<string, Reading>();

  constructor(
    private readonly headings: Headings,
    private readonly context: CheckContext,
  ) {}

  read(source: ReadRow): CheckedRow {
    const row = new RowView(source, this.headings, this.context);
    let telling = false;
    for (const [at, column] of this.headings.columns) {
      const cell = source.cells[at];
      if (cell === undefined || isBlank(cell)) continue;
      row.fill(column.key);
      telling = this.readInto(row, cell, column) || telling;
    }
    this.wholeRow(row);
    if (isTotal(row)) return this.asTotal(row);
    for (const { key, required } of this.headings.columns.values())
      if (required && !row.has(key)) row.fault(key, 'required');
    ROW_RULES[this.context.kind](row);
    return result(telling ? withSwaps(row) : row);
  }

  /** True when the cell is wrong. */
  private readInto(row: RowView, cell: ReadCell, column: Column): boolean {
    const reading = this.meaning(cell, column);
    if (reading.fault !== null) {
      row.fault(column.key, reading.fault, reading.params);
      return true;
    }
    row.values[column.key] = reading.value;
    // In CSV everything is text.
    const said = reading.warning === 'amount.was_text' && row.source.sheet === '';
    if (reading.warning !== null && !said) row.warn(column.key, reading.warning, reading.params);
    if (column.kind === 'text' && /^[=+@\t\r]/.test(tidy(cell.text)))
      row.warn(column.key, 'formula.kept_as_text');
    return false;
  }

  private meaning(cell: ReadCell, column: Column): Reading {
    if (!OF_A_FEW_WORDS.has(column.kind)) return readCell(cell, column, this.context);
    const key = `${column.key}/${cell.kind}/${cell.text}`;
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    const reading = readCell(cell, column, this.context);
    if (this.remembered.size < MOST_REMEMBERED) this.remembered.set(key, reading);
    return reading;
  }

  private wholeRow(row: RowView): void {
    const { sheet, row: number, hidden, cells } = row.source;
    const place = { sheet, row: number, params: {} };
    if (hidden) row.faults.push({ ...place, column: '', code: 'row.hidden', value: '' });
    const beyond = cells.findIndex((cell, at) => at >= this.headings.width && !isBlank(cell));
    const cell = cells[beyond];
    if (cell === undefined) return;
    const column = columnLetters(beyond);
    row.faults.push({ ...place, column, code: 'row.too_long', value: shown(cell) });
  }

  private asTotal(row: RowView): CheckedRow {
    const { sheet, row: number, cells } = row.source;
    const value = cells.map((cell) => tidy(cell.text)).find((text) => TOTAL.test(text)) ?? '';
    const place = { sheet, row: number, column: '', value, params: {} };
    return {
      sheet,
      row: number,
      cells,
      values: {},
      warnings: [],
      faults: [{ ...place, code: 'row.total' }],
    };
  }
}

const TOTAL = /^(?:sub|eind)?totaa?l\b|^(?:sub|grand )?total\b/i;

/** A row that adds up the rows above it names no day. */
function isTotal(row: RowView): boolean {
  if (row.has('receivedOn') || row.has('on') || row.has('from')) return false;
  return row.source.cells.some(({ kind, text }) => kind === 'text' && TOTAL.test(tidy(text)));
}

/** One message for two cells that stand in each other's column. */
function withSwaps(row: RowView): RowView {
  const titles = new Map(
    [...row.headings.columns].map(([at, { key }]) => [key, row.headings.texts[at] ?? '']),
  );
  for (const [key, other] of swappedPairs(row)) {
    const letters = [...row.headings.columns].filter(
      ([, one]) => one.key === key || one.key === other,
    );
    const places = new Set(letters.map(([at]) => columnLetters(at)));
    const kept = row.faults.filter(({ column }) => !places.has(column));
    row.faults.splice(0, row.faults.length, ...kept);
    row.fault(key, 'columns.swapped', { other: titles.get(other) ?? '' });
  }
  return row;
}

function result({ source, values, faults, warnings }: RowView): CheckedRow {
  return { sheet: source.sheet, row: source.row, cells: source.cells, values, faults, warnings };
}
