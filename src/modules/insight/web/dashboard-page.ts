import { type Choice as Option } from '../../../platform/rendering/page-parts';
import { formatCount } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { type Dashboard } from '../application/read-dashboard';
import { totalOf } from '../application/sums';
import { type Choice } from '../facts/choice';
import { dashboardHref, exportHref, rowsHref } from './address';
import {
  concentrationPanel,
  donorKindsPanel,
  returningPanel,
  topDonorsPanel,
} from './donor-panels';
import {
  debtsPanel,
  enforcedPanel,
  latePartiesPanel,
  standingsPanel,
  statutePanel,
  subsidiesPanel,
} from './duty-panels';
import {
  countriesPanel,
  formsPanel,
  partiesPanel,
  placesPanel,
  recipientKindsPanel,
  recipientsPanel,
} from './field-panels';
import { cellOf, type Panel, percent, type Section } from './panel';
import { pilesPanel, sizesPanel } from './size-panels';
import { besidePanel, electionsPanel, monthsPanel, yearsPanel } from './time-panels';

/** Everything a dashboard shows, section by section. */
export function sectionsOf(d: Dashboard, words: Words, today: string): readonly Section[] {
  const section = (id: string, panels: readonly (Panel | null)[]): Section => ({
    id,
    heading: words.t(`insight.section.${id}`),
    text: words.texts.has(`insight.section.${id}Text`) ? words.t(`insight.section.${id}Text`) : '',
    panels: panels.filter((panel) => panel !== null),
  });
  return [
    section('time', [monthsPanel(d, words), besidePanel(d, words), yearsPanel(d, words)]),
    section('duties', [standingsPanel(d, words)]),
    section('late', [enforcedPanel(d, words), statutePanel(d, words), latePartiesPanel(d, words)]),
    section('size', [sizesPanel(d, words), pilesPanel(d, words)]),
    section('donors', [
      topDonorsPanel(d, words),
      donorKindsPanel(d, words),
      returningPanel(d, words),
      concentrationPanel(d, words),
    ]),
    section('origin', [countriesPanel(d, words), placesPanel(d, words)]),
    section('recipients', [
      partiesPanel(d, words),
      recipientKindsPanel(d, words),
      recipientsPanel(d, words),
      formsPanel(d, words),
    ]),
    section('elections', [electionsPanel(d, words, today)]),
    section('money', [debtsPanel(d, words), subsidiesPanel(d, words)]),
  ].filter(({ panels }) => panels.length > 0);
}

function panelView(panel: Panel, choice: Choice): object {
  const { id, heading, text, drawing, columns, rows, note } = panel;
  return {
    id,
    heading,
    text,
    drawing,
    note: note ?? '',
    download: rows.length === 0 ? '' : exportHref(choice, id),
    table: {
      id: `${id}-table`,
      caption: heading,
      captionHidden: true,
      columns,
      rows: rows.map((row) => row.map(cellOf)),
    },
  };
}

interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly href: string;
}

function keyFigures(d: Dashboard, words: Words): readonly KeyFigure[] {
  const { year, beside } = d.choice;
  const now = totalOf(d.tallies, year);
  const before = beside === null ? null : totalOf(d.tallies, beside);
  const count = (figure: number): string => formatCount(figure, words.language);
  const donorsOf = (of: number): number =>
    d.concentration.find((one) => one.year === of)?.donors ?? 0;
  const note = (text: string | null): string =>
    text === null || beside === null
      ? ''
      : words.t('insight.inYear', { year: String(beside), figure: text });
  const tooLate = d.lateness
    .filter(({ afterEnforced }) => afterEnforced > 0)
    .reduce((sum, { gifts }) => sum + gifts, 0);
  const notices = d.lateness.reduce((sum, { gifts }) => sum + gifts, 0);
  return [
    {
      label: words.t('insight.figure.total'),
      value: words.euro(String(now.cents)),
      note: note(before === null ? null : words.euro(String(before.cents))),
      href: rowsHref(d.choice, {}),
    },
    {
      label: words.t('insight.figure.gifts'),
      value: count(now.gifts),
      note: note(before === null ? null : count(before.gifts)),
      href: rowsHref(d.choice, {}),
    },
    {
      label: words.t('insight.figure.donors'),
      value: count(donorsOf(year)),
      note: note(beside === null ? null : count(donorsOf(beside))),
      href: '#donors',
    },
    {
      label: words.t('insight.figure.late'),
      value: count(tooLate),
      note: words.t('insight.figure.lateOf', {
        total: count(notices),
        share: percent(tooLate, notices, words).text,
      }),
      href: rowsHref(d.choice, { late: 'enforced' }),
    },
  ];
}

function years(d: Dashboard): readonly number[] {
  const { year, beside } = d.choice;
  const all = [...d.years, year, ...(beside === null ? [] : [beside])];
  return [...new Set(all)].toSorted((one, other) => other - one);
}

function choiceView(d: Dashboard, words: Words): object {
  const { choice } = d;
  const options = years(d).map((year): Option => ({ value: String(year), label: String(year) }));
  return {
    action: choice.party === null ? '/toezicht/cijfers' : `/toezicht/cijfers/${choice.party.slug}`,
    years: options,
    beside: [{ value: 'geen', label: words.t('insight.choice.none') }, ...options],
    sources: [
      { value: 'alles', label: words.t('insight.source.all') },
      { value: 'ingediend', label: words.t('insight.source.filed') },
      { value: 'lijsten', label: words.t('insight.source.list') },
    ],
    values: {
      year: String(choice.year),
      beside: choice.beside === null ? 'geen' : String(choice.beside),
      source: { all: 'alles', filed: 'ingediend', list: 'lijsten' }[choice.source],
      without: choice.without,
    },
    field: choice.party === null ? '' : dashboardHref({ ...choice, party: null }),
    rows: rowsHref(choice, {}),
  };
}

/** What pages/insight/dashboard.njk takes. */
export function dashboardPage(d: Dashboard, words: Words, today: string): object {
  const name = d.party?.name ?? '';
  const sections = sectionsOf(d, words, today);
  return {
    title:
      d.party === null ? words.t('insight.title') : words.t('insight.titleOf', { party: name }),
    lead: words.t(d.party === null ? 'insight.lead' : 'insight.leadOf', { party: name }),
    choice: choiceView(d, words),
    empty: d.years.length === 0,
    figures: keyFigures(d, words),
    sections: sections.map(({ id, heading, text, panels }) => ({
      id,
      heading,
      text,
      panels: panels.map((panel) => panelView(panel, d.choice)),
    })),
    sourceNote: words.t(`insight.sourceNote.${d.choice.source}`),
  };
}
