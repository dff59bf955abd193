import { daysBetween, type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import { type Badge, type Cell, type Figure } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords } from '../../judgements/public';
import { type RemedyFile } from '../application/read-remedies';

/** The name of a donor, or what kind of donor it is when it has no name. */
export function donorIn(file: RemedyFile, words: Words): string {
  const { donorName, donorKind } = file;
  return donorName === null || donorName === '' ? words.t(`donors.kind.${donorKind}`) : donorName;
}

export function daysInWords(days: number, words: Words): string {
  const count = formatCount(days, words.language);
  return words.t(`legal.unit.days.${days === 1 ? 'one' : 'other'}`, { count });
}

/** Done, overdue, how many days are left, or that nothing was agreed yet. */
export function standingBadge(file: RemedyFile, today: PlainDate, words: Words): Badge {
  const { state } = file.progress;
  if (state === 'done') return { kind: 'safe', label: words.t('remedies.state.done') };
  if (state === 'not_needed')
    return { kind: 'neutral', label: words.t('remedies.state.notNeeded') };
  if (file.dueOn === null) return { kind: 'warning', label: words.t('remedies.state.noTerm') };
  const left = daysBetween(today, file.dueOn);
  if (left < 0)
    return {
      kind: 'danger',
      label: words.t('remedies.state.overdue', { days: daysInWords(-left, words) }),
    };
  if (left === 0) return { kind: 'warning', label: words.t('remedies.state.today') };
  return {
    kind: 'info',
    label: words.t('remedies.state.left', { days: daysInWords(left, words) }),
  };
}

/** Where it goes, in a few words. */
export function destinationOf(file: RemedyFile, words: Words): string {
  const ways = new Set(
    file.progress.steps.map(({ step }) =>
      step.to === 'donor' && file.impossible !== null ? 'minister' : step.to,
    ),
  );
  return [...ways].map((way) => words.t(`remedies.to.${way}`)).join(', ');
}

export interface ListReader {
  readonly base: '/herstel' | '/toezicht/herstel';
  readonly today: PlainDate;
}

function rowOf(file: RemedyFile, reader: ListReader, words: Words): readonly Cell[] {
  const { progress } = file;
  const donor = words.t('remedies.ofDonor', {
    donor: donorIn(file, words),
    year: String(file.year),
  });
  const what = findingWords(file.content, words.language, words.texts).title;
  const said = { text: what, href: `${reader.base}/${file.id}`, note: donor };
  return [
    ...(reader.base === '/herstel' ? [] : [file.organisationName]),
    said,
    destinationOf(file, words),
    file.dueOn === null ? words.t('remedies.noTerm') : words.day(file.dueOn),
    { badge: standingBadge(file, reader.today, words) },
    progress.state === 'open' ? words.euro(progress.open) : words.euro(progress.done),
  ];
}

function figuresOf(open: readonly RemedyFile[], words: Words): readonly Figure[] {
  const overdue = open.filter((file) => file.overdue);
  const cents = open.reduce((total, { progress }) => total + progress.open, 0);
  return [
    {
      label: words.t('remedies.figure.open'),
      value: formatCount(open.length, words.language),
    },
    {
      label: words.t('remedies.figure.overdue'),
      value: formatCount(overdue.length, words.language),
    },
    { label: words.t('remedies.figure.amount'), value: words.euro(String(cents)) },
  ];
}

/** Late first, then those whose term ends first, then those without a term. */
function mostUrgentFirst(a: RemedyFile, b: RemedyFile): number {
  const [dayA, dayB] = [a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31'];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
}

/** The data of pages/remedies/list.njk. */
export function remedyListPage(
  lists: { readonly open: readonly RemedyFile[]; readonly ended: readonly RemedyFile[] },
  reader: ListReader,
  words: Words,
): object {
  const { open, ended } = lists;
  return {
    ownParty: reader.base === '/herstel',
    figures: figuresOf(open, words),
    open: open.toSorted(mostUrgentFirst).map((file) => rowOf(file, reader, words)),
    ended: ended.map((file) => rowOf(file, reader, words)),
  };
}
