import { isAbnAmroLine, readAbnAmro } from './csv/abnamro';
import { isIngHeading, readIng } from './csv/ing';
import { isRabobankHeading, readRabobank } from './csv/rabobank';
import { readRecords } from './csv/records';
import { readCamt } from './camt/camt';
import { atLine, Faults, WHOLE_FILE } from './faults';
import { readMt940 } from './mt940/mt940';
import { type ReadBankStatement, type StatementReading } from './read-statement';
import { decode } from './decode';

/**
 * Reads a file of a bank: CAMT.053 02 or 08, MT940, or the CSV of ING, Rabobank or ABN AMRO, told
 * apart by what is in it and not by its name. Whatever the bytes are, it answers: every statement in
 * full, or every fault that was found; never a part of a file.
 */
export function readBankFile(bytes: Uint8Array): StatementReading {
  const faults = new Faults();
  const text = decode(bytes, faults);
  const statements = text === null ? [] : readText(text, faults);
  if (!faults.any && statements.length === 0) faults.add('no_statement');
  return faults.any ? { statements: [], faults: faults.all } : { statements, faults: [] };
}

/** Not in any text a bank writes; the second group turns what a person reads around. */
const UNSEEN = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]|[\u202A-\u202E\u2066-\u2069]/;

/** What SWIFT puts around a message on the line; some banks leave it in the file. */
const OF_THE_LINE = /[\x01\x03\x1A]/g;

function readText(text: string, faults: Faults): readonly ReadBankStatement[] {
  const start = text.slice(0, 4_000).replace(OF_THE_LINE, '').trimStart();
  if (start === '') {
    faults.add('empty');
    return [];
  }
  const isMt940 = /^:20:/m.test(start) && /^:25:/m.test(start);
  const unseen = UNSEEN.exec(isMt940 ? text.replace(OF_THE_LINE, ' ') : text);
  if (unseen !== null) {
    const line = text.slice(0, unseen.index).split('\n').length;
    faults.add('control_character', atLine(line), { code: codePoint(unseen[0]) });
    return [];
  }
  if (start.startsWith('<')) return readCamt(text.trimStart(), faults);
  return isMt940 ? readMt940(text, faults) : readCsv(text, start, faults);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const FAMILIES = [
  { delimiter: ';', known: isIngHeading, read: readIng },
  { delimiter: ',', known: isIngHeading, read: readIng },
  { delimiter: ',', known: isRabobankHeading, read: readRabobank },
  { delimiter: ';', known: isRabobankHeading, read: readRabobank },
  { delimiter: '\t', known: isAbnAmroLine, read: readAbnAmro },
] as const;

function readCsv(text: string, start: string, faults: Faults): readonly ReadBankStatement[] {
  const head = start.split(/\r\n|\n|\r/, 1)[0] ?? '';
  for (const { delimiter, known, read } of FAMILIES) {
    const [first] = readRecords(head, delimiter, new Faults()) ?? [];
    if (first === undefined || !known(first.cells)) continue;
    const records = readRecords(text, delimiter, faults);
    return records === null ? [] : read(records, faults);
  }
  const isTable = /[;,\t].*[;,\t]/.test(head);
  faults.add(isTable ? 'csv_unknown' : 'unknown_kind', WHOLE_FILE, { seen: head });
  return [];
}
