import { readCsv } from '../../../platform/spreadsheet/csv';

/** Columns of a list of the ministry, in their order. */
export const LIST_COLUMNS = [
  'party',
  'affiliate',
  'total',
  'donor',
  'address',
  'ubo',
  'gift',
  'day',
  'remark',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** A row of a list as text, cell by cell. */
export type ListRow = Readonly<Record<ListColumn, string>>;

/** Why a cell may read otherwise while it says the same, or why it does not. */
export const REASONS = [
  'blanks',
  'typed_as_text',
  'spelling',
  'affiliate_name',
  'care_of',
  'owners_layout',
  'remark_words',
  'legacy_named',
  'one_address',
  'street_left_out',
  'shielded',
  'unexplained',
] as const;
export type Reason = (typeof REASONS)[number];

export interface CellDifference {
  readonly column: ListColumn;
  /** As the ministry's file has it, and as the register gives it. */
  readonly listed: string;
  readonly generated: string;
  readonly reason: Reason;
}

/** A row that is not the same in both, or stands in one of them only. */
export interface RowDifference {
  readonly listed: ListRow | null;
  readonly generated: ListRow | null;
  readonly cells: readonly CellDifference[];
}

export interface Comparison {
  readonly listed: number;
  readonly generated: number;
  /** Rows that are equal, cell by cell. */
  readonly equal: number;
  readonly differences: readonly RowDifference[];
}

const HEADINGS: readonly (readonly [ListColumn, RegExp])[] = [
  ['party', /^politieke partij/i],
  ['affiliate', /^neveninstelling/i],
  ['total', /^totaal/i],
  ['donor', /^naam/i],
  ['address', /^adres/i],
  ['ubo', /^ubo/i],
  ['gift', /^bedrag/i],
  ['day', /^datum/i],
  ['remark', /^(toelichting|opmerking)/i],
];

/** The rows below the headings of a file in the layout of the ministry. */
export function rowsOfList(csv: string): readonly ListRow[] {
  const { rows } = readCsv(csv);
  if (rows === null) throw new Error('the list is no CSV');
  const at = rows.findLastIndex(([first = '']) => /^politieke partij/i.test(first.trim()));
  const places = (rows[at] ?? []).map((heading) =>
    HEADINGS.find(([, shape]) => shape.test(heading.trim())),
  );
  return rows
    .slice(at + 1)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => {
      const row: Record<string, string> = {};
      for (const column of LIST_COLUMNS) {
        const place = places.findIndex((found) => found?.[0] === column);
        row[column] = cells[place] ?? '';
      }
      return row as ListRow;
    });
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function amount(text: string): string {
  const bare = text.replace(/[€\s]/g, '');
  const whole = bare.includes(',') ? bare.replaceAll('.', '').replace(',', '.') : bare;
  return whole === '' ? '' : Number(whole).toFixed(2);
}

/** An affiliate without "Stichting", an abbreviation between brackets and a plural. */
function affiliate(text: string): string {
  return letters(text.replace(/\([^)]*\)/g, ''))
    .replace(/^stichting/, '')
    .replace(/en$/, '');
}

/** The lines of a remark without foot-note marks, in any order. */
function remarks(text: string): string {
  return text.split('\n').map(letters).toSorted().join(' ');
}

const POSTCODE = /\b\d{4} ?[A-Z]{2}\b/;

function postcode(text: string): string | undefined {
  return POSTCODE.exec(text)?.[0];
}

/** "Name, Street 1, 1234 AB Town" beside "Name, Town": of an owner only name and town are public. */
function lacksStreetOfOwner(listed: string, generated: string): boolean {
  const [name = '', town = ''] = generated.split(', ').map(letters);
  const whole = letters(listed);
  return postcode(listed) !== undefined && whole.startsWith(name) && whole.endsWith(town);
}

type Test = (listed: string, generated: string) => boolean;

const TESTS: readonly (readonly [Reason, readonly ListColumn[], Test])[] = [
  ['blanks', LIST_COLUMNS, (a, b) => tidy(a) === tidy(b)],
  ['typed_as_text', ['total', 'gift'], (a, b) => amount(a) === amount(b)],
  ['affiliate_name', ['affiliate'], (a, b) => affiliate(a) === affiliate(b)],
  ['care_of', ['donor'], (a, b) => letters(a.split(/\s+-?\s*p\/a\s/i)[0] ?? '') === letters(b)],
  ['owners_layout', ['ubo'], (a, b) => letters(a) === letters(b)],
  ['spelling', ['donor', 'address', 'party'], (a, b) => letters(a) === letters(b)],
  ['remark_words', ['remark'], (a, b) => remarks(a) === remarks(b)],
  ['legacy_named', ['remark'], (a, b) => a === '' && b === 'Legaat'],
  ['shielded', ['donor', 'address'], (_, b) => b === '*'],
  ['street_left_out', ['ubo'], lacksStreetOfOwner],
  [
    'street_left_out',
    ['address'],
    (a, b) => b !== '' && postcode(a) !== undefined && tidy(a).endsWith(` ${b}`),
  ],
  ['one_address', ['address'], (a, b) => postcode(a) !== undefined && postcode(a) === postcode(b)],
];

function reasonOf(column: ListColumn, listed: string, generated: string): Reason {
  const found = TESTS.find(
    ([, columns, holds]) => columns.includes(column) && holds(listed, generated),
  );
  return found?.[0] ?? 'unexplained';
}

function differencesOf(listed: ListRow, generated: ListRow): readonly CellDifference[] {
  return LIST_COLUMNS.filter((column) => listed[column] !== generated[column]).map((column) => ({
    column,
    listed: listed[column],
    generated: generated[column],
    reason: reasonOf(column, listed[column], generated[column]),
  }));
}

type Key = (row: ListRow) => string;

/** From the most to the least that two rows can have in common. */
const KEYS: readonly Key[] = [
  (row) => LIST_COLUMNS.map((column) => row[column]).join('\n'),
  ({ party, affiliate: name, donor, total, gift, day }) =>
    [letters(party), affiliate(name), letters(donor), amount(total), amount(gift), day].join('\n'),
  ({ party, total, gift, day, affiliate: name }) =>
    [letters(party), affiliate(name), amount(total), amount(gift), day].join('\n'),
];

/** Pairs the rows that a key calls the same; gives the pairs and what is left of both. */
function paired(listed: readonly ListRow[], generated: readonly ListRow[], key: Key) {
  const left = new Map<string, ListRow[]>();
  for (const row of generated) left.set(key(row), [...(left.get(key(row)) ?? []), row]);
  const pairs: (readonly [ListRow, ListRow])[] = [];
  const alone: ListRow[] = [];
  for (const row of listed) {
    const [match, ...rest] = left.get(key(row)) ?? [];
    left.set(key(row), rest);
    if (match === undefined) alone.push(row);
    else pairs.push([row, match]);
  }
  return { pairs, listed: alone, generated: [...left.values()].flat() };
}

/** Lays two lists side by side: every row is in one pair, or in one of the lists only. */
export function compareOverview(
  listed: readonly ListRow[],
  generated: readonly ListRow[],
): Comparison {
  let rest: { listed: readonly ListRow[]; generated: readonly ListRow[] } = { listed, generated };
  const pairs: (readonly [ListRow, ListRow])[] = [];
  for (const key of KEYS) {
    const found = paired(rest.listed, rest.generated, key);
    pairs.push(...found.pairs);
    rest = found;
  }
  const differences = pairs
    .map(([a, b]) => ({ listed: a, generated: b, cells: differencesOf(a, b) }))
    .filter(({ cells }) => cells.length > 0);
  return {
    listed: listed.length,
    generated: generated.length,
    equal: pairs.length - differences.length,
    differences: [
      ...differences,
      ...rest.listed.map((row) => ({ listed: row, generated: null, cells: [] })),
      ...rest.generated.map((row) => ({ listed: null, generated: row, cells: [] })),
    ],
  };
}
