import { plainDate, yearOf, type PlainDate } from '../kernel/plain-date';

/**
 * Days that a royal decree equates with public holidays (Atw art. 3 lid 3). A decree comes about
 * every three years. When the next one appears: add its days and move LAST_SEEDED_YEAR.
 */
export interface EquatedDay {
  readonly date: PlainDate;
  readonly source: string;
}

const FIRST_DECREE = 'Royal decree equating days for 2023 to 2025, by its title';
const SECOND_DECREE = 'Royal decree equating days for 2026 to 2028, by its title';

export const EQUATED_DAYS: readonly EquatedDay[] = [
  { date: plainDate('2023-04-28'), source: FIRST_DECREE },
  { date: plainDate('2023-05-19'), source: FIRST_DECREE },
  { date: plainDate('2024-05-10'), source: FIRST_DECREE },
  { date: plainDate('2024-12-27'), source: FIRST_DECREE },
  { date: plainDate('2025-05-30'), source: FIRST_DECREE },
  { date: plainDate('2026-01-02'), source: SECOND_DECREE },
  { date: plainDate('2026-05-15'), source: SECOND_DECREE },
  { date: plainDate('2027-05-07'), source: SECOND_DECREE },
  { date: plainDate('2028-04-28'), source: SECOND_DECREE },
  { date: plainDate('2028-05-26'), source: SECOND_DECREE },
];

export const FIRST_SEEDED_YEAR = 2023;
export const LAST_SEEDED_YEAR = 2028;

const DATES: ReadonlySet<PlainDate> = new Set(EQUATED_DAYS.map(({ date }) => date));

export function isEquatedDay(date: PlainDate): boolean {
  return DATES.has(date);
}

/**
 * Codes that say between which years the calendar is complete. A term that touches another year
 * may end later than computed, because its equated days are not known.
 */
export function calendarWarnings(first: PlainDate, last: PlainDate): readonly string[] {
  const warnings: string[] = [];
  if (yearOf(first) < FIRST_SEEDED_YEAR) {
    warnings.push(`equated_days_unknown_before_${String(FIRST_SEEDED_YEAR)}`);
  }
  if (yearOf(last) > LAST_SEEDED_YEAR) {
    warnings.push(`equated_days_unknown_after_${String(LAST_SEEDED_YEAR)}`);
  }
  return warnings;
}
