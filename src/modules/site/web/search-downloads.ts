import { type Words } from '../../../platform/rendering/words';
import { searchHref } from './gift-words';
import { type ReadSearch } from './search-query';

export interface Download {
  readonly text: string;
  readonly href: string;
}

/** Ways to take exactly what a search finds along. */
export function downloadsOf({ typed }: ReadSearch, words: Words): readonly Download[] {
  const query = searchHref(typed).slice('/register'.length);
  return [
    { text: words.t('site.search.alert'), href: `/register/volgen${query}` },
    { text: words.t('site.search.embed'), href: `/register/insluiten${query}` },
  ];
}
