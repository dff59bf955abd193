import { isId } from '../../../platform/ids/id';
import { decodeCursor } from '../../../platform/http/keyset';
import { type Severity } from '../../../legal/rules/finding';
import { type Term, type WorkFilter, type WorkPosition } from '../application/read-work';
import { kindFromAddress, kindInAddress } from '../facts/work-kinds';
import { type Turn } from '../facts/turns';

type Holder = NonNullable<WorkFilter['holder']>;

export const HOLDERS_IN_ADDRESS: Readonly<Record<Holder, string>> = {
  mine: 'mij',
  nobody: 'niemand',
  others: 'anderen',
};
export const TERMS_IN_ADDRESS: Readonly<Record<Term, string>> = {
  late: 'te-laat',
  today: 'vandaag',
  week: 'week',
  later: 'later',
  none: 'geen',
};
export const SEVERITIES_IN_ADDRESS: Readonly<Record<Severity, string>> = {
  finding: 'bevinding',
  warning: 'waarschuwing',
  signal: 'signaal',
  undecided: 'onbeslist',
};
export const TURNS_IN_ADDRESS: Readonly<Record<Turn, string>> = {
  overseer: 'toezicht',
  decision_maker: 'besluit',
  committee: 'commissie',
  others: 'wachten',
};

/** As express reads a query: a value may be anything. */
export type WorkQuery = Readonly<Record<string, unknown>>;

const NAMES = ['soort', 'partij', 'bij', 'termijn', 'ernst', 'beurt', 'zoek', 'opzij'] as const;
const LONGEST_TEXT = 100;

function textOf(query: WorkQuery, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value.trim() : '';
}

function keyOf<Key extends string>(
  names: Readonly<Record<Key, string>>,
  typed: string,
): Key | null {
  const keys = Object.keys(names) as Key[];
  return keys.find((key) => names[key] === typed) ?? null;
}

/** What the address asks for; what it asks for and does not exist counts as not asked. */
export function filterFrom(query: WorkQuery): WorkFilter {
  const party = textOf(query, 'partij');
  return {
    kind: kindFromAddress(textOf(query, 'soort')),
    tenantId: isId(party) ? party : null,
    holder: keyOf(HOLDERS_IN_ADDRESS, textOf(query, 'bij')),
    term: keyOf(TERMS_IN_ADDRESS, textOf(query, 'termijn')),
    severity: keyOf(SEVERITIES_IN_ADDRESS, textOf(query, 'ernst')),
    turn: keyOf(TURNS_IN_ADDRESS, textOf(query, 'beurt')),
    text: textOf(query, 'zoek').slice(0, LONGEST_TEXT),
    aside: textOf(query, 'opzij') === 'ja',
  };
}

/** The values of the fields of the filter, as the address holds them. */
export function addressValues(
  filter: WorkFilter,
): Readonly<Record<(typeof NAMES)[number], string>> {
  const { kind, tenantId, holder, term, severity, turn, text, aside } = filter;
  return {
    soort: kind === null ? '' : kindInAddress(kind),
    partij: tenantId ?? '',
    bij: holder === null ? '' : HOLDERS_IN_ADDRESS[holder],
    termijn: term === null ? '' : TERMS_IN_ADDRESS[term],
    ernst: severity === null ? '' : SEVERITIES_IN_ADDRESS[severity],
    beurt: turn === null ? '' : TURNS_IN_ADDRESS[turn],
    zoek: text,
    opzij: aside ? 'ja' : '',
  };
}

/** The query of a filter, without '?': the same filter always gives the same text. */
export function queryOf(filter: WorkFilter): string {
  const values = addressValues(filter);
  const given = NAMES.filter((name) => values[name] !== '');
  return new URLSearchParams(
    given.map((name): [string, string] => [name, values[name]]),
  ).toString();
}

/** `alles=ja` keeps a chosen first page out of the way. */
export function hrefOf(filter: WorkFilter): string {
  return `/toezicht?${queryOf(filter) || 'alles=ja'}`;
}

export const NO_FILTER: WorkFilter = {
  kind: null,
  tenantId: null,
  holder: null,
  term: null,
  severity: null,
  turn: null,
  text: '',
  aside: false,
};

export function isFiltered(filter: WorkFilter): boolean {
  return queryOf(filter) !== '';
}

/** @throws Problem 400 for anything this list did not give. */
export function positionFrom(cursor: unknown): WorkPosition | null {
  if (cursor === undefined || cursor === '') return null;
  const [dueKey, lightness, since, id] = decodeCursor(typeof cursor === 'string' ? cursor : '?', [
    (part) => typeof part === 'string' && /^(\d{4}-\d\d-\d\d|infinity)$/.test(part),
    (part) => typeof part === 'number' && Number.isInteger(part) && part >= 0 && part < 5,
    (part) => typeof part === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return {
    dueKey: String(dueKey),
    lightness: Number(lightness),
    since: String(since),
    id: String(id),
  };
}

export function keyOfPosition(position: WorkPosition): readonly (string | number)[] {
  return [position.dueKey, position.lightness, position.since, position.id];
}
