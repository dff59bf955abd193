import { daysBetween } from '../../../legal/kernel/plain-date';
import { type Badge, type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type FilingStatus } from '../facts/filing-status';
import { partyHref } from './gift-words';

function daysLate({ filedOn, lastDay }: FilingStatus): number {
  return filedOn === null || filedOn <= lastDay ? 0 : daysBetween(lastDay, filedOn);
}

function badgeOf(filing: FilingStatus, words: Words): Badge {
  const isLate = daysLate(filing) > 0;
  const { status } = filing;
  if (status === 'not_received')
    return { kind: 'danger', label: words.t('site.filing.not_received') };
  if (status === 'nil')
    return {
      kind: isLate ? 'warning' : 'neutral',
      label: words.t(isLate ? 'site.filing.nilLate' : 'site.filing.nil'),
    };
  return isLate
    ? { kind: 'warning', label: words.t('site.filing.late') }
    : { kind: 'safe', label: words.t('site.filing.reported') };
}

function lateWords(filing: FilingStatus, words: Words): string {
  const days = daysLate(filing);
  if (days === 0) return '';
  return days === 1
    ? words.t('site.filing.dayLate')
    : words.t('site.filing.daysLate', { days: String(days) });
}

function whatWords({ kind, year, election }: FilingStatus, words: Words): string {
  const name = words.t(`site.filing.kind.${kind}`);
  return election === null
    ? words.t('site.filing.about', { kind: name, year: String(year) })
    : words.t('site.filing.aboutElection', { kind: name, election });
}

/** One line of a list of filings: who, what, last day, how it stands. */
export function filingRow(filing: FilingStatus, words: Words): readonly Cell[] {
  const { partyName, partySlug, recipientName, lastDay, filedOn } = filing;
  const late = lateWords(filing, words);
  const came = filedOn === null ? '' : words.day(filedOn);
  const note = [came, late].filter((part) => part !== '').join(', ');
  return [
    {
      text: partyName,
      href: partyHref(partySlug),
      ...(recipientName === partyName ? {} : { note: recipientName }),
    },
    whatWords(filing, words),
    words.day(lastDay),
    { badge: badgeOf(filing, words), ...(note === '' ? {} : { note }) },
  ];
}
