import { type Transaction } from '../../../platform/database/transaction';
import { type Typed } from '../../../platform/http/form-faults';
import { type Language, isLanguage } from '../../../platform/rendering/language';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  listPublicGifts,
  type PublicParty,
  publicTotals,
  readPublicParties,
} from '../../publication/public';
import { readSearch, type ReadSearch, typedSearch, WITHOUT } from '../application/search-choices';
import { giftRow, searchHref } from './gift-words';
import { foundWords } from './search-page';

const COUNTS = ['5', '10', '25', '50'] as const;
const USUAL = '10';

export interface EmbedChoice {
  readonly typed: Typed;
  readonly count: string;
  readonly language: Language;
}

/** What stands in the address of an embedded list, or of the page that makes one. */
export function embedChoice(
  query: Readonly<Record<string, unknown>>,
  language: Language,
): EmbedChoice {
  const given = query['aantal'];
  const wanted = query['taal'];
  return {
    typed: typedSearch(query),
    count: COUNTS.find((count) => count === given) ?? USUAL,
    language: typeof wanted === 'string' && isLanguage(wanted) ? wanted : language,
  };
}

function captionOf(read: ReadSearch, parties: readonly PublicParty[], words: Words): string {
  const party = parties.find(({ slug }) => slug === read.search.party);
  return party === undefined
    ? words.t('site.embed.caption')
    : words.t('site.embed.captionParty', { party: party.name });
}

/** The bare list that other sites show. */
export async function embeddedList(
  tx: Transaction,
  choice: EmbedChoice,
  words: Words,
): Promise<{ readonly errors: readonly FormError[]; readonly data: object }> {
  const parties = await readPublicParties(tx);
  const read = readSearch(choice.typed, parties, words);
  const wrong = read.errors.length > 0;
  const search = { ...read.search, limit: Number(choice.count) };
  const { gifts } = wrong ? { gifts: [] } : await listPublicGifts(tx, search);
  return {
    errors: read.errors,
    data: {
      errors: read.errors,
      caption: captionOf(read, parties, words),
      found: wrong ? '' : foundWords(await publicTotals(tx, read.search), words),
      rows: gifts.map((gift) => giftRow(gift, words)),
      asOf: words.t('site.embed.asOf', { day: words.day(tx.today) }),
      allHref: searchHref(choice.typed),
    },
  };
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The page that makes the piece of code. */
export async function embedPage(
  tx: Transaction,
  choice: EmbedChoice,
  publicUrl: string,
  words: Words,
): Promise<{ readonly errors: readonly FormError[]; readonly data: object }> {
  const parties = await readPublicParties(tx);
  const read = readSearch(choice.typed, parties, words);
  const query = new URLSearchParams([
    ...Object.entries(choice.typed).filter(([, value]) => value !== ''),
    ['aantal', choice.count],
    ['taal', choice.language],
  ]);
  const path = `/register/ingesloten?${query.toString()}`;
  const address = new URL(path, publicUrl).toString();
  const title = captionOf(read, parties, words);
  const { typed, count, language } = choice;
  const data = {
    errors: read.errors,
    typed,
    count,
    language,
    without: typed['zonder'] === WITHOUT,
    counts: COUNTS.map((value) => ({ value, label: value })),
    languages: ['nl', 'en'].map((value) => ({
      value,
      label: words.t(`site.embed.language.${value}`),
    })),
    parties:
      parties.length > 100 ? [] : parties.map(({ slug, name }) => ({ value: slug, label: name })),
    listHref: path,
    code: `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="600" loading="lazy"></iframe>`,
  };
  return { errors: read.errors, data };
}
