import { type EuroCents } from '../../../../legal/kernel/euro-cents';
import { atLine, type Faults } from '../faults';
import { meansByWords, withoutParty } from '../means';
import { type EntryMeans, type ReadBankStatement } from '../read-statement';
import { type EntryDraft } from '../statement-parts';
import { ownAccount, readBic, readDay, readIban, readText, spaced } from '../values';
import { findColumns } from './heading';
import { dayIn, type LedgerLine, ledgerStatements, signedIn } from './ledger';
import { type CsvRecord } from './records';

const NEEDED = {
  account: ['IBAN/BBAN'],
  currency: ['Munt'],
  number: ['Volgnr'],
  day: ['Datum'],
  amount: ['Bedrag'],
  other: ['Tegenrekening IBAN/BBAN'],
  name: ['Naam tegenpartij'],
  code: ['Code'],
  words: ['Omschrijving-1'],
} as const;
const EXTRA = {
  value: ['Rentedatum'],
  after: ['Saldo na trn'],
  bic: ['BIC tegenpartij'],
  own: ['Transactiereferentie'],
  form: ['Betalingskenmerk'],
  words2: ['Omschrijving-2'],
  words3: ['Omschrijving-3'],
  returned: ['Reden retour'],
} as const;

type Column = keyof typeof NEEDED | keyof typeof EXTRA;

export function isRabobankHeading(headings: readonly string[]): boolean {
  const { columns } = findColumns(headings, NEEDED);
  return columns.has('account') && columns.size >= 4;
}

/** Reads the download of Rabobank: 26 columns, the amount with its sign. */
export function readRabobank(
  records: readonly CsvRecord[],
  faults: Faults,
): readonly ReadBankStatement[] {
  const headings = records[0]?.cells ?? [];
  const { columns, missing } = findColumns(headings, NEEDED);
  if (missing.length > 0) {
    faults.add('csv_heading', atLine(1), { bank: 'Rabobank', missing: missing.join(', ') });
    return [];
  }
  const all = new Map<Column, number>([...columns, ...findColumns(headings, EXTRA).columns]);
  const lines = records.slice(1).flatMap(({ cells, line }) => {
    if (cells.length !== headings.length) {
      faults.add('csv_columns', atLine(line), { expected: headings.length, seen: cells.length });
      return [];
    }
    const cell = (name: Column): string => (cells[all.get(name) ?? -1] ?? '').trim();
    return readLine(cell, line, faults) ?? [];
  });
  return ledgerStatements('csv-rabobank', lines, faults);
}

function readLine(cell: (name: Column) => string, line: number, faults: Faults): LedgerLine | null {
  const bookedOn = dayIn(cell('day'), line, faults);
  const cents = signedIn(cell('amount'), line, faults);
  const account = ownAccount(cell('account'));
  if (account === '') faults.add('account_missing', atLine(line));
  const after = cell('after') === '' ? null : signedIn(cell('after'), line, faults);
  if (cell('currency') !== 'EUR') {
    faults.add('entry_currency', atLine(line), {
      currency: cell('currency'),
      amount: cell('amount'),
    });
    return null;
  }
  if (bookedOn === null || cents === null || account === '') return null;
  const number = cell('number');
  const entry: EntryDraft = {
    ...whoAndWhat(cell),
    bookedOn,
    valueOn: readDay(cell('value')),
    direction: cents < 0 ? 'debit' : 'credit',
    amount: Math.abs(cents) as EuroCents,
    reversal: false,
    batchOf: null,
    // The number goes on over the years of an account; the day keeps it apart if it ever restarts.
    bankReference: number === '' ? null : `volgnr:${bookedOn}:${number}`,
    place: atLine(line),
  };
  return { account, entry, after, line };
}

function whoAndWhat(
  cell: (name: Column) => string,
): Pick<
  EntryDraft,
  'means' | 'counterparty' | 'description' | 'paymentReference' | 'returnReason'
> {
  const iban = readIban(cell('other'));
  const name = readText(cell('name'));
  const description = spaced(`${cell('words')} ${cell('words2')} ${cell('words3')}`);
  const means = meansOf(cell('code'), description, iban !== null || name !== null);
  return {
    means,
    counterparty: {
      name: withoutParty(means) ? null : name,
      iban,
      bic: readBic(cell('bic')),
      address: null,
    },
    description,
    paymentReference: readText(cell('form')) ?? readText(cell('own')),
    returnReason: readText(cell('returned')),
  };
}

const CODES: Readonly<Record<string, EntryMeans>> = {
  cb: 'transfer',
  bg: 'transfer',
  tb: 'transfer',
  ac: 'transfer',
  id: 'ideal',
  ei: 'direct_debit',
  ba: 'card',
  bc: 'card',
  ga: 'cash',
  kh: 'cash',
  st: 'cash',
};

function meansOf(code: string, description: string, named: boolean): EntryMeans {
  return CODES[code.toLowerCase()] ?? meansByWords(description, named);
}
