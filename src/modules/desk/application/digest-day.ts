import { addDays, type PlainDate, type Weekday, weekdayOf } from '../../../legal/kernel/plain-date';
import { type DigestWish } from '../persistence/digest.store';

const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** The first day after this one on which a digest is written; null when none is wanted. */
export function nextDigestDay(
  { rhythm, weekday }: Pick<DigestWish, 'rhythm' | 'weekday'>,
  after: PlainDate,
): PlainDate | null {
  if (rhythm === 'off') return null;
  const tomorrow = addDays(after, 1);
  if (rhythm === 'daily') return tomorrow;
  const ahead = (weekday - 1 - WEEKDAYS.indexOf(weekdayOf(tomorrow)) + 7) % 7;
  return addDays(tomorrow, ahead);
}
