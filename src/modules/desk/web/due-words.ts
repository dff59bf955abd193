import { printReference } from '../../../legal/kernel/law-reference';
import { addDays, daysBetween, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Badge, type Task } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { filingTitle, missingPartWords } from '../../filings/public';
import { daysInWords, donorWords } from '../../notices/public';
import { type DueItem, type DueSubject } from '../application/due-items';

/** Of whom a word may be said: a page names donors, a calendar and a mail do not. */
export function dueTitle(subject: DueSubject, words: Words): string {
  switch (subject.kind) {
    case 'notice':
      return words.t('notices.due.task', {
        donor: donorWords(subject.donorName, subject.donorKind, words),
        recipient: subject.recipientName,
        amount: words.euro(subject.amountCents),
      });
    case 'filing': {
      const title = filingTitle(
        { kind: subject.filing, year: subject.year },
        subject.election,
        words,
      );
      return words.t(subject.missing.length > 0 ? 'desk.due.complete' : 'desk.due.file', { title });
    }
    case 'remedy':
      return words.t('desk.due.remedy', {
        donor: donorWords(subject.donorName, subject.donorKind, words),
        amount: words.euro(subject.openCents),
      });
    case 'case':
      return caseTitle(subject, words);
    case 'debt':
      return words.t('desk.due.debt', { recipient: subject.recipientName });
    case 'credit':
      return words.t('desk.due.credit', {
        payer: subject.payer ?? words.t('desk.due.unknownPayer'),
        amount: words.euro(subject.amountCents),
      });
  }
}

function caseTitle(subject: Extract<DueSubject, { kind: 'case' }>, words: Words): string {
  const { term, title, toPayCents } = subject;
  return toPayCents === null
    ? words.t('desk.due.case', { term: words.t(`cases.term.${term}`), title })
    : words.t('desk.due.pay', { amount: words.euro(toPayCents), title });
}

function lastDay({ day, statutoryDay }: DueItem, words: Words): string {
  if (day === null) return words.t('desk.due.noDay');
  const enforced = words.longDay(day);
  return statutoryDay === null
    ? words.t('desk.due.until', { day: enforced })
    : words.t('notices.due.note', { enforced, statutory: words.longDay(statutoryDay) });
}

function more(subject: DueSubject, today: PlainDate, words: Words): readonly string[] {
  if (subject.kind === 'case')
    return [words.t('desk.due.ofCase', { number: subject.number }), printReference(subject.basis)];
  if (subject.kind !== 'filing') return [];
  const { by, opensOn, missing } = subject;
  const parts = missing.map((part) => missingPartWords(part, words)).join(', ');
  return [
    words.t('desk.due.by', { by }),
    ...(opensOn > today ? [words.t('desk.due.opens', { day: words.day(opensOn) })] : []),
    ...(parts === '' ? [] : [words.t('filings.list.missing', { missing: parts })]),
  ];
}

/** How many days are left, or how many it is late. */
export function dueBadge({ day }: Pick<DueItem, 'day'>, today: PlainDate, words: Words): Badge {
  if (day === null) return { kind: 'warning', label: words.t('desk.due.soon') };
  const left = daysBetween(today, day);
  const days = daysInWords(Math.abs(left), words);
  if (left < 0) return { kind: 'danger', label: words.t('desk.due.late', { days }) };
  if (left === 0) return { kind: 'warning', label: words.t('desk.due.today') };
  return { kind: left <= 7 ? 'warning' : 'neutral', label: words.t('desk.due.left', { days }) };
}

export function dueTask(
  item: DueItem,
  reader: { readonly today: PlainDate; readonly mayAct: boolean },
  words: Words,
): Task {
  const notes = [lastDay(item, words), ...more(item.subject, reader.today, words)];
  const onlyReads = item.subject.kind === 'notice' && !reader.mayAct;
  return {
    text: dueTitle(item.subject, words),
    href: onlyReads ? '/meldingen' : item.href,
    note: notes.map((note) => note.replace(/\.?$/, '.')).join(' '),
    badge: dueBadge(item, reader.today, words),
  };
}

/** Later than this is not for today. */
const DAYS_IN_SIGHT = 42;

export function isInSight({ day }: DueItem, today: PlainDate): boolean {
  return day === null || day <= addDays(today, DAYS_IN_SIGHT);
}
