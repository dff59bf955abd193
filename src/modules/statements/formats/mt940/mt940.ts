import { type EuroCents } from '../../../../legal/kernel/euro-cents';
import { isPlainDate, type PlainDate } from '../../../../legal/kernel/plain-date';
import { type Faults, WHOLE_FILE } from '../faults';
import { type ReadBankStatement, type StatementPlace } from '../read-statement';
import { type Balance, type EntryDraft, finishStatement } from '../statement-parts';
import {
  dutchIban,
  fullYear,
  ownAccount,
  partsOf,
  readAmount,
  readText,
  withSign,
} from '../values';
import { readDescription } from './description';
import { type Field, readMessages } from './fields';

const MOST_ENTRIES = 250_000;

/** Reads MT940: every statement of the file, in the dialects of the Dutch banks. */
export function readMt940(text: string, faults: Faults): readonly ReadBankStatement[] {
  // Some banks wrap messages in control characters of the SWIFT line; they are no part of the text.
  const messages = readMessages(text.replace(/[\x01\x03\x1A]/g, ''));
  const count = messages.reduce((sum, one) => sum + one.filter(isEntry).length, 0);
  if (count > MOST_ENTRIES) {
    faults.add('too_many_entries', WHOLE_FILE, { found: count, limit: MOST_ENTRIES });
    return [];
  }
  if (messages.length === 0) faults.add('no_statement');
  return messages.flatMap((fields, index) => readMessage(fields, index + 1, text, faults) ?? []);
}

function isEntry({ tag }: Field): boolean {
  return tag === '61';
}

function firstOf(fields: readonly Field[], ...tags: readonly string[]): Field | null {
  return fields.find(({ tag }) => tags.includes(tag)) ?? null;
}

function valueOf(field: Field | null): string {
  return field?.lines[0]?.trim() ?? '';
}

function readMessage(
  fields: readonly Field[],
  statement: number,
  text: string,
  faults: Faults,
): ReadBankStatement | null {
  const place: StatementPlace = { statement, entry: null, line: lineOf(fields[0]) };
  const account = accountOf(valueOf(firstOf(fields, '25')), text);
  const last = firstOf(fields, '62F', '62M');
  if (last === null) {
    const interim = firstOf(fields, '34F', '90D', '90C') !== null;
    if (interim) faults.add('interim', place, { seen: 'MT942' });
    else faults.add('truncated', { ...place, line: lineOf(fields.at(-1)) });
    return null;
  }
  if (account === '' || account.length > 60) {
    faults.add('account_missing', place);
    return null;
  }
  const opening = readBalance(firstOf(fields, '60F', '60M'), { statement, account }, faults);
  const closing = readBalance(last, { statement, account }, faults);
  if (opening === null || closing === null) return null;
  const before = faults.count;
  const entries = readEntries(fields, statement, faults);
  const sound = faults.count === before;
  const statementId = statementIdOf(fields);
  const draft = { account, statementId, opening, closing, entries, place, sound };
  return finishStatement({ format: 'mt940', ...draft }, faults);
}

function lineOf(field: Field | null | undefined): number | null {
  return field?.line ?? null;
}

function statementIdOf(fields: readonly Field[]): string | null {
  const id = [valueOf(firstOf(fields, '20')), valueOf(firstOf(fields, '28C', '28'))];
  return readText(id.filter((part) => part !== '').join('/'))?.slice(0, 140) ?? null;
}

/** ABN AMRO and Triodos give the number of the account alone; its IBAN follows from it. */
function accountOf(text: string, file: string): string {
  const triodos = /^TRIODOSBANK\/(\d{1,10})$/.exec(text)?.[1];
  if (triodos !== undefined) return dutchIban('TRIO', triodos);
  const number = /^\d{7,10}$/.exec(text)?.[0];
  if (number !== undefined && /^ABNANL2A/m.test(file)) return dutchIban('ABNA', number);
  return ownAccount(text);
}

interface Whose {
  readonly statement: number;
  readonly account: string;
}

const BALANCE = /^(?<sign>[CD])(?<day>\d{6})(?<currency>[A-Z]{3})(?<amount>\d{1,15},\d{0,5})$/;

function readBalance(field: Field | null, whose: Whose, faults: Faults): Balance | null {
  const place = { statement: whose.statement, entry: null, line: lineOf(field) };
  const part = partsOf(BALANCE, valueOf(field));
  const currency = part?.('currency') ?? 'EUR';
  if (currency !== 'EUR') {
    faults.add('currency', place, { currency, account: whose.account });
    return null;
  }
  const cents = part === null ? 'unreadable' : readAmount(part('amount'), ',');
  const on = part === null ? null : shortDay(part('day'));
  if (typeof cents !== 'number' || on === null) {
    faults.add('balance_form', place, { value: valueOf(field) });
    return null;
  }
  return { cents: withSign(cents, part?.('sign') === 'C'), on };
}

/** yymmdd. */
function shortDay(text: string): PlainDate | null {
  const year = fullYear(text.slice(0, 2));
  const day = `${String(year)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return isPlainDate(day) ? day : null;
}

/** mmdd, of the year in which it lies nearest to the value day: books close around new year too. */
function bookingDay(text: string, valueOn: PlainDate): PlainDate | null {
  const year = Number(valueOn.slice(0, 4));
  const month = Number(text.slice(0, 2)) - Number(valueOn.slice(5, 7));
  const shift = Number(month < -6) - Number(month > 6);
  const day = `${String(year + shift)}-${text.slice(0, 2)}-${text.slice(2, 4)}`;
  return isPlainDate(day) ? day : null;
}

/** A field 86 belongs to the line before it; after the closing balance it is about the statement. */
function readEntries(fields: readonly Field[], statement: number, faults: Faults): EntryDraft[] {
  const entries: EntryDraft[] = [];
  let count = 0;
  for (const [index, field] of fields.entries()) {
    if (!isEntry(field)) continue;
    count += 1;
    const next = fields[index + 1];
    const about = next?.tag === '86' ? next.lines : [];
    const place = { statement, entry: count, line: field.line };
    const entry = readEntry(field, about, place, faults);
    if (entry !== null && entry.amount > 0) entries.push(entry);
  }
  return entries;
}

const ENTRY =
  /^(?<value>\d{6})(?<booked>\d{4})?(?<sign>R?[CD])(?<funds>[A-Z])?(?<amount>\d{1,15},\d{0,5})(?<type>[NFS][A-Z0-9 ]{3})(?<references>.*)$/;

function readEntry(
  field: Field,
  about: readonly string[],
  place: StatementPlace,
  faults: Faults,
): EntryDraft | null {
  const written = field.lines[0] ?? '';
  const part = partsOf(ENTRY, written);
  if (part === null) {
    faults.add('entry_form', place, { value: written });
    return null;
  }
  const days = daysOf(part, place, faults);
  const amount = amountOf(part('amount'), place, faults);
  if (days === null || amount === null) return null;
  const described = readDescription(about, field.lines[1]?.trim() ?? null);
  const sign = part('sign');
  return {
    ...described,
    ...days,
    means: meansOfType(part('type'), described.means),
    // 'RC' takes a credit back, so money leaves; 'RD' takes a debit back.
    direction: sign === 'C' || sign === 'RD' ? 'credit' : 'debit',
    amount,
    reversal: sign.startsWith('R'),
    // What a bank writes after '//' is not always given once only, so the words tell lines apart.
    bankReference: null,
    paymentReference: described.paymentReference ?? ownReference(part('references')),
    place,
  };
}

function daysOf(
  part: (name: string) => string,
  place: StatementPlace,
  faults: Faults,
): { readonly bookedOn: PlainDate; readonly valueOn: PlainDate } | null {
  const booked = part('booked');
  const valueOn = shortDay(part('value'));
  const bookedOn = booked === '' || valueOn === null ? valueOn : bookingDay(booked, valueOn);
  if (bookedOn !== null && valueOn !== null) return { bookedOn, valueOn };
  faults.add('day', place, { value: part('value') + booked });
  return null;
}

function amountOf(text: string, place: StatementPlace, faults: Faults): EuroCents | null {
  const amount = readAmount(text, ',');
  if (typeof amount === 'number') return amount;
  faults.add(amount === 'not_cents' ? 'amount_not_cents' : 'amount', place, { value: text });
  return null;
}

/** The payer's own reference in field 61; 'EREF' and 'NONREF' only say where else to look. */
function ownReference(text: string): string | null {
  const reference = readText(text.split('//')[0]);
  return reference === 'EREF' || reference === 'MARF' || reference === 'PREF' ? null : reference;
}

/** The transaction types of SWIFT that say more than the words do. */
function meansOfType(type: string, byWords: EntryDraft['means']): EntryDraft['means'] {
  if (type === 'NCHG') return 'costs';
  if (type === 'NINT') return 'interest';
  return type === 'NDDT' ? 'direct_debit' : byWords;
}
