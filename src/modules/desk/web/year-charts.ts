import {
  above,
  chartTable,
  type ChartView,
  type Column,
  columnChart,
  roundEuro,
  shareChart,
} from '../../../platform/charts/public';
import { formatCount } from '../../../platform/rendering/format';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type YearMoney } from '../../contributions/public';
import { BY_MONTH, BY_TYPE, type Sum, sumsBy, totalOf } from '../application/year-sums';
import { giftsHref, monthName } from './chart-view';

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const MOST_SHARES = 6;

function ofMonth(money: readonly YearMoney[], month: string): readonly YearMoney[] {
  return money.filter((row) => BY_MONTH(row).key === month);
}

function monthColumns(
  money: readonly YearMoney[],
  types: readonly string[],
  year: number,
  words: Words,
): readonly Column[] {
  return MONTHS.map((month) => {
    const rows = ofMonth(money, month);
    const name = monthName(year, month, words);
    return {
      label: name.slice(0, 1),
      said: `${name}: ${words.euro(String(totalOf(rows)))}`,
      parts: sumsBy(rows, BY_TYPE).map(({ key, cents }) => ({
        series: types.indexOf(key),
        value: above(cents),
      })),
    };
  });
}

function monthRows(
  money: readonly YearMoney[],
  year: number,
  words: Words,
): readonly (readonly Cell[])[] {
  return MONTHS.map((month) => {
    const rows = ofMonth(money, month);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const name = monthName(year, month, words);
    return [
      count === 0 ? name : { text: name, href: giftsHref(year, { maand: month }) },
      formatCount(count, words.language),
      words.euro(String(totalOf(rows))),
    ];
  });
}

function monthsInWords(money: readonly YearMoney[], year: number, words: Words): string {
  const [best] = sumsBy(money, BY_MONTH);
  if (best === undefined) return words.t('desk.chart.nothing');
  return words.t('desk.chart.monthsSaid', {
    total: words.euro(String(totalOf(money))),
    month: monthName(year, best.key, words),
    amount: words.euro(String(best.cents)),
  });
}

/** What came in month by month, by type. */
export function monthsChart(money: readonly YearMoney[], year: number, words: Words): ChartView {
  const types = sumsBy(money, BY_TYPE).map(({ key }) => key);
  const heading = words.t('desk.chart.months', { year: String(year) });
  const columns = [
    { label: words.t('desk.month') },
    { label: words.t('desk.count'), numeric: true },
    { label: words.t('gifts.amount'), numeric: true },
  ];
  return {
    drawing: columnChart(
      { id: 'months-chart', title: heading, description: monthsInWords(money, year, words) },
      {
        series: types.map((type) => words.t(`gifts.type.${type}`)),
        columns: monthColumns(money, types, year, words),
        scale: (cents) => roundEuro(cents, words),
      },
    ),
    heading,
    table: chartTable('months', heading, columns, monthRows(money, year, words)),
  };
}

/** The parts of a whole, such as recipients: six by name and the rest together. */
export function sharesChart(
  sums: readonly Sum[],
  about: { readonly id: string; readonly heading: string; readonly first: string },
  words: Words,
): ChartView {
  const said = (cents: number): string => words.euro(String(cents));
  const shown = sums.slice(0, MOST_SHARES);
  const rest = sums.slice(MOST_SHARES).reduce((total, { cents }) => total + cents, 0);
  const shares = [
    ...shown.map(({ name, cents }) => ({ name, value: above(cents), said: said(cents) })),
    ...(sums.length > shown.length
      ? [{ name: words.t('desk.chart.others'), value: above(rest), said: said(rest) }]
      : []),
  ];
  const { id, heading, first } = about;
  const description = shares.map((share) => `${share.name}: ${share.said}`).join('; ');
  const columns = [{ label: first }, { label: words.t('gifts.amount'), numeric: true }];
  return {
    drawing: shareChart({ id: `${id}-chart`, title: heading, description }, shares),
    heading,
    table: chartTable(
      id,
      heading,
      columns,
      sums.map(({ name, cents }) => [name, said(cents)]),
    ),
  };
}
