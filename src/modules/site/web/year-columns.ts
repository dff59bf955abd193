import {
  above,
  chartTable,
  type ChartView,
  type Column,
  columnChart,
} from '../../../platform/charts/public';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { scaleEuro } from './chart-view';
import { giftCount } from './gift-words';
import { REMITTED } from '../application/search-choices';

/** What a sum of a year is made of; the order of the parts of a column. */
export const SERIES = ['gifts', 'inKind', 'remitted', 'unknown'] as const;
export type Series = (typeof SERIES)[number];

export function seriesOf(type: string | null, form: string): Series {
  if (REMITTED.some((remitted) => remitted === type)) return 'remitted';
  if (form === 'in_kind') return 'inKind';
  return type === null || type === '' ? 'unknown' : 'gifts';
}

/** One year, cut up. */
export interface YearColumn {
  readonly year: number;
  readonly label: string;
  readonly gifts: number;
  readonly parts: Readonly<Partial<Record<Series, number>>>;
  readonly href: string;
}

export function totalOf({ parts }: YearColumn): number {
  return Object.values(parts).reduce((sum, cents) => sum + cents, 0);
}

export interface ColumnsAbout {
  readonly id: string;
  readonly heading: string;
  /** Key of the sentence with {first}, {last}, {best} and {amount}. */
  readonly said: string;
  readonly text?: string;
}

function describe(years: readonly YearColumn[], about: ColumnsAbout, words: Words): string {
  const [first] = years;
  const last = years.at(-1);
  const best = years.toSorted((a, b) => totalOf(b) - totalOf(a))[0];
  if (first === undefined || last === undefined || best === undefined)
    return words.t('site.party.chart.nothing');
  return words.t(about.said, {
    first: String(first.year),
    last: String(last.year),
    best: String(best.year),
    amount: words.euro(String(totalOf(best))),
  });
}

function columnOf(year: YearColumn, used: readonly Series[], words: Words): Column {
  return {
    label: year.label,
    said: `${String(year.year)}: ${words.euro(String(totalOf(year)))}`,
    parts: used.map((series, place) => ({
      series: place,
      value: above(year.parts[series] ?? 0),
    })),
  };
}

function tableRow(year: YearColumn, used: readonly Series[], words: Words): readonly Cell[] {
  return [
    { text: String(year.year), href: year.href },
    giftCount({ gifts: year.gifts, countedCents: totalOf(year) }, words),
    ...(used.length > 1 ? used.map((series) => words.euro(String(year.parts[series] ?? 0))) : []),
    words.euro(String(totalOf(year))),
  ];
}

/** Years side by side, oldest first, each cut up in what it is made of. */
export function yearColumns(
  years: readonly YearColumn[],
  about: ColumnsAbout,
  words: Words,
): ChartView {
  const used = SERIES.filter((series) => years.some(({ parts }) => (parts[series] ?? 0) !== 0));
  const names = used.map((series) => words.t(`site.series.${series}`));
  const { id, heading, text } = about;
  const description = describe(years, about, words);
  const columns = [
    { label: words.t('site.column.year') },
    { label: words.t('site.column.gifts'), numeric: true },
    ...(used.length > 1 ? names.map((label) => ({ label, numeric: true })) : []),
    { label: words.t('site.column.total'), numeric: true },
  ];
  return {
    drawing: columnChart(
      { id: `${id}-chart`, title: heading, description },
      {
        series: names,
        columns: years.map((year) => columnOf(year, used, words)),
        scale: (cents) => scaleEuro(cents, words),
      },
    ),
    heading,
    ...(text === undefined ? {} : { text }),
    table: chartTable(
      id,
      heading,
      columns,
      years.toReversed().map((year) => tableRow(year, used, words)),
    ),
  };
}
