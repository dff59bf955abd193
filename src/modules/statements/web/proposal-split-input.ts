import { euroCents, type EuroCents } from '../../../legal/kernel/euro-cents';
import { type ProblemPart } from '../../../platform/http/problem';
import { type Language } from '../../../platform/rendering/language';
import { readAmount } from '../../../platform/rendering/form-input';
import { type SplitLine } from '../application/decide-split';
import { type Typed } from '../../../platform/http/form-faults';
import { fault, refuse } from './proposal-decide-moves';

const MOST_LINES = 200;

/** The fields of the first step, which the second carries along. */
export const SPLIT_FIELDS = ['lines', 'other', 'otherNote', 'costs'] as const;

export interface Split {
  readonly lines: readonly SplitLine[];
  readonly other: { readonly amount: EuroCents; readonly note: string } | null;
  readonly costs: EuroCents | null;
}

/** A line that cannot be read, for the message about it. */
export interface UnreadLine {
  readonly number: number;
  readonly text: string;
}

function lineOf(text: string, language: Language): SplitLine | null {
  const [name = '', amount = '', iban = ''] = text.split(/[;\t]/).map((part) => part.trim());
  const cents = readAmount(amount, language);
  if (name === '' || cents === undefined || cents === 0) return null;
  const plain = iban.replaceAll(' ', '').toUpperCase();
  const known = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(plain);
  return { name: name.slice(0, 200), amount: cents, iban: known ? plain : null };
}

/** The first line that cannot be read; null when all can. */
export function unreadLine(typed: Typed, language: Language): UnreadLine | null {
  const rows = rowsOf(typed);
  const at = rows.findIndex(({ text }) => lineOf(text, language) === null);
  return at < 0 ? null : (rows[at] ?? null);
}

function rowsOf(typed: Typed): readonly UnreadLine[] {
  return (typed['lines'] ?? '')
    .split('\n')
    .map((text, at) => ({ number: at + 1, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

function optionalAmount(typed: Typed, field: string, language: Language): EuroCents | null {
  const text = typed[field] ?? '';
  if (text === '') return null;
  const amount = readAmount(text, language);
  if (amount === undefined) throw refuse(fault(field, 'amount'));
  return amount === 0 ? null : amount;
}

/** @throws Problem 400 with what is wrong in the list. */
export function readSplit(typed: Typed, language: Language): Split {
  const rows = rowsOf(typed);
  const faults: ProblemPart[] = [];
  if (rows.length === 0) faults.push(fault('lines', 'text.length'));
  else if (rows.length > MOST_LINES) faults.push(fault('lines', 'split.many'));
  else if (unreadLine(typed, language) !== null) faults.push(fault('lines', 'split.line'));
  if (faults.length > 0) throw refuse(...faults);
  const other = optionalAmount(typed, 'other', language);
  const note = (typed['otherNote'] ?? '').slice(0, 200);
  return {
    lines: rows.flatMap(({ text }) => lineOf(text, language) ?? []),
    other: other === null ? null : { amount: other, note: note === '' ? '-' : note },
    costs: optionalAmount(typed, 'costs', language),
  };
}

/** What the parts come to. */
export function sumOf({ lines, other, costs }: Split): EuroCents {
  const gifts = lines.reduce<number>((sum, { amount }) => sum + amount, 0);
  return euroCents(gifts + (other?.amount ?? 0) - (costs ?? 0));
}
