import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type EuroCents } from '../../legal/kernel/euro-cents';
import { type PlainDate } from '../../legal/kernel/plain-date';
import { type Cell } from './cell';
import { originalText, safeText } from './safe-cell';

/** How a CSV file writes amounts and days. */
export interface CsvStyle {
  readonly delimiter: ',' | ';';
  readonly amount: (cents: EuroCents) => string;
  readonly day: (day: PlainDate) => string;
}

export interface BrokenCsv {
  /** Line of the file, from 1, as far as the reader came. */
  readonly line: number;
  readonly reason: string;
}

export type CsvRows =
  | { readonly rows: readonly (readonly string[])[]; readonly broken: null }
  | { readonly rows: null; readonly broken: BrokenCsv };

/** A file saved by a Dutch spreadsheet is parted by semicolons; the widest of the first lines tells. */
function delimiterOf(text: string): ',' | ';' {
  const lines = text.split('\n', 60);
  const most = (delimiter: string): number =>
    Math.max(...lines.map((line) => line.split(delimiter).length));
  return most(';') > most(',') ? ';' : ',';
}

/**
 * Reads CSV text into rows of cells, each cell exactly as written (without the apostrophe that
 * writeCsv puts before text that looks like a formula), empty rows included. Rows may differ in
 * length. A byte order mark is skipped.
 */
export function readCsv(text: string): CsvRows {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return { rows: rows.map((row) => row.map(originalText)), broken: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: null, broken: { line: Number(error['lines'] ?? 1), reason: error.message } };
  }
}

function written(cell: Cell, style: CsvStyle): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return safeText(cell.text);
    case 'amount':
      return style.amount(cell.cents);
    case 'day':
      return style.day(cell.day);
  }
}

/** CSV by RFC 4180, lines ended by a line feed. Text that could run as a formula is made safe. */
export function writeCsv(rows: readonly (readonly Cell[])[], style: CsvStyle): string {
  return stringify(
    rows.map((row) => row.map((cell) => written(cell, style))),
    { delimiter: style.delimiter, record_delimiter: '\n' },
  );
}
