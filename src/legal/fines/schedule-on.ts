import { type PlainDate } from '../kernel/plain-date';
import { type FineSchedule } from './fine-schedule';
import { EXAMPLE_2026_1 } from './example-2026-1';

const SHIPPED: readonly FineSchedule[] = [EXAMPLE_2026_1];

/** The schedule in force on a day, or 'unknown' when none is (D19). Later ones go before. */
export function fineScheduleOn(
  date: PlainDate,
  schedules: readonly FineSchedule[] = SHIPPED,
): FineSchedule | 'unknown' {
  const begun = schedules.filter(({ from }) => from <= date);
  return begun.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1) ?? 'unknown';
}
