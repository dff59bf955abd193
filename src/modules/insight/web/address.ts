import { type AskedChoice } from '../application/read-choice';
import { type GiftFilter } from '../application/read-rows';
import { type Choice, type SourceChoice } from '../facts/choice';

export type Query = Readonly<Record<string, unknown>>;

const BASE = '/toezicht/cijfers';
const SOURCES: Readonly<Record<SourceChoice, string>> = {
  all: 'alles',
  filed: 'ingediend',
  list: 'lijsten',
};
const LATE: Readonly<Record<NonNullable<GiftFilter['late']>, string>> = {
  statute: 'wet',
  enforced: 'werkdagen',
  unfiled: 'niet-gemeld',
};

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function year(value: unknown): number | null {
  return /^20\d{2}$/.test(text(value)) ? Number(value) : null;
}

function found<Key extends string>(
  names: Readonly<Record<Key, string>>,
  typed: unknown,
): Key | null {
  const keys = Object.keys(names) as Key[];
  return keys.find((key) => names[key] === typed) ?? null;
}

export function askedFrom(query: Query): AskedChoice {
  return {
    year: year(query['jaar']),
    beside: query['naast'] === 'geen' ? 0 : year(query['naast']),
    source: found(SOURCES, query['bron']) ?? 'all',
    without: query['zonder'] === 'afdrachten',
  };
}

function parameters(choice: Choice): Record<string, string> {
  return {
    jaar: String(choice.year),
    naast: choice.beside === null ? 'geen' : String(choice.beside),
    bron: SOURCES[choice.source],
    ...(choice.without ? { zonder: 'afdrachten' } : {}),
  };
}

function address(path: string, values: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(values).toString()}`;
}

/** A dashboard with this choice: of the field, or of one party. */
export function dashboardHref(
  choice: Choice,
  changes: Partial<Choice> = {},
  slug?: string,
): string {
  const shown = { ...choice, ...changes };
  const of = slug ?? shown.party?.slug;
  return address(of === undefined ? BASE : `${BASE}/${of}`, parameters(shown));
}

export function exportHref(choice: Choice, panel: string): string {
  const party = choice.party === null ? {} : { partij: choice.party.slug };
  return address(`${BASE}/export.csv`, { ...party, ...parameters(choice), cijfer: panel });
}

export interface RowFilters {
  readonly year?: number;
  readonly party?: string;
  readonly month?: number;
  readonly type?: string;
  readonly form?: string;
  readonly sizeClass?: number;
  readonly country?: string;
  readonly place?: string;
  readonly donor?: string;
  readonly donorKind?: string;
  readonly recipientKind?: string;
  readonly late?: NonNullable<GiftFilter['late']>;
}

/** '-' stands for what is not known, because an empty value in an address means nothing at all. */
const UNKNOWN = '-';

/** The gifts behind a figure. */
export function rowsHref(choice: Choice, filters: RowFilters): string {
  const values: Record<string, string> = {};
  const put = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) values[name] = value === '' ? UNKNOWN : String(value);
  };
  put('partij', filters.party ?? choice.party?.slug);
  put('jaar', filters.year ?? choice.year);
  put('bron', choice.source === 'all' ? undefined : SOURCES[choice.source]);
  put('zonder', choice.without ? 'afdrachten' : undefined);
  put('maand', filters.month);
  put('soort', filters.type);
  put('vorm', filters.form);
  put('grootte', filters.sizeClass);
  put('land', filters.country);
  put('plaats', filters.place);
  put('gever', filters.donor);
  put('geversoort', filters.donorKind);
  put('ontvanger', filters.recipientKind);
  put('laat', filters.late === undefined ? undefined : LATE[filters.late]);
  return address(`${BASE}/rijen`, values);
}

/** What an address of rows asks for; party and donor still as they are named there. */
export interface AskedRows extends AskedChoice {
  readonly partySlug: string | null;
  readonly donorPublicId: string | null;
  readonly filter: Omit<GiftFilter, 'year' | 'partyId' | 'donorId'>;
}

export function askedRows(query: Query): AskedRows {
  const asked = askedFrom(query);
  const filter: Record<string, string | number | boolean> = {};
  const known = (name: string, key: string, shape: RegExp): void => {
    const typed = text(query[name]);
    if (typed === UNKNOWN) filter[key] = '';
    else if (shape.test(typed)) filter[key] = typed;
  };
  const number = (name: string, key: string, most: number): void => {
    const typed = text(query[name]);
    if (/^\d{1,2}$/.test(typed) && Number(typed) <= most) filter[key] = Number(typed);
  };
  number('maand', 'month', 12);
  number('grootte', 'sizeClass', 15);
  known('soort', 'type', /^[a-z_]{3,40}$/);
  known('vorm', 'form', /^(?:money|in_kind)$/);
  known('land', 'country', /^[A-Z]{2}$/);
  known('plaats', 'place', /^.{1,100}$/);
  known('geversoort', 'donorKind', /^[a-z_]{3,40}$/);
  known('ontvanger', 'recipientKind', /^[a-z_]{3,40}$/);
  const late = found(LATE, query['laat']);
  if (late !== null) filter['late'] = late;
  if (asked.source !== 'all') filter['source'] = asked.source;
  if (asked.without) filter['without'] = true;
  return {
    ...asked,
    partySlug: /^[a-z0-9-]{1,80}$/.test(text(query['partij'])) ? text(query['partij']) : null,
    donorPublicId: /^D-[0-9A-Z]{10}$/.test(text(query['gever'])) ? text(query['gever']) : null,
    filter,
  };
}
