import { type Transaction } from '../../../platform/database/transaction';
import { type Typed } from '../../../platform/http/form-faults';
import { type Choice, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  listPublicGifts,
  type PublicParty,
  publicTotals,
  type PublicTotals,
  readPublicParties,
} from '../../publication/public';
import { readCountries, readYears } from '../application/read-figures';
import { type YearFigure } from '../facts/figures';
import { countName, countryName, giftRow, searchHref } from './gift-words';
import { chosenWords } from './search-chosen';
import { downloadsOf } from './search-downloads';
import {
  ABROAD,
  FORMS,
  readSearch,
  type ReadSearch,
  RECIPIENT_KINDS,
  SEARCH_NAMES,
  SORTS,
  STATUSES,
  TYPES,
  typedSearch,
  WITHOUT,
} from '../application/search-choices';

const ON_A_PAGE = 50;
/** A choice of more names than this is typed instead. */
const MOST_TO_CHOOSE_FROM = 100;

function parties(all: readonly PublicParty[]): readonly Choice[] {
  if (all.length > MOST_TO_CHOOSE_FROM) return [];
  return all.map(({ slug, name }) => ({ value: slug, label: name }));
}

function choicesOf(
  all: readonly PublicParty[],
  years: readonly YearFigure[],
  countries: readonly string[],
  words: Words,
): object {
  const named = (values: readonly string[], key: string): readonly Choice[] =>
    values.map((value) => ({ value, label: words.t(`${key}.${value}`) }));
  return {
    parties: parties(all),
    years: years.toReversed().map(({ year }) => ({ value: String(year), label: String(year) })),
    types: named(TYPES, 'site.type'),
    forms: named(FORMS, 'site.search.form'),
    recipientKinds: named(RECIPIENT_KINDS, 'site.recipient'),
    statuses: named(STATUSES, 'site.status'),
    sorts: named(SORTS, 'site.search.sort'),
    countries: [
      { value: ABROAD, label: words.t('site.search.abroad') },
      ...countries.map((code) => ({ value: code, label: countryName(code, words) })),
    ],
  };
}

function without(typed: Typed, name: string): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([other]) => other !== name));
}

function chosenOf(read: ReadSearch, all: readonly PublicParty[], words: Words): readonly object[] {
  const { typed, errors } = read;
  return SEARCH_NAMES.filter((name) => name !== 'volgorde' && typed[name] !== '')
    .filter((name) => !errors.some(({ field }) => field === name))
    .map((name) => {
      const text = chosenWords(name, typed, all, words);
      return {
        text,
        href: searchHref(without(typed, name)),
        about: words.t('site.search.drop', { what: text }),
      };
    });
}

const QUICK: readonly (readonly [string, string])[] = [
  ['abroad', searchHref({ land: ABROAD })],
  ['inKind', searchHref({ vorm: 'in_kind' })],
  ['cap', searchHref({ min: '100000', max: '100000' })],
  ['highest', searchHref({ zonder: WITHOUT, volgorde: 'amount' })],
  ['remitted', searchHref({ soort: 'office_holder_remittance' })],
  ['yesterday', '/register/wijzigingen'],
];

/** What was found, as far as it was added up: never a guess. */
export function foundWords({ gifts, countedCents }: PublicTotals, words: Words): string {
  if (gifts === null || countedCents === null) return words.t('site.search.totalMany');
  if (gifts === 0 && countedCents === 0) return words.t('site.search.totalNone');
  const amount = words.euro(String(countedCents));
  if (gifts === 1) return words.t('site.search.totalOne', { amount });
  return words.t('site.search.total', { count: countName(gifts, words), amount });
}

const IN_THE_BOX = new Set(['zoek', 'volgorde', 'gever']);

function hasMore(typed: Typed): boolean {
  return SEARCH_NAMES.some((name) => !IN_THE_BOX.has(name) && typed[name] !== '');
}

interface Found {
  readonly rows: readonly unknown[];
  readonly next: string | null;
  readonly found: string;
  readonly foundNote: string;
}

async function findGifts(
  tx: Transaction,
  { search, errors }: ReadSearch,
  after: string | null,
  words: Words,
): Promise<Found> {
  if (errors.length > 0) return { rows: [], next: null, found: '', foundNote: '' };
  const { gifts, next } = await listPublicGifts(tx, { ...search, after, limit: ON_A_PAGE });
  const totals = await publicTotals(tx, search);
  const hasRest = gifts.some(({ line }) => line === 'rest');
  const counted = totals.gifts !== null && gifts.length > 0;
  return {
    rows: gifts.map((gift) => giftRow(gift, words)),
    next,
    found: foundWords(totals, words),
    foundNote: !counted
      ? ''
      : [words.t('site.search.totalNote'), hasRest ? words.t('site.search.onlyRest') : '']
          .join(' ')
          .trim(),
  };
}

export interface SearchPage {
  readonly errors: readonly FormError[];
  readonly data: object;
}

/** The page of a search, from what stands in its address. */
export async function searchPage(
  tx: Transaction,
  query: Readonly<Record<string, unknown>>,
  words: Words,
): Promise<SearchPage> {
  const all = await readPublicParties(tx);
  const years = await readYears(tx, '');
  const read = readSearch(typedSearch(query), all, words);
  const { typed, errors } = read;
  const cursor = typeof query['na'] === 'string' && query['na'] !== '' ? query['na'] : null;
  const { rows, next, found, foundNote } = await findGifts(tx, read, cursor, words);
  const chosen = chosenOf(read, all, words);
  const here = (more: Readonly<Record<string, string>>): string =>
    `${searchHref({ ...typed, ...more })}#giften`;
  const data = {
    typed,
    errors,
    more: hasMore(typed),
    choices: choicesOf(all, years, await readCountries(tx), words),
    chosen,
    quick: QUICK.map(([name, href]) => ({ text: words.t(`site.search.quick.${name}`), href })),
    found,
    foundNote,
    rows,
    caption: words.t('site.search.caption', {
      order: words.t(`site.search.sort.${read.search.sort ?? 'newest'}`).toLowerCase(),
    }),
    empty: words.t(chosen.length === 0 ? 'site.search.emptyRegister' : 'site.search.empty'),
    paging: { previous: '', next: next === null ? '' : here({ na: next }) },
    start: cursor === null ? '' : here({}),
    take: errors.length > 0 || rows.length === 0 ? [] : downloadsOf(read, words),
  };
  return { errors, data };
}
