import { daysBetween, type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import { type Badge } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Term, type WorkItem } from '../application/read-work';

/** In the reader's language. */
export function titleOf(item: WorkItem, { language }: Words): string {
  return language === 'nl' ? item.titleNl : item.titleEn;
}

export function whyOf(item: WorkItem, { language }: Words): string {
  return language === 'nl' ? item.whyNl : item.whyEn;
}

export function partyOf({ organisation }: WorkItem, words: Words): string {
  return organisation ?? words.t('work.table.ministry');
}

export function holderOf({ assignedName }: WorkItem, words: Words): string {
  return assignedName ?? words.t('work.table.nobody');
}

const COLOURS: Readonly<Record<Term, Badge['kind']>> = {
  late: 'danger',
  today: 'warning',
  week: 'info',
  later: 'neutral',
  none: 'neutral',
};

/** How far the last day is, in words; null without a term or when it is far away. */
export function termBadge(item: WorkItem, today: PlainDate, words: Words): Badge | null {
  const { dueOn, term } = item;
  if (dueOn === null || term === 'none' || term === 'later') return null;
  if (term === 'today') return { kind: COLOURS.today, label: words.t('work.due.today') };
  const days = daysBetween(today, dueOn);
  const count = String(Math.abs(days));
  const form = count === '1' ? 'one' : 'more';
  return {
    kind: COLOURS[term],
    label: words.t(`work.due.${days < 0 ? 'past' : 'left'}.${form}`, { count }),
  };
}

export function rowsWord(count: number, words: Words): string {
  return count === 1
    ? words.t('work.row')
    : words.t('work.rows', { count: formatCount(count, words.language) });
}
