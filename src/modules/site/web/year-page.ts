import { chartTable, type ChartView, columnChart } from '../../../platform/charts/public';
import { type Transaction } from '../../../platform/database/transaction';
import { type Words } from '../../../platform/rendering/words';
import { readPartiesOfYear, readYearCut } from '../application/read-figures';
import { WITHOUT } from '../application/search-choices';
import { type NamedFigure, type PartyFigure } from '../facts/figures';
import { partsChart } from './chart-view';
import { countName, countryName, giftCount, partyHref, searchHref, typeName } from './gift-words';
import { giftsOf, sumOf } from './year-parts';
import { withoutSwitch, yearHref } from './years-page';

/** A year and what is left out of it. */
interface Shown {
  readonly year: string;
  readonly without: string;
}

function rows({ year, without }: Shown, more: Readonly<Record<string, string>>): string {
  return searchHref({ jaar: year, zonder: without, ...more });
}

function partiesChart(parties: readonly PartyFigure[], shown: Shown, words: Words): ChartView {
  return partsChart(
    parties.map(({ slug, shortName, countedCents }) => ({
      name: shortName,
      cents: countedCents,
      href: rows(shown, { partij: slug }),
    })),
    {
      id: 'parties',
      heading: words.t('site.year.byParty'),
      first: words.t('site.column.party'),
    },
    words,
  );
}

function typesChart(types: readonly NamedFigure[], shown: Shown, words: Words): ChartView {
  return partsChart(
    types.map(({ name, countedCents }) => ({
      name: typeName(name, words),
      cents: countedCents,
      ...(name === '' ? {} : { href: rows(shown, { soort: name }) }),
    })),
    { id: 'types', heading: words.t('site.year.byType'), first: words.t('site.column.kind') },
    words,
  );
}

function countriesChart(countries: readonly NamedFigure[], shown: Shown, words: Words): ChartView {
  return partsChart(
    countries.map(({ name, countedCents }) => ({
      name: name === '' ? words.t('site.country.none') : countryName(name, words),
      cents: countedCents,
      ...(name === '' ? {} : { href: rows(shown, { land: name }) }),
    })),
    {
      id: 'countries',
      heading: words.t('site.year.byCountry'),
      first: words.t('site.column.country'),
      text: words.t('site.year.byCountryText'),
    },
    words,
  );
}

/** From and until of each size, as the form of the search takes them. */
const SIZES: readonly (readonly [string, string, string])[] = [
  ['0', '', '999,99'],
  ['1', '1000', '4999,99'],
  ['2', '5000', '9999,99'],
  ['3', '10000', '24999,99'],
  ['4', '25000', '49999,99'],
  ['5', '50000', '99999,99'],
  ['6', '100000', ''],
];

function typedAmount(text: string, words: Words): string {
  return words.language === 'nl' ? text : text.replace(',', '.');
}

function sizesChart(sizes: readonly NamedFigure[], shown: Shown, words: Words): ChartView {
  const heading = words.t('site.year.bySize');
  const found = SIZES.map(([size, min, max]) => ({
    size,
    gifts: sizes.find(({ name }) => name === size)?.gifts ?? 0,
    cents: sizes.find(({ name }) => name === size)?.countedCents ?? 0,
    href: rows(shown, { min: typedAmount(min, words), max: typedAmount(max, words) }),
  }));
  const description = found
    .map(({ size, gifts }) => `${words.t(`site.size.${size}`)}: ${countName(gifts, words)}`)
    .join('; ');
  return {
    drawing: columnChart(
      { id: 'sizes-chart', title: heading, description },
      {
        series: [heading],
        columns: found.map(({ size, gifts }) => ({
          label: words.t(`site.sizeShort.${size}`),
          said: `${words.t(`site.size.${size}`)}: ${countName(gifts, words)}`,
          parts: [{ series: 0, value: gifts }],
        })),
        scale: (count) => countName(count, words),
      },
    ),
    heading,
    text: words.t('site.year.bySizeText'),
    table: chartTable(
      'sizes',
      heading,
      [
        { label: words.t('site.column.size') },
        { label: words.t('site.column.gifts'), numeric: true },
        { label: words.t('site.column.total'), numeric: true },
      ],
      found.map(({ size, gifts, cents, href }) => [
        { text: words.t(`site.size.${size}`), href },
        countName(gifts, words),
        words.euro(String(cents)),
      ]),
    ),
  };
}

async function chartsOf(
  tx: Transaction,
  parties: readonly PartyFigure[],
  shown: Shown,
  words: Words,
): Promise<readonly ChartView[]> {
  const { types, countries, sizes } = await readYearCut(tx, Number(shown.year), shown.without);
  return [
    partiesChart(parties, shown, words),
    typesChart(types, shown, words),
    countriesChart(countries, shown, words),
    sizesChart(sizes, shown, words),
  ];
}

/** The figures of one year; null when the register holds nothing of it. */
export async function yearPage(
  tx: Transaction,
  year: number,
  typed: string,
  words: Words,
): Promise<object | null> {
  const without = typed === WITHOUT ? WITHOUT : '';
  const parties = await readPartiesOfYear(tx, year, without);
  if (parties.length === 0) return null;
  const shown = { year: String(year), without };
  const [best] = parties;
  return {
    year: shown.year,
    ...withoutSwitch((other) => yearHref(year, other), without, words),
    figures: [
      {
        label: words.t('site.year.total'),
        value: words.euro(String(sumOf(parties))),
        href: rows(shown, {}),
      },
      { label: words.t('site.year.gifts'), value: countName(giftsOf(parties), words) },
      { label: words.t('site.year.parties'), value: countName(parties.length, words) },
    ],
    best:
      best === undefined
        ? ''
        : words.t('site.year.byPartySaid', {
            party: best.name,
            amount: words.euro(String(best.countedCents)),
          }),
    charts: await chartsOf(tx, parties, shown, words),
    rows: parties.map(({ slug, name, gifts, countedCents }) => [
      { text: name, href: partyHref(slug) },
      giftCount({ gifts, countedCents }, words),
      { text: words.euro(String(countedCents)), href: rows(shown, { partij: slug }) },
    ]),
    giftsHref: rows(shown, {}),
    csvHref: rows(shown, {}).replace('/register?', '/register/giften.csv?'),
  };
}
