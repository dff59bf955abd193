import { addDays, plainDate, yearOf, type PlainDate } from '../kernel/plain-date';

/**
 * A day counted back from an event. Atw art. 1 lid 2: such a term is never extended, so the answer
 * may be a Saturday, a Sunday or a holiday.
 */
export function daysBefore(event: PlainDate, days: number): PlainDate {
  return addDays(event, -days);
}

/** 1 January of the year that lies `years` years before the year of the event. */
export function firstDayOfYearBefore(event: PlainDate, years: number): PlainDate {
  return plainDate(`${String(yearOf(event) - years)}-01-01`);
}
