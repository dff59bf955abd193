import { barChart, type Drawing, shareChart } from '../../../platform/charts/public';
import { type Words } from '../../../platform/rendering/words';
import { type Dashboard } from '../application/read-dashboard';
import { byProperty, type Sum, totalOf } from '../application/sums';
import { dashboardHref, rowsHref, type RowFilters } from './address';
import { countryName, recipientName } from './labels';
import { counted, euros, type Panel, percent, said } from './panel';

interface Barred {
  readonly name: string;
  readonly now: Sum;
  readonly before: Sum | null;
  readonly href: string;
}

interface What {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly label: string;
}

function drawn(d: Dashboard, words: Words, what: What, rows: readonly Barred[]): Drawing {
  const { year, beside } = d.choice;
  const frame = {
    id: `${what.id}-chart`,
    title: what.heading,
    description: words.t('insight.bars.said'),
    linked: true,
  };
  const bars = rows.map(({ name, now, before, href }) => ({
    name,
    value: Math.max(0, now.cents),
    said: words.euro(String(now.cents)),
    ...(before === null ? {} : { before: Math.max(0, before.cents) }),
    href,
  }));
  const compares = rows.some(({ before }) => before !== null);
  return barChart(frame, bars, compares ? [String(year), String(beside)] : []);
}

/** Bars with the same of the year beside it, and the table of both. */
function barPanel(d: Dashboard, words: Words, what: What, rows: readonly Barred[]): Panel {
  const { year, beside } = d.choice;
  const whole = totalOf(d.tallies, year).cents;
  const compares = beside !== null && rows.some(({ before }) => before !== null);
  return {
    id: what.id,
    heading: what.heading,
    text: what.text,
    drawing:
      rows.length === 0
        ? null
        : drawn(d, words, what, compares ? rows : rows.map((row) => ({ ...row, before: null }))),
    columns: [
      { label: what.label },
      { label: words.t('insight.gifts'), numeric: true },
      { label: String(year), numeric: true },
      { label: words.t('insight.share'), numeric: true },
      ...(compares ? [{ label: String(beside), numeric: true }] : []),
    ],
    rows: rows.map(({ name, now, before, href }) => [
      said(name, href),
      counted(now.gifts, words),
      euros(now.cents, words),
      percent(now.cents, whole, words),
      ...(compares ? [euros(before?.cents ?? 0, words)] : []),
    ]),
  };
}

function property(
  d: Dashboard,
  dimension: 'country' | 'recipient_kind',
  nameOf: (value: string) => string,
  filter: (value: string) => RowFilters,
): readonly Barred[] {
  const { year, beside } = d.choice;
  const before = beside === null ? [] : byProperty(d.tallies, dimension, beside);
  return byProperty(d.tallies, dimension, year).map(({ a, gifts, cents }) => ({
    name: nameOf(a),
    now: { gifts, cents },
    before: beside === null ? null : (before.find((row) => row.a === a) ?? { gifts: 0, cents: 0 }),
    href: rowsHref(d.choice, filter(a)),
  }));
}

export function countriesPanel(d: Dashboard, words: Words): Panel {
  const rows = property(
    d,
    'country',
    (code) => countryName(code, words),
    (country) => ({ country }),
  );
  const heading = words.t('insight.countries.title', { year: String(d.choice.year) });
  const what = { id: 'countries', heading, text: '', label: words.t('insight.country') };
  return barPanel(d, words, what, rows);
}

export function placesPanel(d: Dashboard, words: Words): Panel {
  const rows = d.places.map(({ a, now, before }) => ({
    name: a === '' ? words.t('insight.place.unknown') : a,
    now,
    before: d.choice.beside === null ? null : before,
    href: rowsHref(d.choice, { place: a }),
  }));
  const heading = words.t('insight.places.title', { year: String(d.choice.year) });
  const text = words.t('insight.places.text');
  return barPanel(d, words, { id: 'places', heading, text, label: words.t('insight.place') }, rows);
}

export function recipientKindsPanel(d: Dashboard, words: Words): Panel {
  const rows = property(
    d,
    'recipient_kind',
    (kind) => recipientName(kind, words),
    (recipientKind) => ({ recipientKind }),
  );
  const heading = words.t('insight.recipients.title', { year: String(d.choice.year) });
  const what = { id: 'recipient-kinds', heading, text: '', label: words.t('insight.recipientOf') };
  return barPanel(d, words, what, rows);
}

/** Each recipient of one party by name. */
export function recipientsPanel(d: Dashboard, words: Words): Panel | null {
  if (d.party === null) return null;
  const rows = d.recipients.map(({ name, kind, gifts, cents }) => ({
    name,
    now: { gifts, cents },
    before: null,
    href: rowsHref(d.choice, { recipientKind: kind }),
  }));
  const heading = words.t('insight.affiliates.title', { year: String(d.choice.year) });
  const what = { id: 'recipients', heading, text: '', label: words.t('insight.recipientOf') };
  return barPanel(d, words, what, rows);
}

/** The parties that received most, each with its own dashboard. */
export function partiesPanel(d: Dashboard, words: Words): Panel | null {
  if (d.party !== null) return null;
  const rows = d.parties.map(({ name, slug, now, before }) => ({
    name,
    now,
    before: d.choice.beside === null ? null : before,
    href: dashboardHref(d.choice, {}, slug),
  }));
  const heading = words.t('insight.parties.title', { year: String(d.choice.year) });
  const text = words.t('insight.parties.text');
  const what = { id: 'parties', heading, text, label: words.t('insight.party') };
  return barPanel(d, words, what, rows);
}

/** Money and in kind. */
export function formsPanel(d: Dashboard, words: Words): Panel {
  const { year } = d.choice;
  const rows = byProperty(d.tallies, 'form', year);
  const whole = totalOf(d.tallies, year).cents;
  const heading = words.t('insight.forms.title', { year: String(year) });
  return {
    id: 'forms',
    heading,
    text: '',
    drawing: shareChart(
      { id: 'forms-chart', title: heading, description: words.t('insight.bars.said') },
      rows.map(({ a, cents }) => ({
        name: words.t(`insight.form.${a}`),
        value: Math.max(0, cents),
        said: words.euro(String(cents)),
      })),
    ),
    columns: [
      { label: words.t('insight.form') },
      { label: words.t('insight.gifts'), numeric: true },
      { label: words.t('insight.total'), numeric: true },
      { label: words.t('insight.share'), numeric: true },
    ],
    rows: rows.map(({ a, gifts, cents }) => [
      said(words.t(`insight.form.${a}`), rowsHref(d.choice, { form: a })),
      counted(gifts, words),
      euros(cents, words),
      percent(cents, whole, words),
    ]),
  };
}
