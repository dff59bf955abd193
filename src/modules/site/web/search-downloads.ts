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

/** The same search for programs; null when it holds a choice that the API does not have. */
function apiHref(search: PublicSearch): string | null {
  const { abroad, recipientKind, without } = search;
  if (abroad === true || (recipientKind ?? null) !== null || (without ?? null) !== null)
    return null;
  const { text, party, donor, year, type, form, country, from, until, status, sort } = search;
  const { minCents, maxCents } = search;
  const given = {
    ...{ text, party, donor, type, form, country, from, until, status, sort },
    year: year == null ? null : String(year),
    minimum: minCents == null ? null : euros(minCents),
    maximum: maxCents == null ? null : euros(maxCents),
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value != null) query.set(name, value);
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
