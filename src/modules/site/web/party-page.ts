import { type Transaction } from '../../../platform/database/transaction';
import { type Cell, type Figure } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  listPublicGifts,
  type PartyPart,
  type PublicParty,
  readPartyYears,
} from '../../publication/public';
import { readPartyFilings } from '../application/read-filings';
import { readAffiliates, readNamedTop } from '../application/read-people';
import { WITHOUT } from '../application/search-choices';
import { partyFeed } from './data-links';
import { filingRow } from './filing-words';
import { countName, donorHref, giftCount, giftRow, partyHref, searchHref } from './gift-words';
import { type PartyShown, rowsHref, yearCharts, yearsChart } from './party-charts';
import { giftsOf, isRemitted, sumOf } from './year-parts';

const TOP = 10;
const NEWEST = 10;
const MOST_FILINGS = 60;

function countNote(parts: readonly PartyPart[], words: Words): string {
  const gifts = giftsOf(parts);
  if (gifts === 0 && sumOf(parts) !== 0) return words.t('site.onlyTotals');
  return gifts === 1
    ? words.t('site.party.totalNoteOne')
    : words.t('site.party.totalNote', { count: countName(gifts, words) });
}

function figuresOf(
  all: readonly PartyPart[],
  parts: readonly PartyPart[],
  shown: PartyShown,
  words: Words,
): readonly (Figure & { readonly href: string })[] {
  const year = String(shown.year);
  const ofYear = parts.filter((part) => part.year === shown.year);
  const remitted = all.filter((part) => part.year === shown.year && isRemitted(part));
  return [
    {
      label: words.t('site.party.total', { year }),
      value: words.euro(String(sumOf(ofYear))),
      note: countNote(ofYear, words),
      href: rowsHref(shown, { jaar: year }),
    },
    {
      label: words.t('site.party.remitted', { year }),
      value: words.euro(String(sumOf(remitted))),
      note: countNote(remitted, words),
      href: searchHref({
        partij: shown.party.slug,
        jaar: year,
        soort: 'office_holder_remittance',
      }),
    },
    {
      label: words.t('site.party.all'),
      value: words.euro(String(sumOf(parts))),
      note: countNote(parts, words),
      href: rowsHref(shown, {}),
    },
  ];
}

async function topRows(
  tx: Transaction,
  shown: PartyShown,
  words: Words,
): Promise<readonly (readonly Cell[])[]> {
  const { party, year } = shown;
  const top = await readNamedTop(tx, { party: party.slug, year }, TOP);
  return top.map(({ donorId, gifts, countedCents, name, residence }) => [
    {
      text: name ?? donorId,
      href: donorHref(donorId),
      ...(residence === null ? {} : { note: residence }),
    },
    giftCount({ gifts, countedCents }, words),
    {
      text: words.euro(String(countedCents)),
      href: searchHref({ partij: party.slug, jaar: String(year), gever: donorId }),
    },
  ]);
}

async function affiliateRows(
  tx: Transaction,
  { party, year }: PartyShown,
  words: Words,
): Promise<readonly (readonly Cell[])[]> {
  const figures = await readAffiliates(tx, { party: party.slug, year });
  return figures.map(({ name, kind, gifts, countedCents }) => [
    {
      text: name,
      note: words.t(`site.recipient.${kind}`),
      href: searchHref({ partij: party.slug, jaar: String(year), ontvanger: kind, zoek: name }),
    },
    giftCount({ gifts, countedCents }, words),
    words.euro(String(countedCents)),
  ]);
}

/** The choice of a year and of what is left out, as links. */
function switches(all: readonly PartyPart[], shown: PartyShown, words: Words): object {
  const here = partyHref(shown.party.slug);
  const link = (year: number, without: string): string => {
    const query = new URLSearchParams({ jaar: String(year) });
    if (without !== '') query.set('zonder', without);
    return `${here}?${query.toString()}`;
  };
  const years = [...new Set(all.map(({ year }) => year))];
  const isWithout = shown.without !== '';
  return {
    years: years.map((year) => ({
      text: String(year),
      href: link(year, shown.without),
      current: year === shown.year,
    })),
    without: words.t(isWithout ? 'site.party.without' : 'site.party.with'),
    withoutSwitch: {
      text: words.t(isWithout ? 'site.party.switchWith' : 'site.party.switchWithout'),
      href: link(shown.year, isWithout ? '' : WITHOUT),
    },
  };
}

/** What of the page the reader chose, as typed in its address. */
export interface PartyChoice {
  readonly year: string;
  readonly without: string;
}

/** Everything public of one party. */
export async function partyPage(
  tx: Transaction,
  party: PublicParty,
  choice: PartyChoice,
  words: Words,
): Promise<object> {
  const all = await readPartyYears(tx, party.slug);
  const without = choice.without === WITHOUT ? WITHOUT : '';
  const parts = without === '' ? all : all.filter((part) => !isRemitted(part));
  const typed = Number(choice.year);
  const year =
    all.find((part) => part.year === typed)?.year ?? all[0]?.year ?? Number(tx.today.slice(0, 4));
  const shown = { party, year, without };
  const ofYear = parts.filter((part) => part.year === year);
  const { gifts } = await listPublicGifts(tx, { party: party.slug, limit: NEWEST });
  const filings = await readPartyFilings(tx, party.slug, MOST_FILINGS);
  return {
    name: party.name,
    lead: words.t('site.party.lead', { party: party.name }),
    year: String(year),
    ...switches(all, shown, words),
    figures: figuresOf(all, parts, shown, words),
    charts:
      parts.length === 0
        ? []
        : [
            yearsChart(parts, shown, words),
            ...(ofYear.length === 0 ? [] : yearCharts(ofYear, shown, words)),
          ],
    top: await topRows(tx, shown, words),
    affiliates: await affiliateRows(tx, shown, words),
    filings: filings.map((filing) => filingRow(filing, words)),
    gifts: gifts.map((gift) => giftRow(gift, words)),
    giftsHref: searchHref({ partij: party.slug }),
    feedHref: partyFeed(party.slug),
    csvHref: `/register/giften.csv?partij=${party.slug}`,
    embedHref: `/register/insluiten?partij=${party.slug}`,
  };
}
