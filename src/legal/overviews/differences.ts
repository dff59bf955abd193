import { type OverviewContent } from '../facts/filing';

/** One field that is not the same in two versions of an overview. */
export interface FieldDifference {
  /** Refs and names, never positions: 'gifts/<donor> 2025 <recipient>/total'. Each path comes once. */
  readonly path: string;
  /** What it is about, as people call it, from the outside in: the donor and year, then the day. */
  readonly subject: readonly string[];
  /** The last name in the path: 'total', 'address'. */
  readonly field: string;
  /** How to print the values: whole cents, a day, or text as it stands. */
  readonly unit: 'cents' | 'day' | 'text';
  /** Null when the field is not there in that version. */
  readonly before: string | null;
  readonly after: string | null;
}

interface Place {
  readonly path: string;
  readonly subject: readonly string[];
}

interface Leaf extends Place {
  readonly field: string;
  readonly value: string | null;
}

type Leaves = Map<string, Leaf>;
type Item = Readonly<Record<string, unknown>>;

const CENTS = new Set([
  'amount',
  'returned',
  'money',
  'inKind',
  'total',
  'highest',
  'atEnd',
  'gifts',
  'debtsAtEnd',
  'value',
]);
const DAYS = new Set(['receivedOn', 'from', 'until']);

/** Per list: what tells its items apart, and what people call them. */
const LISTS: Readonly<
  Record<string, { readonly identity: readonly string[]; readonly called: readonly string[] }>
> = {
  gifts: { identity: ['donor', 'year', 'recipient'], called: ['name', 'year'] },
  lines: { identity: ['contribution'], called: ['receivedOn'] },
  ubos: { identity: ['name'], called: ['name'] },
  debts: { identity: ['debt'], called: ['creditor'] },
  lookThrough: { identity: ['donor', 'year'], called: ['name', 'year'] },
  givers: { identity: ['name'], called: ['name'] },
  documents: { identity: ['part', 'name'], called: ['name'] },
  included: { identity: ['part', 'ref'], called: ['name'] },
  partYearThresholds: { identity: ['year'], called: ['year'] },
};

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function printed(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A gift has no recipient of its own: that is the one of its lines. */
function fieldOf(item: Item, field: string): string {
  const lines: readonly unknown[] = Array.isArray(item['lines']) ? item['lines'] : [];
  const holder = field === 'recipient' && isItem(lines[0]) ? lines[0] : item;
  return printed(holder[field]) ?? '';
}

function words(item: unknown, fields: readonly string[]): string {
  if (!isItem(item)) return printed(item) ?? '';
  return fields.map((field) => fieldOf(item, field)).join(' ');
}

function collectList(items: readonly unknown[], place: Place, list: string, leaves: Leaves): void {
  const seen = new Map<string, number>();
  const { identity, called } = LISTS[list] ?? { identity: [], called: [] };
  for (const item of items) {
    const who = words(item, identity);
    const times = (seen.get(who) ?? 0) + 1;
    seen.set(who, times);
    const path = `${place.path}/${who}${times === 1 ? '' : ` (${String(times)})`}`;
    collect(item, { path, subject: [...place.subject, words(item, called)] }, list, leaves);
  }
}

function collect(value: unknown, place: Place, field: string, leaves: Leaves): void {
  const { path, subject } = place;
  if (Array.isArray(value)) collectList(value, place, field, leaves);
  else if (isItem(value)) {
    for (const [name, inner] of Object.entries(value))
      collect(inner, { path: path === '' ? name : `${path}/${name}`, subject }, name, leaves);
  } else leaves.set(path, { path, subject, field, value: printed(value) });
}

function unitOf(field: string): FieldDifference['unit'] {
  if (CENTS.has(field)) return 'cents';
  return DAYS.has(field) ? 'day' : 'text';
}

/**
 * What a correction changes, field by field, in the order of the paths. Items are matched by what
 * they are (donor and year, contribution, debt), so another order in a list is no difference.
 */
export function differencesBetween(
  before: OverviewContent,
  after: OverviewContent,
): readonly FieldDifference[] {
  const [old, fresh]: readonly [Leaves, Leaves] = [new Map(), new Map()];
  collect(before, { path: '', subject: [] }, '', old);
  collect(after, { path: '', subject: [] }, '', fresh);
  return [...new Set([...old.keys(), ...fresh.keys()])].toSorted().flatMap((path) => {
    const [was, is] = [old.get(path), fresh.get(path)];
    const leaf = was ?? is;
    const values = { before: was?.value ?? null, after: is?.value ?? null };
    if (leaf === undefined || values.before === values.after) return [];
    const { subject, field } = leaf;
    return [{ path, subject, field, unit: unitOf(field), ...values }];
  });
}
