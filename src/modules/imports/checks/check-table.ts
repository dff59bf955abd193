import { type ReadRow, type TableSummary } from '../../../platform/intake/public';
import { isBlank } from './cell-text';
import { RowReader } from './check-row';
import { type CheckedRow } from './checked-row';
import { type CheckContext } from './context';
import { type CellFault, type CellWarning } from './fault';
import { type Headings, readHeadings } from './headings';
import { sameKey } from './row-rules';
import {
  hiddenColumns,
  hiddenSheets,
  mergedCells,
  neededHeadings,
  ofFile,
  ofSheet,
  stampFaults,
} from './table-faults';

/** What is wrong with the table as a whole; with any fault here no row is booked. */
export interface TableOutcome {
  readonly faults: readonly CellFault[];
  readonly warnings: readonly CellWarning[];
  /** Of each sheet that was read. */
  readonly headings: readonly Headings[];
  /** Cells that lie in a merged range below the headings: these rows cannot be trusted. */
  readonly merged: readonly CellFault[];
  /** Of our own template; null for any other file. */
  readonly version: number | null;
}

const ROWS_ABOVE_HEADINGS = 25;
/** Sheets that our own workbooks carry beside the rows. */
const OURS = new Set([
  'uitleg',
  'instructions',
  'fouten',
  'errors',
  'voorbeelden',
  'examples',
  'keuzes',
  'choices',
  'lijsten',
  'lists',
]);

interface OpenSheet {
  readonly name: string;
  seen: number;
  reader: RowReader | null;
}

/** Checks a table row by row, so that a large file never stands in memory as a whole. */
export class TableCheck {
  private readonly headings: Headings[] = [];
  private readonly unread = new Set<string>();
  private readonly firstOf = new Map<string, number>();
  private sheet: OpenSheet | null = null;
  private count = 0;

  constructor(private readonly context: CheckContext) {}

  /** The rows of data among these, each with all that is wrong with it. */
  take(rows: readonly ReadRow[]): readonly CheckedRow[] {
    return rows.flatMap((row) => this.takeOne(row));
  }

  finish(summary: TableSummary): TableOutcome {
    const stamp = stampFaults(this.context.kind, summary);
    const read = new Set(this.headings.map(({ sheet }) => sheet));
    const faults = [
      ...stamp.faults,
      ...this.headings.flatMap((one) => one.faults),
      ...(read.size === 0
        ? [ofFile('heading.none', { headings: neededHeadings(this.context.kind) })]
        : []),
      ...(read.size > 0 && this.count === 0 ? [ofFile('table.empty', {})] : []),
      ...hiddenSheets(summary, read),
      ...hiddenColumns(summary, this.headings),
    ];
    const unread = [...this.unread].filter((name) => !read.has(name));
    const warnings = [
      ...this.headings.flatMap((one) => one.warnings),
      ...(read.size === 0 ? [] : unread.map((sheet) => ofSheet(sheet))),
    ];
    const { headings } = this;
    return {
      faults,
      warnings,
      headings,
      merged: mergedCells(summary, headings),
      version: stamp.version,
    };
  }

  private takeOne(row: ReadRow): readonly CheckedRow[] {
    if (OURS.has(row.sheet.toLowerCase()) || row.cells.every(isBlank)) return [];
    if (this.sheet?.name !== row.sheet) this.sheet = { name: row.sheet, seen: 0, reader: null };
    const { sheet } = this;
    if (sheet.reader === null) {
      this.lookForHeadings(sheet, row);
      return [];
    }
    const checked = sheet.reader.read(row);
    this.count += 1;
    return [this.withDuplicate(checked)];
  }

  private lookForHeadings(sheet: OpenSheet, row: ReadRow): void {
    this.unread.add(sheet.name);
    sheet.seen += 1;
    if (sheet.seen > ROWS_ABOVE_HEADINGS) return;
    const headings = readHeadings(this.context.kind, row);
    if (headings === null) return;
    this.headings.push(headings);
    sheet.reader = new RowReader(headings, this.context);
  }

  /** Two equal gifts are two gifts (D20); whether they are is for a person to say. */
  private withDuplicate(row: CheckedRow): CheckedRow {
    if (row.faults.length > 0) return row;
    const key = sameKey(this.context.kind, row.values);
    const first = this.firstOf.get(key);
    if (first === undefined) {
      this.firstOf.set(key, row.row);
      return row;
    }
    const place = { sheet: row.sheet, row: row.row, column: '', value: '' };
    const warning = { ...place, code: 'row.duplicate', params: { first: String(first) } } as const;
    return { ...row, warnings: [...row.warnings, warning] };
  }
}

/** Everything at once, for a table that is small enough. */
export function checkTable(
  rows: readonly ReadRow[],
  summary: TableSummary,
  context: CheckContext,
): { readonly rows: readonly CheckedRow[]; readonly outcome: TableOutcome } {
  const check = new TableCheck(context);
  const checked = check.take(rows);
  const outcome = check.finish(summary);
  return { rows: withMerged(checked, outcome.merged), outcome };
}

export function withMerged(
  rows: readonly CheckedRow[],
  merged: readonly CellFault[],
): readonly CheckedRow[] {
  if (merged.length === 0) return rows;
  return rows.map((row) => {
    const here = merged.filter((one) => one.sheet === row.sheet && one.row === row.row);
    return here.length === 0 ? row : { ...row, faults: [...row.faults, ...here] };
  });
}
