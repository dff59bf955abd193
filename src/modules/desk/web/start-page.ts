import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import { type Cell, type Task } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords, type StoredFinding } from '../../judgements/public';
import { donorWords } from '../../notices/public';
import { type Change, CHANGES, type YearDesk } from '../application/read-desk';
import { BY_RECIPIENT, sumsBy, withoutDues } from '../application/year-sums';
import { giftsHref } from './chart-view';
import { dueTask, isInSight } from './due-words';
import { missingTasks } from './missing-words';
import { roomChart } from './room-chart';
import { termsChart } from './terms-chart';
import { waysOf } from './ways';
import { monthsChart, sharesChart } from './year-charts';
import { compared, yearFigures } from './year-tables';

export interface StartReader {
  readonly today: PlainDate;
  readonly organisation: string;
  /** The treasurer; others of the party only read. */
  readonly mayAct: boolean;
  readonly role: string;
  /** Dues and remittances are left out of totals and charts (D5). */
  readonly withoutDues: boolean;
}

const URGENT_FIRST = ['finding', 'warning', 'undecided', 'signal'] as const;

function nameIn(desk: YearDesk, donorId: string, words: Words): string {
  const donor = desk.names.get(donorId) ?? desk.donors.names.get(donorId);
  return donorWords(donor?.name ?? null, donor?.kind ?? 'anonymous', words);
}

function findingTask({ content, donorId }: StoredFinding, desk: YearDesk, words: Words): Task {
  const said = findingWords(content, words.language, words.texts);
  const [first] = content.contributions;
  const what = said.remedy === '' ? said.article : said.remedy;
  if (donorId === null)
    return { text: said.title, href: '/overzichten', note: what, badge: said.badge };
  return {
    text: said.title,
    href: first === undefined ? `/gevers/${donorId}` : `/giften/${first.contribution}`,
    note: words.t('treasurer.start.finding', { donor: nameIn(desk, donorId, words), what }),
    badge: said.badge,
  };
}

/** What was found and still asks for something; a notice to file stands among what is due. */
function findings(desk: YearDesk, words: Words): readonly Task[] {
  const isDue = ({ content, donorId }: StoredFinding): boolean =>
    content.missing.includes('notice') &&
    desk.due.some(({ key }) => key.startsWith(`notice:${donorId ?? ''}:`));
  const rank = ({ severity }: StoredFinding): number => URGENT_FIRST.indexOf(severity);
  return desk.findings
    .filter(({ content }) => content.remedy === null || content.remedy.open > 0)
    .filter((finding) => !isDue(finding))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((finding) => findingTask(finding, desk, words));
}

function nearRows(desk: YearDesk, words: Words): readonly (readonly Cell[])[] {
  const recipients = new Map(desk.group.members.map(({ recipient, name }) => [recipient, name]));
  return desk.donors.near.map((near) => [
    { text: nameIn(desk, near.donorId, words), href: `/gevers/${near.donorId}` },
    {
      text: words.t(`desk.near.${near.code}`, { amount: words.euro(near.threshold) }),
      ...(near.recipientId === null ? {} : { note: recipients.get(near.recipientId) ?? '' }),
    },
    words.euro(near.total),
    words.euro(near.left),
  ]);
}

const HREFS: Readonly<Record<Change, string>> = {
  booked: '/giften',
  corrected: '/giften',
  annulled: '/giften',
  settled: '/giften',
  notified: '/meldingen',
  filed: '/overzichten',
  found: '/start#findings',
  lettered: '/zaken',
};

function news({ news: found }: YearDesk, words: Words): object | null {
  if (found === null) return null;
  const items = CHANGES.filter((change) => found.counts[change] > 0).map((change) => {
    const count = found.counts[change];
    const key = `desk.news.${change}.${count === 1 ? 'one' : 'other'}`;
    return {
      text: words.t(key, { count: formatCount(count, words.language) }),
      href: HREFS[change],
    };
  });
  return { since: formatMoment(found.since, words.language), items };
}

function charts(desk: YearDesk, reader: StartReader, words: Words): readonly object[] {
  const { year } = desk;
  const money = reader.withoutDues ? withoutDues(desk.money) : desk.money;
  const recipients = sumsBy(money, BY_RECIPIENT);
  const about = {
    id: 'recipients',
    heading: words.t('desk.chart.recipients', { year: String(year) }),
    first: words.t('gifts.recipient'),
  };
  return [
    termsChart(desk.due, reader.today, words),
    ...(money.length === 0 ? [] : [monthsChart(money, year, words)]),
    ...(recipients.length > 1 ? [sharesChart(recipients, about, words)] : []),
    roomChart(desk.donors, year, words),
  ].filter((chart) => chart !== null);
}

function recentRows(desk: YearDesk, words: Words): readonly (readonly Cell[])[] {
  return desk.recent.map((gift) => [
    { text: donorWords(gift.donorName, gift.donorKind, words), href: `/giften/${gift.id}` },
    words.day(gift.receivedOn),
    words.t(`gifts.type.${gift.type}`),
    words.euro(gift.amountCents),
  ]);
}

/** The years that can be chosen; each also stands beside the year before it. */
function years(desk: YearDesk, left: boolean): readonly object[] {
  const rest = left ? '&zonder=contributie' : '';
  return desk.years.map((year) => ({
    label: String(year),
    href: `/start?jaar=${String(year)}${rest}`,
    current: year === desk.year,
  }));
}

/** The data of pages/start.njk. */
export function startPage(desk: YearDesk, reader: StartReader, words: Words): object {
  const due = desk.due.filter((item) => isInSight(item, reader.today));
  const later = desk.due.filter((item) => !isInSight(item, reader.today));
  const year = String(desk.year);
  const left = reader.withoutDues;
  return {
    organisation: reader.organisation,
    year,
    before: String(desk.year - 1),
    years: years(desk, left),
    canBook: reader.mayAct,
    // Nothing was ever received: the page says where to begin.
    empty: desk.recent.length === 0,
    due: due.map((item) => dueTask(item, reader, words)),
    later: later.map((item) => dueTask(item, reader, words)),
    missing: missingTasks(desk.missing, words),
    news: news(desk, words),
    figures: yearFigures(desk.money, desk.year, words),
    without: {
      on: left,
      href: left ? `/start?jaar=${year}` : `/start?jaar=${year}&zonder=contributie`,
    },
    charts: charts(desk, reader, words),
    types: compared(desk, 'type', left, words),
    recipients: compared(desk, 'recipient', left, words),
    near: nearRows(desk, words),
    nearHref: `/gevers?jaar=${year}&vanaf=1000`,
    findings: findings(desk, words),
    remedies: {
      open: formatCount(desk.remedies.open, words.language),
      overdue: formatCount(desk.remedies.overdue, words.language),
      any: desk.remedies.open > 0,
    },
    recent: recentRows(desk, words),
    allHref: giftsHref(desk.year, {}),
    ways: waysOf(reader.role, words),
  };
}
