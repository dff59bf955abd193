import { above, columnChart, groupedChart, lineChart } from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { type Dashboard } from '../application/read-dashboard';
import { add, byProperty } from '../application/sums';
import { rowsHref } from './address';
import { monthWord, typeName } from './labels';
import { counted, euros, type Panel, said, scaleEuro } from './panel';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** More kinds than this nobody tells apart; lists that do not say the kind come first. */
const MOST_TYPES = 6;

/** The types that occur, the largest first, so that their looks stay the same in every chart. */
function typesOf({ byYear }: Dashboard): readonly string[] {
  const types = [...new Set(byYear.map(({ type }) => type))];
  const total = (type: string): number => add(byYear.filter((row) => row.type === type)).cents;
  return types.toSorted((one, other) => total(other) - total(one)).slice(0, MOST_TYPES + 1);
}

/** Month by month and type by type, of the chosen year. */
export function monthsPanel(d: Dashboard, words: Words): Panel {
  const { year } = d.choice;
  const types = typesOf(d);
  const rows = byProperty(d.tallies, 'month', year);
  const heading = words.t('insight.months.title', { year: String(year) });
  const ofMonth = (month: number): typeof rows => rows.filter(({ a }) => Number(a) === month);
  const unknown = ofMonth(0);
  const shown = unknown.length === 0 ? MONTHS : [...MONTHS, 0];
  const columns = shown.map((month) => ({
    label: month === 0 ? '?' : monthWord(month, words).slice(0, 1),
    said: `${monthWord(month, words)}: ${words.euro(String(add(ofMonth(month)).cents))}`,
    parts: ofMonth(month).map(({ b, cents }) => ({
      series: Math.max(0, types.indexOf(b)),
      value: above(cents),
    })),
    href: rowsHref(d.choice, { month }),
  }));
  return {
    id: 'months',
    heading,
    text: unknown.length === 0 ? '' : words.t('insight.months.unknown'),
    drawing: columnChart(
      { id: 'months-chart', title: heading, description: monthsSaid(d, words), linked: true },
      {
        series: types.map((type) => typeName(type, words)),
        columns,
        scale: (value) => scaleEuro(value, words),
      },
    ),
    columns: [
      { label: words.t('insight.month') },
      ...types.map((type) => ({ label: typeName(type, words), numeric: true })),
      { label: words.t('insight.total'), numeric: true },
    ],
    rows: shown.map((month) => [
      said(monthWord(month, words), rowsHref(d.choice, { month })),
      ...types.map((type) => euros(add(ofMonth(month).filter(({ b }) => b === type)).cents, words)),
      euros(add(ofMonth(month)).cents, words),
    ]),
  };
}

function monthsSaid({ tallies, choice }: Dashboard, words: Words): string {
  const rows = byProperty(tallies, 'month', choice.year);
  const sums = MONTHS.map((month) => ({
    month,
    cents: add(rows.filter(({ a }) => Number(a) === month)).cents,
  }));
  const [most] = sums.toSorted((one, other) => other.cents - one.cents);
  if (most === undefined || most.cents <= 0) return words.t('insight.nothing');
  return words.t('insight.months.said', {
    month: monthWord(most.month, words),
    amount: words.euro(String(most.cents)),
  });
}

/** The months of two years side by side; null when no second year is chosen. */
export function besidePanel(d: Dashboard, words: Words): Panel | null {
  const { year, beside } = d.choice;
  if (beside === null) return null;
  const years = [year, beside];
  const sum = (of: number, month: number): number =>
    add(byProperty(d.tallies, 'month', of).filter(({ a }) => Number(a) === month)).cents;
  const names = { year: String(year), beside: String(beside) };
  const heading = words.t('insight.beside.title', names);
  return {
    id: 'beside',
    heading,
    text: '',
    drawing: groupedChart(
      {
        id: 'beside-chart',
        title: heading,
        description: words.t('insight.beside.said', names),
        linked: true,
      },
      {
        series: years.map(String),
        scale: (value) => scaleEuro(value, words),
        groups: MONTHS.map((month) => ({
          label: monthWord(month, words).slice(0, 1),
          values: years.map((of) => ({
            value: above(sum(of, month)),
            said: `${monthWord(month, words)} ${String(of)}: ${words.euro(String(sum(of, month)))}`,
            href: rowsHref(d.choice, { year: of, month }),
          })),
        })),
      },
    ),
    columns: [
      { label: words.t('insight.month') },
      ...years.map((of) => ({ label: String(of), numeric: true })),
      { label: words.t('insight.difference'), numeric: true },
    ],
    rows: MONTHS.map((month) => [
      said(monthWord(month, words)),
      ...years.map((of) => euros(sum(of, month), words, rowsHref(d.choice, { year: of, month }))),
      euros(sum(year, month) - sum(beside, month), words),
    ]),
  };
}

/** Every year that is known, by type. */
export function yearsPanel(d: Dashboard, words: Words): Panel {
  const types = typesOf(d);
  const years = [...new Set(d.byYear.map(({ year }) => year))].toSorted((a, b) => a - b);
  const of = (year: number): Dashboard['byYear'] => d.byYear.filter((row) => row.year === year);
  const heading = words.t('insight.years.title');
  return {
    id: 'years',
    heading,
    text: '',
    drawing: columnChart(
      {
        id: 'years-chart',
        title: heading,
        description: words.t('insight.years.said'),
        linked: true,
      },
      {
        series: types.map((type) => typeName(type, words)),
        scale: (value) => scaleEuro(value, words),
        columns: years.map((year) => ({
          label: String(year),
          said: `${String(year)}: ${words.euro(String(add(of(year)).cents))}`,
          parts: of(year).map(({ type, cents }) => ({
            series: Math.max(0, types.indexOf(type)),
            value: above(cents),
          })),
          href: rowsHref(d.choice, { year }),
        })),
      },
    ),
    columns: [
      { label: words.t('insight.year') },
      { label: words.t('insight.gifts'), numeric: true },
      ...types.map((type) => ({ label: typeName(type, words), numeric: true })),
      { label: words.t('insight.total'), numeric: true },
    ],
    rows: years.map((year) => [
      said(String(year), rowsHref(d.choice, { year })),
      counted(add(of(year)).gifts, words),
      ...types.map((type) =>
        euros(
          add(of(year).filter((row) => row.type === type)).cents,
          words,
          rowsHref(d.choice, { year, type }),
        ),
      ),
      euros(add(of(year)).cents, words),
    ]),
  };
}

/** Months before polling, and the month after it. */
const BEFORE = 12;

/** What came in on the way to each election, added up, laid over each other. */
export function electionsPanel(d: Dashboard, words: Words, today: string): Panel | null {
  if (d.elections.length === 0) return null;
  const courses = d.elections.map(({ election, months }) => {
    const polled =
      Number(election.pollingDay.slice(0, 4)) * 12 + Number(election.pollingDay.slice(5, 7)) - 1;
    const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
    let sum = 0;
    const values = Array.from({ length: BEFORE + 1 }, (_, place) => {
      const at = polled - BEFORE + place;
      if (at > now) return null;
      const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
      sum += add(months.filter((row) => row.year === year && row.month === month)).cents;
      return sum;
    });
    return { name: election.name, values };
  });
  const labels = Array.from({ length: BEFORE + 1 }, (_, place) => String(place - BEFORE));
  const heading = words.t('insight.elections.title');
  const text = (value: number | null): string => (value === null ? '' : words.euro(String(value)));
  return {
    id: 'elections',
    heading,
    text: words.t('insight.elections.text'),
    drawing: lineChart(
      { id: 'elections-chart', title: heading, description: words.t('insight.elections.said') },
      {
        labels,
        scale: (value) => scaleEuro(value, words),
        line: { at: BEFORE, label: words.t('insight.elections.polling') },
        series: courses.map(({ name, values }) => ({
          name,
          values: values.map((value) => (value === null ? null : above(value))),
          said: values.map((value, place) => `${name}, ${labels[place] ?? ''}: ${text(value)}`),
        })),
      },
    ),
    columns: [
      { label: words.t('insight.elections.before') },
      ...courses.map(({ name }) => ({ label: name, numeric: true })),
    ],
    rows: labels.map((label, place) => [
      said(label),
      ...courses.map(({ values }) => {
        const value = values[place] ?? null;
        return value === null ? said('') : euros(value, words);
      }),
    ]),
  };
}
