import { barChart, groupedChart } from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { type Dashboard } from '../application/read-dashboard';
import { byProperty, totalOf } from '../application/sums';
import { rowsHref } from './address';
import { donorName, kindName } from './labels';
import { counted, euros, type Panel, percent, said, scaleCount } from './panel';

/** Who gave most in the chosen year. */
export function topDonorsPanel(d: Dashboard, words: Words): Panel {
  const { year } = d.choice;
  const whole = totalOf(d.tallies, year).cents;
  const heading = words.t('insight.top.title', { year: String(year) });
  const hrefOf = (donor: string): string => rowsHref(d.choice, { donor });
  return {
    id: 'top-donors',
    heading,
    text: '',
    drawing:
      d.donors.length === 0
        ? null
        : barChart(
            {
              id: 'top-donors-chart',
              title: heading,
              description: words.t('insight.top.said'),
              linked: true,
            },
            d.donors.map((donor) => ({
              name: donorName(donor, words),
              value: donor.cents,
              said: words.euro(String(donor.cents)),
              href: hrefOf(donor.publicId),
            })),
          ),
    columns: [
      { label: words.t('insight.donor') },
      { label: words.t('insight.kind') },
      { label: words.t('insight.gifts'), numeric: true },
      { label: words.t('insight.total'), numeric: true },
      { label: words.t('insight.share'), numeric: true },
    ],
    rows: d.donors.map((donor) => [
      said(donorName(donor, words), hrefOf(donor.publicId)),
      said(kindName(donor.kind, words)),
      counted(donor.gifts, words),
      euros(donor.cents, words),
      percent(donor.cents, whole, words),
    ]),
  };
}

/** How much comes from how few, year by year. */
export function concentrationPanel(d: Dashboard, words: Words): Panel {
  const { year } = d.choice;
  const now = d.concentration.find((one) => one.year === year);
  const decimals = (figure: number): string => {
    const text = figure.toFixed(2);
    return words.language === 'nl' ? text.replace('.', ',') : text;
  };
  return {
    id: 'concentration',
    heading: words.t('insight.concentration.title'),
    text:
      now === undefined
        ? words.t('insight.nothing')
        : words.t('insight.concentration.said', {
            half: String(now.halfDonors),
            donors: String(now.donors),
            year: String(year),
          }),
    drawing: null,
    columns: [
      { label: words.t('insight.year') },
      { label: words.t('insight.donors'), numeric: true },
      { label: words.t('insight.concentration.top1'), numeric: true },
      { label: words.t('insight.concentration.top5'), numeric: true },
      { label: words.t('insight.concentration.top10'), numeric: true },
      { label: words.t('insight.concentration.half'), numeric: true },
      { label: words.t('insight.concentration.gini'), numeric: true },
    ],
    rows: d.concentration.map((one) => [
      said(String(one.year), rowsHref(d.choice, { year: one.year })),
      counted(one.donors, words),
      percent(one.top1, one.cents, words),
      percent(one.top5, one.cents, words),
      percent(one.top10, one.cents, words),
      counted(one.halfDonors, words),
      { text: decimals(one.gini), plain: one.gini.toFixed(5) },
    ]),
    note: words.t('insight.concentration.note'),
  };
}

/** Donors that gave before beside those that are new, year by year. */
export function returningPanel(d: Dashboard, words: Words): Panel {
  const heading = words.t('insight.returning.title');
  const series = [words.t('insight.returning.back'), words.t('insight.returning.new')];
  return {
    id: 'returning',
    heading,
    text: words.t('insight.returning.text'),
    drawing: groupedChart(
      { id: 'returning-chart', title: heading, description: words.t('insight.returning.said') },
      {
        series,
        scale: (value) => scaleCount(value, words),
        groups: d.concentration.map(({ year, donors, newDonors }) => ({
          label: String(year),
          values: [
            { value: donors - newDonors, said: `${String(year)}: ${String(donors - newDonors)}` },
            { value: newDonors, said: `${String(year)}: ${String(newDonors)}` },
          ],
        })),
      },
    ),
    columns: [
      { label: words.t('insight.year') },
      ...series.map((label) => ({ label, numeric: true })),
      { label: words.t('insight.donors'), numeric: true },
    ],
    rows: d.concentration.map(({ year, donors, newDonors }) => [
      said(String(year), rowsHref(d.choice, { year })),
      counted(donors - newDonors, words),
      counted(newDonors, words),
      counted(donors, words),
    ]),
  };
}

/** What kind of donors they are. */
export function donorKindsPanel(d: Dashboard, words: Words): Panel {
  const { year } = d.choice;
  const rows = byProperty(d.tallies, 'donor_kind', year);
  const whole = totalOf(d.tallies, year).cents;
  const heading = words.t('insight.kinds.title', { year: String(year) });
  const hrefOf = (donorKind: string): string => rowsHref(d.choice, { donorKind });
  return {
    id: 'donor-kinds',
    heading,
    text: '',
    drawing: barChart(
      {
        id: 'donor-kinds-chart',
        title: heading,
        description: words.t('insight.kinds.said'),
        linked: true,
      },
      rows.map(({ a, cents }) => ({
        name: kindName(a, words),
        value: Math.max(0, cents),
        said: words.euro(String(cents)),
        href: hrefOf(a),
      })),
    ),
    columns: [
      { label: words.t('insight.kind') },
      { label: words.t('insight.gifts'), numeric: true },
      { label: words.t('insight.total'), numeric: true },
      { label: words.t('insight.share'), numeric: true },
    ],
    rows: rows.map(({ a, gifts, cents }) => [
      said(kindName(a, words), hrefOf(a)),
      counted(gifts, words),
      euros(cents, words),
      percent(cents, whole, words),
    ]),
  };
}
