import { addDays, plainDate, weekdayOf, yearOf, type PlainDate } from '../kernel/plain-date';

/** The days of Atw art. 3 lid 1 and 2. Easter Sunday and Whit Sunday are Sundays already. */
export type PublicHolidayCode =
  | 'new_years_day'
  | 'good_friday'
  | 'easter_monday'
  | 'kings_day'
  | 'liberation_day'
  | 'ascension_day'
  | 'whit_monday'
  | 'christmas_day'
  | 'boxing_day';

export interface PublicHoliday {
  readonly code: PublicHolidayCode;
  readonly date: PlainDate;
}

/** Gregorian Easter by the anonymous algorithm of 1876. */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const march = epact + toSunday - 7 * late + 21;
  return addDays(plainDate(`${String(year)}-03-01`), march);
}

/** The King's birthday as celebrated: 27 April, or Saturday the 26th when the 27th is a Sunday. */
function kingsDay(year: number): PlainDate {
  const birthday = plainDate(`${String(year)}-04-27`);
  return weekdayOf(birthday) === 'sunday' ? addDays(birthday, -1) : birthday;
}

/**
 * All holidays of a year in the order of the law. 5 May counts every year, also when employers
 * treat it as an ordinary day. Two may share a date.
 */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const fixed = (monthAndDay: string): PlainDate => plainDate(`${String(year)}-${monthAndDay}`);
  return [
    { code: 'new_years_day', date: fixed('01-01') },
    { code: 'good_friday', date: addDays(easter, -2) },
    { code: 'easter_monday', date: addDays(easter, 1) },
    { code: 'ascension_day', date: addDays(easter, 39) },
    { code: 'whit_monday', date: addDays(easter, 50) },
    { code: 'kings_day', date: kingsDay(year) },
    { code: 'liberation_day', date: fixed('05-05') },
    { code: 'christmas_day', date: fixed('12-25') },
    { code: 'boxing_day', date: fixed('12-26') },
  ];
}

const datesByYear = new Map<number, ReadonlyMap<PlainDate, PublicHolidayCode>>();

/** Remembered per year: terms ask this for every day they pass. Of two holidays the later named. */
function datesIn(year: number): ReadonlyMap<PlainDate, PublicHolidayCode> {
  const known = datesByYear.get(year);
  if (known !== undefined) return known;
  const dates = new Map(publicHolidays(year).map(({ code, date }) => [date, code]));
  datesByYear.set(year, dates);
  return dates;
}

/** The holiday a day is, or null. */
export function publicHolidayOn(date: PlainDate): PublicHolidayCode | null {
  return datesIn(yearOf(date)).get(date) ?? null;
}
