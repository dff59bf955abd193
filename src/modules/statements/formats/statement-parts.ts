import { createHash } from 'node:crypto';
import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Faults } from './faults';
import {
  type ReadBankStatement,
  type ReadEntry,
  type StatementPlace,
  type StatementFormat,
} from './read-statement';

/** A line as a format reads it, before it is told apart from the others. */
export interface EntryDraft extends Omit<ReadEntry, 'position' | 'reference'> {
  /** The bank's own reference, when it names each line once and for ever. */
  readonly bankReference: string | null;
  /** Where it stands, for what may be wrong with it. */
  readonly place: StatementPlace;
}

export interface Balance {
  readonly cents: number;
  readonly on: PlainDate | null;
}

export interface StatementDraft {
  readonly format: StatementFormat;
  readonly account: string;
  readonly statementId: string | null;
  readonly opening: Balance | null;
  readonly closing: Balance | null;
  readonly entries: readonly EntryDraft[];
  readonly place: StatementPlace;
  /** All its lines could be read; when one could not, its sum says nothing. */
  readonly sound: boolean;
}

const LONGEST_TEXT = 2_000;
/** Banks date a balance on a working day; what was booked in the days off around it belongs to it. */
const SLACK_DAYS = 5;

export function signed(entry: { readonly direction: string; readonly amount: number }): number {
  return entry.direction === 'credit' ? entry.amount : -entry.amount;
}

/** Checks a statement as a whole and tells its lines apart; null with a fault when it is wrong. */
export function finishStatement(draft: StatementDraft, faults: Faults): ReadBankStatement | null {
  const { format, account, statementId, opening, closing, entries } = draft;
  const days = entries.map(({ bookedOn }) => bookedOn);
  const dated = [opening?.on, closing?.on, ...days].filter(
    (day) => day !== null && day !== undefined,
  );
  const first = dated.reduce<PlainDate | null>((a, b) => (a === null || b < a ? b : a), null);
  const last = dated.reduce<PlainDate | null>((a, b) => (a === null || b > a ? b : a), null);
  if (first === null || last === null) {
    faults.add('no_statement', draft.place);
    return null;
  }
  if (draft.sound) checkBalance(draft, faults);
  checkDays(draft, faults);
  checkTexts(draft, faults);
  return {
    format,
    account,
    statementId,
    currency: 'EUR',
    from: first,
    until: last,
    opening: opening?.cents ?? null,
    closing: closing?.cents ?? null,
    entries: withReferences(entries, faults),
  };
}

/** Opening balance and lines together are the closing balance: else a line is missing or changed. */
function checkBalance({ opening, closing, entries, place }: StatementDraft, faults: Faults): void {
  if (opening === null || closing === null) return;
  const moved = entries.reduce((total, entry) => total + signed(entry), 0);
  const difference = closing.cents - opening.cents - moved;
  if (difference === 0) return;
  faults.add('balance', place, {
    opening: opening.cents,
    moved,
    closing: closing.cents,
    difference,
  });
}

function checkDays({ opening, closing, entries }: StatementDraft, faults: Faults): void {
  const from = opening?.on ?? null;
  const until = closing?.on ?? null;
  if (from === null || until === null || from > until) return;
  const first = addDays(from, -SLACK_DAYS);
  const last = addDays(until, SLACK_DAYS);
  const outside = entries.filter(({ bookedOn }) => bookedOn < first || bookedOn > last);
  for (const { bookedOn, place } of outside) {
    faults.add('outside_period', place, { day: bookedOn, from, until });
  }
}

function checkTexts({ entries }: StatementDraft, faults: Faults): void {
  for (const { counterparty, description, paymentReference, place } of entries) {
    const texts = [counterparty.name, counterparty.address, paymentReference];
    const long = texts.some((text) => (text?.length ?? 0) > LONGEST_TEXT);
    if (long || description.length > 10 * LONGEST_TEXT) {
      faults.add('text_too_long', place, { limit: LONGEST_TEXT });
    }
  }
}

/** What a line says, in one text; two lines that say the same have the same text. */
function saying(entry: Omit<ReadEntry, 'position' | 'reference'>, under: string | null): string {
  const { bookedOn, valueOn, direction, amount, reversal, counterparty, description } = entry;
  return JSON.stringify([
    [bookedOn, valueOn, direction, amount, reversal, counterparty.name, counterparty.iban],
    [description, entry.paymentReference, under],
  ]);
}

/** The reference of a line when its bank's reference is that of another line already. */
export function apartReference(
  bankReference: string,
  entry: Omit<ReadEntry, 'position' | 'reference'>,
): string {
  return `${bankReference}/${sha256(saying(entry, bankReference)).slice(0, 16)}`;
}

/** The bank's reference in a reference that was told apart. */
export function bankPartOf(reference: string): string {
  return reference.replace(/\/[0-9a-f]{16}$/, '');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The reference of each line. With the bank's own reference, two lines that say exactly the same
 * under it are one line written twice, which is wrong; without it they are two payments (D20) and
 * their place among their equals tells them apart. A bank that uses a reference for two different
 * lines (a payment and what takes it back) gets the second told apart by what it says.
 */
function withReferences(entries: readonly EntryDraft[], faults: Faults): ReadEntry[] {
  const taken = new Set<string>();
  const said = new Map<string, number>();
  return entries.map((draft, position) => {
    const { place, bankReference, ...entry } = draft;
    const text = saying(entry, bankReference);
    const equals = said.get(text) ?? 0;
    said.set(text, equals + 1);
    if (bankReference === null) {
      return { ...entry, position, reference: `hash:${sha256(`${String(equals)}:${text}`)}` };
    }
    if (equals > 0) faults.add('duplicate_reference', place, { reference: bankReference });
    const reference = taken.has(bankReference)
      ? apartReference(bankReference, entry)
      : bankReference;
    taken.add(bankReference);
    return { ...entry, position, reference };
  });
}
