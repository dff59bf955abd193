import { atLine, type Faults } from '../faults';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** On which the record begins, from 1. */
  readonly line: number;
}

/**
 * Splits CSV strictly (RFC 4180): a quote that is never closed, or text after a closing quote, is a
 * fault and not a guess. Empty lines are left out. Null when the file is broken.
 */
export function readRecords(
  text: string,
  delimiter: ',' | ';' | '\t',
  faults: Faults,
): readonly CsvRecord[] | null {
  // ABN AMRO quotes nothing and its descriptions may hold a quote.
  if (delimiter === '\t') return tabbed(text);
  const cell = new RegExp(`"(?:[^"]|"")*"|(?:[^"\r\n${delimiter}][^\r\n${delimiter}]*)?`, 'y');
  const records: CsvRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const read = readRecord(text, at, { cell, delimiter });
    if (read === null) {
      faults.add('csv_quote', atLine(line));
      return null;
    }
    if (read.cells.length > 1 || read.cells[0] !== '') records.push({ cells: read.cells, line });
    line += text.slice(at, read.next).match(/\r\n|\n|\r/g)?.length ?? 0;
    at = read.next;
  }
  return records;
}

interface Shape {
  readonly cell: RegExp;
  readonly delimiter: string;
}

/** The cells of the record that begins here, and where the next begins; null for a stray quote. */
function readRecord(
  text: string,
  start: number,
  { cell, delimiter }: Shape,
): { readonly cells: readonly string[]; readonly next: number } | null {
  const cells: string[] = [];
  for (let at = start; ; at += 1) {
    cell.lastIndex = at;
    const written = cell.exec(text)?.[0] ?? '';
    at += written.length;
    cells.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written);
    const end = text.charAt(at);
    if (end === delimiter) continue;
    if (end === '\r' || end === '\n') {
      return { cells, next: text.startsWith('\r\n', at) ? at + 2 : at + 1 };
    }
    return end === '' ? { cells, next: at } : null;
  }
}

function tabbed(text: string): readonly CsvRecord[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ cells: line.split('\t'), line: index + 1 }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '');
}
