import { type Transaction } from '../../../platform/database/transaction';
import { type Words } from '../../../platform/rendering/words';
import { type PublicParty, readPublicParties, searchKey } from '../../publication/public';
import { readPartiesOfYear, readYears } from '../application/read-figures';
import { countName, giftCount, partyHref, searchHref } from './gift-words';

const MOST_SHOWN = 200;

function fits({ name, shortName }: PublicParty, wanted: string): boolean {
  return wanted === '' || searchKey(name, shortName).includes(wanted);
}

/** All parties by name, with what they got in a year. */
export async function partiesPage(
  tx: Transaction,
  typed: { readonly search: string; readonly year: string },
  words: Words,
): Promise<object> {
  const years = (await readYears(tx, '')).map(({ year }) => year).reverse();
  const year = years.find((one) => String(one) === typed.year) ?? years[0] ?? null;
  const figures = year === null ? [] : await readPartiesOfYear(tx, year, '');
  const bySlug = new Map(figures.map((figure) => [figure.slug, figure]));
  const found = (await readPublicParties(tx)).filter((party) =>
    fits(party, searchKey(typed.search)),
  );
  const shown = found.slice(0, MOST_SHOWN);
  const label = year === null ? '' : String(year);
  return {
    search: typed.search,
    year: label,
    years: years.map((one) => ({
      text: String(one),
      href: `/register/partijen?${new URLSearchParams({ jaar: String(one), zoek: typed.search }).toString()}`,
      current: one === year,
    })),
    caption: words.t('site.parties.caption', { year: label }),
    rows: shown.map(({ slug, name }) => {
      const figure = bySlug.get(slug);
      return [
        { text: name, href: partyHref(slug) },
        giftCount(figure ?? { gifts: 0, countedCents: 0 }, words),
        figure === undefined
          ? words.euro('0')
          : {
              text: words.euro(String(figure.countedCents)),
              href: searchHref({ partij: slug, jaar: label }),
            },
      ];
    }),
    more:
      found.length > shown.length
        ? words.t('site.parties.more', {
            count: countName(found.length, words),
            shown: countName(shown.length, words),
          })
        : '',
  };
}
