import { daysBetween, type PlainDate, plainDate } from '../../../legal/kernel/plain-date';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import { type Badge, type Cell, type Task } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  type DueNotice,
  type FiledNoticeRow,
  type LineTimeliness,
} from '../application/read-notices';

const BADGES: Readonly<Record<LineTimeliness, Badge['kind']>> = {
  in_time: 'safe',
  late_by_statute: 'warning',
  late: 'danger',
  reported_before: 'neutral',
  no_duty: 'neutral',
};

/** Whether a notice, or one gift in it, was in time, in words. */
export function timelinessBadge(timeliness: LineTimeliness, words: Words): Badge {
  return { kind: BADGES[timeliness], label: words.t(`notices.timeliness.${timeliness}`) };
}

/** "1 dag", "2 dagen". */
export function daysInWords(days: number, words: Words): string {
  const count = formatCount(days, words.language);
  return words.t(`legal.unit.days.${days === 1 ? 'one' : 'other'}`, { count });
}

/** The name of a donor, or what kind of donor it is when it has no name. */
export function donorWords(name: string | null, kind: string, words: Words): string {
  return name === null || name === '' ? words.t(`donors.kind.${kind}`) : name;
}

function urgency(due: DueNotice, today: PlainDate, words: Words): Badge {
  const left = daysBetween(today, plainDate(due.enforcedLastDay));
  if (left < 0)
    return {
      kind: 'danger',
      label: words.t('notices.due.late', { days: daysInWords(-left, words) }),
    };
  if (left === 0) return { kind: 'warning', label: words.t('notices.due.today') };
  return {
    kind: 'warning',
    label: words.t('notices.due.left', { days: daysInWords(left, words) }),
  };
}

/** The address of the last look before this notice is filed. */
export function noticeFormHref(key: {
  readonly donorId: string;
  readonly recipientId: string;
  readonly year: number;
}): string {
  const query = new URLSearchParams({
    gever: key.donorId,
    ontvanger: key.recipientId,
    jaar: String(key.year),
  });
  return `/meldingen/nieuw?${query.toString()}`;
}

/** A notice still to be filed, as a thing to do: to file, or to confirm what waits for that. */
export function dueTask(due: DueNotice, today: PlainDate, words: Words): Task {
  const sameDay = due.enforcedLastDay === due.statutoryLastDay;
  const waits = due.preparationId !== null;
  const late = urgency(due, today, words);
  return {
    text: words.t(waits ? 'people.second.task' : 'notices.due.task', {
      donor: donorWords(due.donorName, due.donorKind, words),
      recipient: due.recipientName,
      amount: words.euro(due.amountCents),
    }),
    href: waits ? `/meldingen/klaargezet/${due.preparationId}` : noticeFormHref(due),
    note: words.t(sameDay ? 'notices.due.noteSame' : 'notices.due.note', {
      enforced: words.longDay(due.enforcedLastDay),
      statutory: words.longDay(due.statutoryLastDay),
    }),
    badge: waits
      ? { kind: late.kind, label: words.t('people.second.badge', { left: late.label }) }
      : late,
  };
}

/** A filed notice as a row; `base` is where a notice opens, such as '/meldingen'. */
export function filedRow(row: FiledNoticeRow, base: string, words: Words): readonly Cell[] {
  return [
    { text: row.number, href: `${base}/${row.id}` },
    donorWords(row.donorName, row.donorKind, words),
    row.recipientName,
    words.euro(row.totalCents),
    formatMoment(row.filedAt, words.language),
    { badge: timelinessBadge(row.timeliness, words) },
  ];
}
