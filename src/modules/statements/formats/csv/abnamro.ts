import { euroCents } from '../../../../legal/kernel/euro-cents';
import { atLine, type Faults } from '../faults';
import { withoutParty } from '../means';
import { type Described, readDescription } from '../mt940/description';
import { type ReadBankStatement } from '../read-statement';
import { type EntryDraft } from '../statement-parts';
import { dutchIban, ownAccount, readDay } from '../values';
import { dayIn, type LedgerLine, ledgerStatements, signedIn } from './ledger';
import { type CsvRecord } from './records';

const COLUMNS = 8;

/** ABN AMRO writes no headings: an account, a currency and a day in eight columns are its mark. */
export function isAbnAmroLine(cells: readonly string[]): boolean {
  const [account = '', currency = '', day = ''] = cells;
  return (
    cells.length >= 4 &&
    /^(\d{6,10}|NL\d{2}[A-Z]{4}\d{10})$/.test(account) &&
    /^[A-Z]{3}$/.test(currency) &&
    /^\d{8}$/.test(day)
  );
}

/** Reads the TAB download of ABN AMRO; the description is that of its MT940. */
export function readAbnAmro(
  records: readonly CsvRecord[],
  faults: Faults,
): readonly ReadBankStatement[] {
  const lines = records.flatMap(({ cells, line }) => {
    if (cells.length !== COLUMNS) {
      faults.add('csv_columns', atLine(line), { expected: COLUMNS, seen: cells.length });
      return [];
    }
    return readLine(cells, line, faults) ?? [];
  });
  return ledgerStatements('csv-abnamro', lines, faults);
}

const AT = { account: 0, currency: 1, day: 2, before: 3, after: 4, value: 5, amount: 6, words: 7 };

function readLine(cells: readonly string[], line: number, faults: Faults): LedgerLine | null {
  const cell = (name: keyof typeof AT): string => cells[AT[name]] ?? '';
  if (cell('currency') !== 'EUR') {
    const seen = { currency: cell('currency'), amount: cell('amount') };
    faults.add('entry_currency', atLine(line), seen);
    return null;
  }
  const bookedOn = dayIn(cell('day'), line, faults);
  const cents = signedIn(cell('amount'), line, faults);
  const opening = signedIn(cell('before'), line, faults);
  const closing = signedIn(cell('after'), line, faults);
  if (bookedOn === null || cents === null || opening === null || closing === null) return null;
  if (opening + cents !== closing) {
    faults.add('running_balance', atLine(line), { expected: opening + cents, seen: closing });
  }
  const entry: EntryDraft = {
    ...whoAndWhat(cell('words')),
    bookedOn,
    valueOn: readDay(cell('value')),
    direction: cents < 0 ? 'debit' : 'credit',
    amount: euroCents(Math.abs(cents)),
    reversal: false,
    bankReference: null,
    place: atLine(line),
  };
  return { account: accountOf(cell('account')), entry, after: closing, line };
}

function whoAndWhat(words: string): Described {
  const described = readDescription([words], null);
  if (!withoutParty(described.means)) return described;
  return { ...described, counterparty: { ...described.counterparty, name: null } };
}

function accountOf(text: string): string {
  return /^\d+$/.test(text) ? dutchIban('ABNA', text) : ownAccount(text);
}
