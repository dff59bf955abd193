import { type EuroCents } from '../../legal/kernel/euro-cents';
import {
  dayOfMonth,
  monthOf,
  plainDate,
  type PlainDate,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../../legal/kernel/plain-date';
import { type Language } from './language';

/*
 * The only place where an amount or a day becomes text for people. Written out instead of left to
 * Intl, so that a page reads the same on every machine and with every version of ICU.
 */

const NO_BREAK_SPACE = '\u00a0';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const DUTCH_WEEKDAYS: Readonly<Record<Weekday, string>> = {
  monday: 'maandag',
  tuesday: 'dinsdag',
  wednesday: 'woensdag',
  thursday: 'donderdag',
  friday: 'vrijdag',
  saturday: 'zaterdag',
  sunday: 'zondag',
};

function grouped(whole: number, separator: string): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** 450000 gives "€ 4.500,00" (nl, with a no-break space) or "€4,500.00" (en). */
export function formatEuro(amount: EuroCents, language: Language): string {
  const cents = Math.abs(amount);
  const whole = Math.trunc(cents / 100);
  const rest = String(cents % 100).padStart(2, '0');
  const sign = amount < 0 ? '-' : '';
  return language === 'nl'
    ? `€${NO_BREAK_SPACE}${sign}${grouped(whole, '.')},${rest}`
    : `${sign}€${grouped(whole, ',')}.${rest}`;
}

/** "10.000,00" (nl) or "10,000.00" (en): the amount as a person would type it in a form. */
export function formatAmountInput(amount: EuroCents, language: Language): string {
  return formatEuro(amount, language).replace(`€${NO_BREAK_SPACE}`, '').replace('€', '');
}

/** A count or another whole number: "12.345" (nl) or "12,345" (en). */
export function formatCount(count: number, language: Language): string {
  const sign = count < 0 ? '-' : '';
  return `${sign}${grouped(Math.abs(Math.trunc(count)), language === 'nl' ? '.' : ',')}`;
}

/** "24 april 2025" (nl) or "24 April 2025" (en). */
export function formatDay(day: PlainDate, language: Language): string {
  const month = MONTHS[language][monthOf(day) - 1] ?? '';
  return `${String(dayOfMonth(day))} ${month} ${String(yearOf(day))}`;
}

/** "donderdag" (nl) or "Thursday" (en). */
export function formatWeekday(day: PlainDate, language: Language): string {
  const weekday = weekdayOf(day);
  return language === 'nl'
    ? DUTCH_WEEKDAYS[weekday]
    : weekday.slice(0, 1).toUpperCase() + weekday.slice(1);
}

/** "donderdag 24 april 2025" (nl) or "Thursday 24 April 2025" (en). */
export function formatLongDay(day: PlainDate, language: Language): string {
  return `${formatWeekday(day, language)} ${formatDay(day, language)}`;
}

/** "24-04-2025" in both languages: the day as it is typed in a form. */
export function formatDayInput(day: PlainDate): string {
  return `${day.slice(8, 10)}-${day.slice(5, 7)}-${day.slice(0, 4)}`;
}

const AMSTERDAM = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The parts of a moment as a clock in the Netherlands shows it. */
function partsOf(instant: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const part = new Map(
    AMSTERDAM.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return (type) => part.get(type) ?? '';
}

/**
 * The day in the Netherlands on which a moment fell.
 *
 * @param instant ISO 8601 in UTC, such as `tx.now` gives.
 */
export function dayInNetherlands(instant: string): PlainDate {
  const of = partsOf(instant);
  return plainDate(`${of('year')}-${of('month')}-${of('day')}`);
}

/**
 * The time of day in the Netherlands: "09.14 uur" (nl) or "09:14" (en).
 *
 * @param instant ISO 8601 in UTC, such as `tx.now` gives.
 */
export function formatTime(instant: string, language: Language): string {
  const of = partsOf(instant);
  return language === 'nl' ? `${of('hour')}.${of('minute')} uur` : `${of('hour')}:${of('minute')}`;
}

/**
 * A moment in the Netherlands: "25 april 2025, 09.14 uur" (nl) or "25 April 2025, 09:14" (en).
 *
 * @param instant ISO 8601 in UTC, such as `tx.now` gives.
 */
export function formatMoment(instant: string, language: Language): string {
  const of = partsOf(instant);
  const month = MONTHS[language][Number(of('month')) - 1] ?? '';
  const day = `${String(Number(of('day')))} ${month} ${of('year')}`;
  return language === 'nl'
    ? `${day}, ${of('hour')}.${of('minute')} uur`
    : `${day}, ${of('hour')}:${of('minute')}`;
}
