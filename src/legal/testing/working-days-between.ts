import { nextWorkingDay } from '../calendar/working-days';
import { type PlainDate } from '../kernel/plain-date';

/** How many working days lie after `from` up to and including `until`. */
export function workingDaysBetween(from: PlainDate, until: PlainDate): number {
  let counted = 0;
  for (let day = nextWorkingDay(from); day <= until; day = nextWorkingDay(day)) counted += 1;
  return counted;
}
