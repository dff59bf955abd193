import { isValidIBAN } from 'ibantools';
import { type NumberKind, type Read } from './part';

const LETTERS_OF: Readonly<Record<string, readonly NumberKind[]>> = {
  M: ['notice'],
  V: ['filing', 'proposal'],
  Z: ['case'],
  B: ['letter'],
  G: ['answer'],
  T: ['tip'],
};

/** M-2025-7KQ3X-9TB2M; also without dashes or with blanks, as it is read over the telephone. */
const NUMBER =
  /^([MVZBGT])[- ]?(20\d{2})[- ]?([2-9A-Z][0-9A-Z]{3,4})[- ]?([2-9A-Z][0-9A-Z]{3,4})(?=$|[\s);]|,(?!\d))/iu;
/** D-7KQ3X9TB2M, G-7KQ3X9TB2M */
const PUBLIC_ID = /^([DG])-?([0-9A-Z]{10})(?=$|[\s);]|,(?!\d))/iu;
const ACCOUNT = /^([A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){2,8})(?=$|[\s);]|,(?!\d))/iu;
const REGISTER_NUMBER = /^(?:kvk(?:-nummer)?[: ]*)?(\d{8})(?=$|[\s);]|,(?!\d))/iu;

/** Numbers and codes that mean one thing: of a notice, a case, a donor, an account. */
export function readSign(text: string): Read | null {
  return number(text) ?? publicId(text) ?? account(text) ?? registerNumber(text);
}

/** An overview and a proposal share a letter; the length of the groups tells them apart. */
function kindsOf(letter: string, groupLength: number): readonly NumberKind[] {
  const kinds = LETTERS_OF[letter] ?? [];
  if (kinds.length < 2) return kinds;
  return [groupLength === 5 ? 'filing' : 'proposal'];
}

function number(text: string): Read | null {
  const [all, ...groups] = NUMBER.exec(text) ?? [];
  if (all === undefined) return null;
  const [letter = '', year = '', one = '', other = ''] = groups.map((group) => group.toUpperCase());
  if (one.length !== other.length) return null;
  const of = kindsOf(letter, one.length);
  const value = [letter, year, one, other].join('-');
  return { part: { kind: 'number', text: all, of, value }, length: all.length };
}

function publicId(text: string): Read | null {
  const [all, letter = '', rest = ''] = PUBLIC_ID.exec(text) ?? [];
  if (all === undefined || (!all.includes('-') && !/\d/u.test(rest))) return null;
  const of = letter.toUpperCase() === 'D' ? (['donor'] as const) : (['gift'] as const);
  const value = `${letter}-${rest}`.toUpperCase();
  return { part: { kind: 'number', text: all, of, value }, length: all.length };
}

/** Groups of four behind an account may be a year or an amount: the longest valid start counts. */
function account(text: string): Read | null {
  const [found = ''] = ACCOUNT.exec(text) ?? [];
  const groups = found.split(' ');
  for (let count = groups.length; count > 0; count -= 1) {
    const all = groups.slice(0, count).join(' ');
    const value = all.replace(/ /gu, '').toUpperCase();
    if (isValidIBAN(value) || (count === 1 && /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/u.test(value)))
      return { part: { kind: 'account', text: all, value }, length: all.length };
  }
  return null;
}

function registerNumber(text: string): Read | null {
  const [all, value = ''] = REGISTER_NUMBER.exec(text) ?? [];
  if (all === undefined) return null;
  return { part: { kind: 'register_number', text: all, value }, length: all.length };
}
