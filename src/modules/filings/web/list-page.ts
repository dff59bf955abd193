import { daysBetween, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Badge, type Cell, type Task } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type StoredExpected } from '../../expectations/public';
import { daysInWords } from '../../notices/public';
import { type OwedFilings } from '../application/filing-desk';
import { missingPartWords } from './filing-words';
import { filingTitle, recipientName } from './overview-words';

const BADGES: Readonly<Record<StoredExpected['standing'], Badge['kind']>> = {
  complete: 'safe',
  nil: 'safe',
  late: 'warning',
  incomplete: 'warning',
  not_received: 'danger',
  not_due: 'neutral',
};

function badgeOf(expected: StoredExpected, today: PlainDate, words: Words): Badge {
  const { standing, lastDay, kind, watched } = expected;
  const counted = kind !== 'gift_regulation' && /^not_/.test(standing);
  if (standing === 'not_received' && !watched)
    return { kind: 'neutral', label: words.t('filings.unwatched') };
  if (!counted) return { kind: BADGES[standing], label: words.t(`filings.standing.${standing}`) };
  const left = daysBetween(today, lastDay);
  if (left === 0) return { kind: 'warning', label: words.t('filings.today') };
  return left < 0
    ? { kind: 'danger', label: words.t('filings.late', { days: daysInWords(-left, words) }) }
    : { kind: 'neutral', label: words.t('filings.left', { days: daysInWords(left, words) }) };
}

/** Open by now and not finished; what ended before the party came into the register is passed over. */
function isDue(expected: StoredExpected, today: PlainDate): boolean {
  const { standing, opensOn, watched } = expected;
  if (standing === 'incomplete') return true;
  const missed = standing === 'not_received' && watched;
  return missed || (standing === 'not_due' && opensOn <= today);
}

function titleOf(expected: StoredExpected, owed: OwedFilings, words: Words): string {
  const election = expected.election === null ? null : owed.elections.get(expected.election);
  return filingTitle(expected, election ?? null, words);
}

function task(expected: StoredExpected, owed: OwedFilings, today: PlainDate, words: Words): Task {
  const missing = expected.missing.map((part) => missingPartWords(part, words));
  const by = recipientName(owed.group, expected.recipient);
  const day = words.longDay(expected.lastDay);
  const regulation = expected.kind === 'gift_regulation';
  const notes = [
    regulation ? by : words.t('filings.list.note', { by, day }),
    ...(owed.drafted.has(expected.key) ? [words.t('filings.list.drafted')] : []),
    ...(missing.length > 0
      ? [words.t('filings.list.missing', { missing: missing.join(', ') })]
      : []),
  ];
  return {
    text: titleOf(expected, owed, words),
    href: `/overzichten/${expected.id}`,
    note: notes.join(' '),
    badge: badgeOf(expected, today, words),
  };
}

function row(
  expected: StoredExpected,
  owed: OwedFilings,
  today: PlainDate,
  words: Words,
): readonly Cell[] {
  const { kind, lastDay, opensOn, standing } = expected;
  const later = standing === 'not_due' && opensOn > today;
  return [
    {
      text: titleOf(expected, owed, words),
      href: `/overzichten/${expected.id}`,
      ...(later ? { note: words.t('filings.list.opens', { day: words.day(opensOn) }) } : {}),
    },
    recipientName(owed.group, expected.recipient),
    kind === 'gift_regulation' ? '' : words.day(lastDay),
    { badge: badgeOf(expected, today, words) },
  ];
}

/** The data of pages/filings/list.njk. */
export function filingListPage(owed: OwedFilings, today: PlainDate, words: Words): object {
  const due = owed.expected.filter((one) => isDue(one, today));
  const others = owed.expected.filter((one) => !isDue(one, today)).toReversed();
  return {
    due: due.map((one) => task(one, owed, today, words)),
    rows: others.map((one) => row(one, owed, today, words)),
  };
}
