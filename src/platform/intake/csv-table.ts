import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import { columnLetters } from '../spreadsheet/cell';
import { originalText } from '../spreadsheet/safe-cell';
import { decode, type Decoded } from './encoding';
import { type ReadCell, refuse, type TableSummary } from './reading';
import { type RowSender, TABLE_LIMITS } from './row-sender';
import { EMPTY_CELL } from './wire';

type Delimiter = NonNullable<TableSummary['delimiter']>;

const DELIMITERS: readonly Delimiter[] = [';', '\t', ','];

// One record: a quote that is never closed would otherwise swallow the rest of the file.
const LONGEST_RECORD = 2_000_000;

interface Parting {
  readonly delimiter: Delimiter | null;
  /** The first line says sep=; and is no row. */
  readonly named: boolean;
}

/** The first line that holds any of the three tells: headings hold no amounts. */
function partingOf(start: string): Parting {
  const named = /^sep=([,;\t])\r?\n/.exec(start)?.[1];
  if (named !== undefined) return { delimiter: named as Delimiter, named: true };
  for (const line of start.replace(/"[^"]*"/g, '""').split(/\r\n|\n|\r/)) {
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
    const most = Math.max(...counts);
    if (most > 1) return { delimiter: DELIMITERS[counts.indexOf(most)] ?? null, named: false };
  }
  return { delimiter: null, named: false };
}

function startOf(decoded: Decoded): string {
  for (const piece of decoded.pieces()) return piece.toString();
  return '';
}

function cellOf(text: string, row: number, column: number): ReadCell {
  if (text.length > TABLE_LIMITS.cell) {
    const cell = `${columnLetters(column)}${String(row)}`;
    refuse('cell_too_long', { sheet: '', cell, length: text.length, limit: TABLE_LIMITS.cell });
  }
  return text === '' ? EMPTY_CELL : { kind: 'text', text: originalText(text) };
}

function cellsOf(record: readonly string[], row: number): ReadCell[] {
  let length = record.length;
  while (length > 0 && record[length - 1] === '') length -= 1;
  if (length > TABLE_LIMITS.columns) {
    refuse('too_many_columns', { sheet: '', row, columns: length, limit: TABLE_LIMITS.columns });
  }
  return record.slice(0, length).map((text, column) => cellOf(text, row, column));
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function parserOf(decoded: Decoded, options: Options): Parser {
  return Readable.from(decoded.pieces()).pipe(parse(options));
}

/**
 * The line on which the record begins that cannot be read. Only for a file that turned out to be
 * broken: it is read once more, counting, which costs too much to do for every file.
 */
async function brokenLine(decoded: Decoded, options: Options): Promise<number> {
  let line = 1;
  const count = (record: string[]): null => {
    line += 1 + record.reduce((sum, text) => sum + lineBreaks(text), 0);
    return null;
  };
  try {
    await finished(parserOf(decoded, { ...options, on_record: count }).resume());
  } catch {
    // It breaks at the same place again.
  }
  return line;
}

async function broken(error: unknown, decoded: Decoded, options: Options): Promise<never> {
  if (!(error instanceof CsvError)) throw error;
  const line = await brokenLine(decoded, options);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') refuse('csv_broken', { seen: 'quote_open', line });
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    refuse('csv_broken', { seen: 'long_row', line, limit: LONGEST_RECORD });
  }
  refuse('csv_broken', { seen: 'quote_inside', line });
}

/** Reads a CSV file; every cell is text. A row is a record, so a cell with line breaks is one row. */
export async function readCsvTable(bytes: Uint8Array, sender: RowSender): Promise<TableSummary> {
  const decoded = decode(bytes);
  const { delimiter, named } = partingOf(startOf(decoded));
  const options: Options = {
    delimiter: delimiter ?? ';',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  };
  let row = 0;
  try {
    const records = parserOf(decoded, options) as AsyncIterable<string[]>;
    for await (const record of records) {
      row += 1;
      if (named && row === 1) continue;
      sender.add({ sheet: '', row, hidden: false, cells: cellsOf(record, row) });
      if (sender.isFull()) await sender.flush();
    }
  } catch (error) {
    await broken(error, decoded, options);
  }
  if (sender.rows === 0) refuse('empty');
  const { rows } = sender;
  const nothing = { sheets: [], hiddenColumns: [], merged: [], properties: {} };
  return { rows, encoding: decoded.encoding, delimiter, ...nothing };
}
