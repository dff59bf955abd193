import { addDays, addMonths, daysBetween, type PlainDate } from '../kernel/plain-date';
import { calendarWarnings } from './equated-days';
import { addWorkingDays, onOrAfterWorkingDay } from './working-days';

export type TermUnit = 'hours' | 'days' | 'weeks' | 'months' | 'years';

/** A term as the law words it. A term in hours has no last day that a calendar can tell. */
export interface TermLength<Unit extends TermUnit = Exclude<TermUnit, 'hours'>> {
  readonly count: number;
  readonly unit: Unit;
}

/** Atw art. 2 asks for two working days in every term of three days or more. */
const SHORTEST_TERM_WITH_WORKING_DAYS = 3;
const WORKING_DAYS_IN_A_TERM = 2;

/** Atw art. 4 onder a: longer terms, and terms in hours or years, are left as they are. */
const LONGEST_EXTENDED = { hours: 0, days: 90, weeks: 12, months: 3, years: 0 } as const;

/** False for terms in hours, of more than 90 days, 12 weeks or 3 months, and in years (Atw art. 4). */
export function termsActApplies(length: TermLength<TermUnit>): boolean {
  return length.count <= LONGEST_EXTENDED[length.unit];
}

/** A term that runs from the day after an event up to and including its last day. */
export interface ForwardTerm {
  readonly lastDay: PlainDate;
  /** The last day before the Algemene termijnenwet is applied. */
  readonly naiveLastDay: PlainDate;
  readonly lengthenedBy: readonly ('atw_2' | 'atw_1')[];
  readonly termsActApplies: boolean;
  readonly warnings: readonly string[];
}

function naiveLastDay(event: PlainDate, { count, unit }: TermLength): PlainDate {
  switch (unit) {
    case 'days':
      return addDays(event, count);
    case 'weeks':
      return addDays(event, 7 * count);
    case 'months':
      return addMonths(event, count);
    case 'years':
      return addMonths(event, 12 * count);
  }
}

/** Atw art. 2, before art. 1: the term grows until it holds two working days. */
function withTwoWorkingDays(event: PlainDate, lastDay: PlainDate): PlainDate {
  if (daysBetween(event, lastDay) < SHORTEST_TERM_WITH_WORKING_DAYS) return lastDay;
  const secondWorkingDay = addWorkingDays(event, WORKING_DAYS_IN_A_TERM);
  return secondWorkingDay > lastDay ? secondWorkingDay : lastDay;
}

/** The term after an event, with Atw arts. 1 lid 1, 2 and 4. The day of the event is day zero. */
export function termAfter(event: PlainDate, length: TermLength): ForwardTerm {
  const naive = naiveLastDay(event, length);
  if (!termsActApplies(length)) {
    return {
      lastDay: naive,
      naiveLastDay: naive,
      lengthenedBy: [],
      termsActApplies: false,
      warnings: [],
    };
  }
  const grown = withTwoWorkingDays(event, naive);
  const lastDay = onOrAfterWorkingDay(grown);
  return {
    lastDay,
    naiveLastDay: naive,
    lengthenedBy: [
      ...(grown === naive ? [] : (['atw_2'] as const)),
      ...(lastDay === grown ? [] : (['atw_1'] as const)),
    ],
    termsActApplies: true,
    warnings: calendarWarnings(event, lastDay),
  };
}
