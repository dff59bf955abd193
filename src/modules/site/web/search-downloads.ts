import { type Words } from '../../../platform/rendering/words';
import { type PublicSearch } from '../../publication/public';
import { type ReadSearch } from '../application/search-choices';
import { searchHref } from './gift-words';

export interface Download {
  readonly text: string;
  readonly href: string;
}

function euros(cents: number): string {
  return `${String(Math.trunc(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

/** The names that the API has for what is searched. */
const IN_THE_API = [
  'text',
  'party',
  'donor',
  'year',
  'type',
  'form',
  'country',
  'from',
  'until',
  'status',
  'sort',
] as const;
const NOT_IN_THE_API = ['abroad', 'recipientKind', 'without'] as const;

/** The same search for programs; null when it holds a choice that the API does not have. */
function apiHref(search: PublicSearch): string | null {
  if (NOT_IN_THE_API.some((name) => (search[name] ?? null) !== null)) return null;
  const query = new URLSearchParams();
  for (const name of IN_THE_API) {
    const value = search[name] ?? null;
    if (value !== null) query.set(name, String(value));
  }
  const bounds = [
    ['minimum', search.minCents ?? null],
    ['maximum', search.maxCents ?? null],
  ] as const;
  for (const [name, cents] of bounds) if (cents !== null) query.set(name, euros(cents));
  return `/v1/public/gifts?${query.toString()}`;
}

/** Ways to take exactly what a search finds along, and to hear of it. */
export function downloadsOf({ typed, search }: ReadSearch, words: Words): readonly Download[] {
  const query = searchHref(typed).slice('/register'.length);
  const json = apiHref(search);
  return [
    { text: words.t('site.search.takeCsv'), href: `/register/giften.csv${query}` },
    ...(json === null ? [] : [{ text: words.t('site.search.takeJson'), href: json }]),
    { text: words.t('site.search.alert'), href: `/register/volgen${query}` },
    { text: words.t('site.search.embed'), href: `/register/insluiten${query}` },
  ];
}
