import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { readAmounts, readPlainMoney } from './amounts';
import { readDays } from './days';
import { type NumberKind, type Part, type Reader } from './part';
import { readSign } from './signs';
import { readWords } from './words';

export interface Bounds<Value> {
  readonly from: Value | null;
  readonly until: Value | null;
}

/** A line somebody typed, as it was understood. What the parts ask for must all hold. */
export interface Query {
  /** In the order they were typed. */
  readonly parts: readonly Part[];
  /** What must stand in a name or a place; of a phrase, its words together. */
  readonly words: readonly string[];
  /** First letters of first names. */
  readonly initials: readonly string[];
  /** Null when no amount was asked for. */
  readonly amount: Bounds<EuroCents> | null;
  readonly days: Bounds<PlainDate> | null;
  readonly numbers: readonly { readonly of: NumberKind; readonly value: string }[];
  readonly registerNumbers: readonly string[];
  readonly accounts: readonly string[];
}

/** Longer lines are cut off: nobody types them, and every part costs. */
export const LONGEST = 200;
const MOST_PARTS = 12;

/** What can only be money goes before days: '€ 2025', '2.025'. A bare 2025 is a year. */
const READERS: readonly Reader[] = [
  readSign,
  readDays,
  (text) => readPlainMoney(text),
  (text) => readAmounts(text),
];

/** Cuts a line into its parts, from the left, each as long as it can be. */
export function readParts(line: string, today: PlainDate): readonly Part[] {
  const parts: Part[] = [];
  let rest = line.slice(0, LONGEST).normalize('NFC').trimStart();
  while (rest !== '' && parts.length < MOST_PARTS) {
    const read = firstOf(rest, today) ?? readWords(rest);
    if (read.part !== null) parts.push({ ...read.part, text: read.part.text.trim() });
    rest = rest.slice(read.length).trimStart();
  }
  return parts;
}

function firstOf(text: string, today: PlainDate): ReturnType<Reader> {
  for (const reader of READERS) {
    const read = reader(text, today);
    if (read !== null && read.length > 0) return read;
  }
  return null;
}

function narrowed<Value extends number | string>(
  bounds: readonly Bounds<Value>[],
): Bounds<Value> | null {
  if (bounds.length === 0) return null;
  const froms = bounds.flatMap(({ from }) => from ?? []).toSorted(order);
  const untils = bounds.flatMap(({ until }) => until ?? []).toSorted(order);
  return { from: froms.at(-1) ?? null, until: untils[0] ?? null };
}

function order<Value extends number | string>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Particles alone are what is looked for: a Mr Ten exists. */
function wordsOf(parts: readonly Part[]): readonly string[] {
  const words = parts.flatMap((part) =>
    part.kind === 'word' ? [part.text] : part.kind === 'phrase' ? [part.words] : [],
  );
  if (words.length > 0) return words;
  return parts.flatMap((part) => (part.kind === 'particle' ? [part.text] : []));
}

/**
 * Understands a line such as 'de vries 2025 >5000'. Pure: the same line on the same day always means
 * the same, and every line means something.
 */
export function readQuery(line: string, today: PlainDate): Query {
  const parts = readParts(line, today);
  const of = <Kind extends Part['kind']>(kind: Kind): readonly Extract<Part, { kind: Kind }>[] =>
    parts.filter((part): part is Extract<Part, { kind: Kind }> => part.kind === kind);
  return {
    parts,
    words: wordsOf(parts),
    initials: of('initials').map(({ letters }) => letters),
    amount: narrowed(of('amount')),
    days: narrowed(of('days')),
    numbers: of('number').flatMap(({ of: kinds, value }) =>
      kinds.map((one) => ({ of: one, value })),
    ),
    registerNumbers: of('register_number').map(({ value }) => value),
    accounts: of('account').map(({ value }) => value),
  };
}

/** True when nothing was asked: an empty line, or only signs. */
export function asksNothing(query: Query): boolean {
  return query.parts.every(({ kind }) => kind === 'no_day');
}
