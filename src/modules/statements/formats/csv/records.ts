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
  const records: CsvRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const read = readRecord(text, at, delimiter);
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

/** The cells of the record that begins here, and where the next begins; null for a stray quote. */
function readRecord(
  text: string,
  start: number,
  delimiter: string,
): { readonly cells: readonly string[]; readonly next: number } | null {
  const cells: string[] = [];
  for (let at = start; ; at += 1) {
    const ends = text.startsWith('"', at) ? quotedEnd(text, at) : plainEnd(text, at, delimiter);
    if (ends < 0) return null;
    const written = text.slice(at, ends);
    cells.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written);
    at = ends;
    const end = text.charAt(at);
    if (end === delimiter) continue;
    if (end === '\r' || end === '\n') {
      return { cells, next: text.startsWith('\r\n', at) ? at + 2 : at + 1 };
    }
    return end === '' ? { cells, next: at } : null;
  }
}

/** Just after the quote that closes the cell; below zero when none does. */
function quotedEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return -1;
    if (text.charAt(quote + 1) !== '"') return quote + 1;
    at = quote + 2;
  }
}

function plainEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === delimiter || character === '\r' || character === '\n') return at;
    if (character === '"') return -1;
    at += 1;
  }
  return at;
}

function tabbed(text: string): readonly CsvRecord[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ cells: line.split('\t'), line: index + 1 }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '');
}
