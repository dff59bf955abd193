import { type ChartView } from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { type PartyPart, type PublicParty } from '../../publication/public';
import { partsChart } from './chart-view';
import { searchHref, typeName } from './gift-words';
import { yearColumns } from './year-columns';
import { columnsOf, sumsBy } from './year-parts';

/** Which part of the figures of a party a page shows. */
export interface PartyShown {
  readonly party: PublicParty;
  readonly year: number;
  /** 'afdrachten' when these are left out; '' otherwise. */
  readonly without: string;
}

/** The gifts behind a figure. */
export function rowsHref(
  { party, without }: PartyShown,
  more: Readonly<Record<string, string>>,
): string {
  return searchHref({ partij: party.slug, zonder: without, ...more });
}

export function yearsChart(
  parts: readonly PartyPart[],
  shown: PartyShown,
  words: Words,
): ChartView {
  return yearColumns(
    columnsOf(parts, (year) => rowsHref(shown, { jaar: String(year) })),
    {
      id: 'years',
      heading: words.t('site.party.chart.years'),
      said: 'site.party.chart.yearsSaid',
    },
    words,
  );
}

/** Kinds of gift, and kinds of recipient, of one year. */
export function yearCharts(
  parts: readonly PartyPart[],
  shown: PartyShown,
  words: Words,
): readonly ChartView[] {
  const year = String(shown.year);
  const kinds = sumsBy(parts, ({ type }) => type ?? '').map(({ key, cents }) => ({
    name: typeName(key, words),
    cents,
    ...(key === '' ? {} : { href: rowsHref(shown, { jaar: year, soort: key }) }),
  }));
  const recipients = sumsBy(parts, ({ recipientKind }) => recipientKind).map(({ key, cents }) => ({
    name: words.t(`site.recipient.${key}`),
    cents,
    href: rowsHref(shown, { jaar: year, ontvanger: key }),
  }));
  return [
    partsChart(
      kinds,
      {
        id: 'kinds',
        heading: words.t('site.party.chart.kinds', { year }),
        first: words.t('site.column.kind'),
      },
      words,
    ),
    partsChart(
      recipients,
      {
        id: 'recipients',
        heading: words.t('site.party.chart.recipients', { year }),
        first: words.t('site.column.recipient'),
      },
      words,
    ),
  ];
}
