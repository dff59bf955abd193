import { type Bin, histogramChart, shareChart } from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { type Dashboard } from '../application/read-dashboard';
import { dashboardHref, rowsHref } from './address';
import { counted, euros, type Panel, said, scaleCount } from './panel';

const STANDINGS = ['received', 'nil', 'late', 'incomplete', 'not_received', 'not_due'] as const;
const IN_FIELD: Readonly<Record<(typeof STANDINGS)[number], string>> = {
  received: 'compleet',
  nil: 'nihil',
  late: 'te-laat',
  incomplete: 'onvolledig',
  not_received: 'niet-ontvangen',
  not_due: 'nog-niet',
};
const EARLIEST = -10;
const LATEST = 61;

/** What was expected over the year, and what became of it. */
export function standingsPanel(d: Dashboard, words: Words): Panel {
  const { year, beside } = d.choice;
  const count = (of: number, standing: string): number =>
    d.standings
      .filter((row) => row.year === of && row.standing === standing)
      .reduce((sum, row) => sum + row.count, 0);
  const heading = words.t('insight.standings.title', { year: String(year) });
  const shown = STANDINGS.filter((one) => count(year, one) > 0);
  const hrefOf = (of: number, standing: (typeof STANDINGS)[number]): string =>
    `/toezicht/overzichten?over=${String(of)}&stand=${IN_FIELD[standing]}`;
  return {
    id: 'standings',
    heading,
    text:
      shown.length === 0 ? words.t('insight.standings.none') : words.t('insight.standings.text'),
    drawing:
      shown.length === 0
        ? null
        : shareChart(
            {
              id: 'standings-chart',
              title: heading,
              description: words.t('insight.standings.said'),
            },
            shown.map((standing) => ({
              name: words.t(`insight.standing.${standing}`),
              value: count(year, standing),
              said: String(count(year, standing)),
            })),
          ),
    columns: [
      { label: words.t('insight.standing') },
      { label: String(year), numeric: true },
      ...(beside === null ? [] : [{ label: String(beside), numeric: true }]),
    ],
    rows: STANDINGS.map((standing) => [
      said(words.t(`insight.standing.${standing}`)),
      counted(count(year, standing), words, hrefOf(year, standing)),
      ...(beside === null
        ? []
        : [counted(count(beside, standing), words, hrefOf(beside, standing))]),
    ]),
  };
}

type Reading = 'afterStatute' | 'afterEnforced';

/** Days one by one round the last day, further on in ever wider steps. */
const SPANS: readonly (readonly [from: number, until: number])[] = [
  ...Array.from({ length: 7 - EARLIEST + 1 }, (_, at) => [EARLIEST + at, EARLIEST + at] as const),
  [8, 14],
  [15, 30],
  [31, 60],
  [LATEST, LATEST],
];

function spanName([from, until]: (typeof SPANS)[number], words: Words): string {
  if (from === EARLIEST) return words.t('insight.late.early', { days: String(-from) });
  if (from === LATEST) return words.t('insight.late.longer', { days: String(from - 1) });
  if (from === 0) return words.t('insight.late.onTime');
  if (from < 0) return words.t('insight.late.before', { days: String(-from) });
  if (from === until) return words.t('insight.late.after', { days: String(from) });
  return words.t('insight.late.between', { from: String(from), until: String(until) });
}

/** How many days before or after the last day notices came, by one reading of the term. */
function latenessBy(d: Dashboard, words: Words, reading: Reading): Panel {
  const late = reading === 'afterStatute' ? 'statute' : 'enforced';
  const sum = (rows: Dashboard['lateness']): number =>
    rows.reduce((gifts, row) => gifts + row.gifts, 0);
  const count = ([from, until]: (typeof SPANS)[number]): number =>
    sum(d.lateness.filter((row) => row[reading] >= from && row[reading] <= until));
  const total = sum(d.lateness);
  const tooLate = sum(d.lateness.filter((row) => row[reading] > 0));
  const heading = words.t(`insight.late.${late}.title`, { year: String(d.choice.year) });
  const href = rowsHref(d.choice, { late });
  const text = words.t('insight.late.said', { late: String(tooLate), total: String(total) });
  const bins = SPANS.map((span): Bin => ({
    label: span[0] === LATEST ? `${String(LATEST - 1)}+` : String(span[0]),
    value: count(span),
    said: `${spanName(span, words)}: ${String(count(span))}`,
    series: span[0] > 0 ? 1 : 0,
    ...(span[0] > 0 ? { href } : {}),
  }));
  return {
    id: `late-${late}`,
    heading,
    text: total === 0 ? words.t('insight.late.none') : text,
    drawing:
      total === 0
        ? null
        : histogramChart(
            { id: `late-${late}-chart`, title: heading, description: text, linked: true },
            {
              bins,
              scale: (value) => scaleCount(value, words),
              boundaries: [{ before: 1 - EARLIEST, label: words.t('insight.late.lastDay') }],
              series: [words.t('insight.late.inTime'), words.t('insight.late.tooLate')],
            },
          ),
    columns: [
      { label: words.t('insight.late.when') },
      { label: words.t('insight.gifts'), numeric: true },
    ],
    rows: SPANS.filter((span) => count(span) > 0).map((span) => [
      said(spanName(span, words)),
      counted(count(span), words, span[0] > 0 ? href : undefined),
    ]),
  };
}

export function statutePanel(d: Dashboard, words: Words): Panel {
  return latenessBy(d, words, 'afterStatute');
}

export function enforcedPanel(d: Dashboard, words: Words): Panel {
  return latenessBy(d, words, 'afterEnforced');
}

/** Who was late how often; and what was never notified. */
export function latePartiesPanel(d: Dashboard, words: Words): Panel {
  return {
    id: 'late-parties',
    heading: words.t('insight.lateParties.title', { year: String(d.choice.year) }),
    text: words.t('insight.lateParties.text', { count: String(d.unfiled) }),
    drawing: null,
    columns: [
      { label: words.t('insight.party') },
      { label: words.t('insight.lateParties.notices'), numeric: true },
      { label: words.t('insight.lateParties.statute'), numeric: true },
      { label: words.t('insight.lateParties.enforced'), numeric: true },
    ],
    rows: [
      ...d.lateParties.map((row) => [
        said(row.name, dashboardHref(d.choice, {}, row.slug)),
        counted(row.gifts, words),
        counted(row.lateByStatute, words, rowsHref(d.choice, { party: row.slug, late: 'statute' })),
        counted(row.late, words, rowsHref(d.choice, { party: row.slug, late: 'enforced' })),
      ]),
      ...(d.unfiled === 0
        ? []
        : [
            [
              said(words.t('insight.lateParties.unfiled'), rowsHref(d.choice, { late: 'unfiled' })),
              counted(d.unfiled, words, rowsHref(d.choice, { late: 'unfiled' })),
              said(''),
              said(''),
            ],
          ]),
    ],
  };
}

/** Debts as annual overviews list them. */
export function debtsPanel(d: Dashboard, words: Words): Panel {
  return {
    id: 'debts',
    heading: words.t('insight.debts.title', { year: String(d.choice.year) }),
    text: d.debts.length === 0 ? words.t('insight.debts.none') : words.t('insight.debts.text'),
    drawing: null,
    columns: [
      { label: words.t('insight.party') },
      { label: words.t('insight.recipientOf') },
      { label: words.t('insight.debts.count'), numeric: true },
      { label: words.t('insight.debts.highest'), numeric: true },
      { label: words.t('insight.debts.atEnd'), numeric: true },
    ],
    rows: d.debts.map((row) => [
      said(row.party, dashboardHref(d.choice, {}, row.slug)),
      said(row.recipient),
      counted(row.debts, words),
      euros(row.highestCents, words),
      euros(row.atEndCents, words),
    ]),
  };
}

/** Subsidies beside gifts; says so when nothing here knows subsidies. */
export function subsidiesPanel(d: Dashboard, words: Words): Panel {
  const given = (year: number): number =>
    d.byYear.filter((row) => row.year === year).reduce((sum, { cents }) => sum + cents, 0);
  return {
    id: 'subsidies',
    heading: words.t('insight.subsidies.title'),
    text:
      d.subsidies === null ? words.t('insight.subsidies.none') : words.t('insight.subsidies.text'),
    drawing: null,
    columns: [
      { label: words.t('insight.year') },
      { label: words.t('insight.subsidies.granted'), numeric: true },
      { label: words.t('insight.subsidies.gifts'), numeric: true },
    ],
    rows: (d.subsidies ?? []).map(({ year, cents }) => [
      said(String(year)),
      euros(cents, words),
      euros(given(year), words, rowsHref(d.choice, { year })),
    ]),
  };
}
