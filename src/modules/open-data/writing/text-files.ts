import { safeText } from '../../../platform/spreadsheet/safe-cell';
import { type Column } from '../facts/columns';
import { type MakeTableFile, type StoredRow, type TableFile } from './table-file';

const NEEDS_QUOTES = /[",\r\n]/;
/** RFC 4180 ends a line so. */
const END = '\r\n';

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cell<Row>({ kind, value }: Column<Row>, row: Row): string {
  const given = value(row);
  if (given === null) return '';
  return kind === 'text' ? quoted(safeText(String(given))) : String(given);
}

/** One line of CSV, with its end: ISO days, a point before the cents, nothing that runs as a formula. */
export function csvLine<Row>(columns: readonly Column<Row>[], row: Row): string {
  return columns.map((column) => cell(column, row)).join(',') + END;
}

export function csvHeader<Row>(columns: readonly Column<Row>[]): string {
  return columns.map(({ name }) => name).join(',') + END;
}

export const csvFile: MakeTableFile = (file, { columns }) => ({
  begin: async () => {
    await file.write(csvHeader(columns));
  },
  add: async (rows) => {
    await file.write(rows.map(({ row }) => csvLine(columns, row)).join(''));
  },
  finish: () => file.finish(),
  abandon: () => file.abandon(),
});

export const jsonLinesFile: MakeTableFile = <Row>(file: Parameters<MakeTableFile>[0]) => {
  const made: TableFile<Row> = {
    begin: () => Promise.resolve(),
    add: async (rows: readonly StoredRow<Row>[]) => {
      await file.write(rows.map(({ line }) => `${line}\n`).join(''));
    },
    finish: () => file.finish(),
    abandon: () => file.abandon(),
  };
  return made;
};
