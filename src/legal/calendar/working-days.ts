import { addDays, weekdayOf, type PlainDate } from '../kernel/plain-date';
import { isEquatedDay } from './equated-days';
import { publicHolidayOn, type PublicHolidayCode } from './public-holidays';

/** Why a day is no working day. A holiday on a Saturday is named as the holiday. */
export type RestReason = PublicHolidayCode | 'equated_day' | 'saturday' | 'sunday';

/** Null for a working day: a day that is no Saturday, Sunday or recognised holiday (Atw art. 1, 3). */
export function restReason(date: PlainDate): RestReason | null {
  const holiday = publicHolidayOn(date);
  if (holiday !== null) return holiday;
  if (isEquatedDay(date)) return 'equated_day';
  const weekday = weekdayOf(date);
  return weekday === 'saturday' || weekday === 'sunday' ? weekday : null;
}

export function isWorkingDay(date: PlainDate): boolean {
  return restReason(date) === null;
}

/** The first working day after a day. */
export function nextWorkingDay(date: PlainDate): PlainDate {
  const next = addDays(date, 1);
  return isWorkingDay(next) ? next : nextWorkingDay(next);
}

/** The day itself when it is a working day, otherwise the next one (Atw art. 1 lid 1). */
export function onOrAfterWorkingDay(date: PlainDate): PlainDate {
  return isWorkingDay(date) ? date : nextWorkingDay(date);
}

/** The n-th working day after a day; the day itself is day zero. */
export function addWorkingDays(date: PlainDate, count: number): PlainDate {
  let last = date;
  for (let counted = 0; counted < count; counted += 1) last = nextWorkingDay(last);
  return last;
}
