import { atLine, type Faults } from '../faults';
import { meansByWords, withoutParty } from '../means';
import { type EntryMeans, type ReadBankStatement } from '../read-statement';
import { type EntryDraft } from '../statement-parts';
import { ownAccount, readIban, readText, spaced } from '../values';
import { findColumns } from './heading';
import { amountIn, dayIn, type LedgerLine, ledgerStatements, signedIn } from './ledger';
import { type CsvRecord } from './records';

const NEEDED = {
  day: ['Datum', 'Date'],
  name: ['Naam / Omschrijving', 'Name / Description'],
  account: ['Rekening', 'Account'],
  other: ['Tegenrekening', 'Counterparty'],
  code: ['Code'],
  direction: ['Af Bij', 'Debit/credit'],
  amount: ['Bedrag (EUR)', 'Amount (EUR)', 'Bedrag'],
  words: ['Mededelingen', 'Notifications'],
} as const;
const EXTRA = { after: ['Saldo na mutatie', 'Resulting balance'] } as const;

type Column = keyof typeof NEEDED | keyof typeof EXTRA;

/** True for the heading of a download of ING, whatever is missing from it. */
export function isIngHeading(headings: readonly string[]): boolean {
  const { columns } = findColumns(headings, NEEDED);
  return columns.has('day') && columns.has('name') && columns.size >= 5;
}

/** Reads the download of ING, Dutch or English, with or without the running balance. */
export function readIng(
  records: readonly CsvRecord[],
  faults: Faults,
): readonly ReadBankStatement[] {
  const headings = records[0]?.cells ?? [];
  const { columns, missing } = findColumns(headings, NEEDED);
  if (missing.length > 0) {
    faults.add('csv_heading', atLine(1), { bank: 'ING', missing: missing.join(', ') });
    return [];
  }
  const all = new Map<Column, number>([...columns, ...findColumns(headings, EXTRA).columns]);
  const lines = records.slice(1).flatMap(({ cells, line }) => {
    if (cells.length !== headings.length) {
      faults.add('csv_columns', atLine(line), { expected: headings.length, seen: cells.length });
      return [];
    }
    const cell = (name: Column): string => cells[all.get(name) ?? -1] ?? '';
    return readLine(cell, line, faults) ?? [];
  });
  return ledgerStatements('csv-ing', lines, faults);
}

function directionOf(text: string): 'credit' | 'debit' | null {
  const word = text.trim().toLowerCase();
  if (word === 'bij' || word === 'credit') return 'credit';
  return word === 'af' || word === 'debit' ? 'debit' : null;
}

function readLine(cell: (name: Column) => string, line: number, faults: Faults): LedgerLine | null {
  const place = atLine(line);
  const bookedOn = dayIn(cell('day'), line, faults);
  const amount = amountIn(cell('amount'), line, faults);
  const direction = directionOf(cell('direction'));
  if (direction === null) faults.add('direction', place, { value: cell('direction') });
  const account = ownAccount(cell('account'));
  if (account === '') faults.add('account_missing', place);
  const after = cell('after') === '' ? null : signedIn(cell('after'), line, faults);
  if (bookedOn === null || amount === null || direction === null || account === '') return null;
  const entry: EntryDraft = {
    ...whoAndWhat(cell),
    bookedOn,
    valueOn: null,
    direction,
    amount,
    reversal: false,
    batchOf: null,
    returnReason: null,
    bankReference: null,
    place,
  };
  return { account, entry, after, line };
}

function whoAndWhat(
  cell: (name: Column) => string,
): Pick<EntryDraft, 'means' | 'counterparty' | 'description' | 'paymentReference'> {
  const words = notifications(cell('words'));
  const iban = readIban(cell('other')) ?? readIban(words.get('IBAN'));
  const description = spaced(words.get('words') ?? words.get('') ?? '');
  const means = meansOf(cell('code'), description, iban !== null);
  const name = withoutParty(means) ? null : readText(cell('name'));
  return {
    means,
    counterparty: { name, iban, bic: null, address: null },
    description: description === '' ? spaced(cell('name')) : description,
    paymentReference: readText(words.get('reference')),
  };
}

const KEYS: Readonly<Record<string, string>> = {
  omschrijving: 'words',
  description: 'words',
  iban: 'IBAN',
  kenmerk: 'reference',
  reference: 'reference',
};
const KEY =
  /(?:^|\s)(Naam|Name|Omschrijving|Description|IBAN|BIC|Kenmerk|Reference|Machtiging ID|Mandate ID|Incassant ID|Creditor ID|Datum\/Tijd|Date\/time|Valutadatum|Value date|Pasvolgnr|Transactie|Term):\s?/;

/** ING writes what it knows one after the other in one cell: 'Naam: ... Omschrijving: ...'. */
function notifications(text: string): ReadonlyMap<string, string> {
  const parts = text.split(KEY);
  const found = new Map([['', parts[0] ?? '']]);
  for (let at = 1; at < parts.length; at += 2) {
    const key = (parts[at] ?? '').toLowerCase();
    const name = KEYS[key] ?? key;
    if (!found.has(name)) found.set(name, parts[at + 1] ?? '');
  }
  return found;
}

const CODES: Readonly<Record<string, EntryMeans>> = {
  OV: 'transfer',
  GT: 'transfer',
  PO: 'transfer',
  AC: 'transfer',
  VZ: 'transfer',
  ID: 'ideal',
  IC: 'direct_debit',
  BA: 'card',
  GM: 'cash',
  ST: 'cash',
  PK: 'cash',
};

function meansOf(code: string, description: string, hasCounterparty: boolean): EntryMeans {
  return CODES[code.trim().toUpperCase()] ?? meansByWords(description, hasCounterparty);
}
