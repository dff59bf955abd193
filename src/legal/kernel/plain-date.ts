/**
 * A calendar day without time or zone, written YYYY-MM-DD. A term of law has no hour; days are
 * those of Europe/Amsterdam (decisions.md D11). Text order is date order.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** True for text that is a real day between the years 1900 and 2199: 2025-02-29 is not. */
export function isPlainDate(text: string): text is PlainDate {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && year <= 2199 && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws RangeError when the text is no real day; a form checks with isPlainDate first. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`"${text}" is not a day written YYYY-MM-DD`);
  return text;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

export function dayOfMonth(date: PlainDate): number {
  return Number(date.slice(8, 10));
}

/** Days since the start of year 1 in the proleptic Gregorian calendar; 1 January of year 1 is 1. */
function dayNumberOf(year: number, month: number, day: number): number {
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const past = year - 1;
  const days = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return days + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day;
}

function dayNumber(date: PlainDate): number {
  return dayNumberOf(yearOf(date), monthOf(date), dayOfMonth(date));
}

function fromParts(year: number, month: number, day: number): PlainDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

function fromDayNumber(days: number): PlainDate {
  // A year has 365.2425 days on average, so the guess is at most one year off.
  let year = Math.floor(days / 365.2425) + 1;
  if (dayNumberOf(year, 1, 1) > days) year -= 1;
  if (dayNumberOf(year, 12, 31) < days) year += 1;
  let rest = days - dayNumberOf(year, 1, 1);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return fromParts(year, month, rest + 1);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of the month, or the last day of a shorter month: 31 January + 1 = 28 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return fromParts(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)));
}

/** Positive when `to` is later than `from`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export type Weekday =
  'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

const WEEKDAYS: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

export function weekdayOf(date: PlainDate): Weekday {
  return WEEKDAYS[dayNumber(date) % 7] ?? 'sunday';
}
