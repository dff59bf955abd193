import fc from 'fast-check';
import { addDays, plainDate } from '../kernel/plain-date';
import { workingDaysBetween } from '../testing/working-days-between';
import { calendarWarnings, EQUATED_DAYS, isEquatedDay } from './equated-days';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  onOrAfterWorkingDay,
  restReason,
} from './working-days';

const anyDay = fc
  .integer({ min: 0, max: 8400 })
  .map((days) => addDays(plainDate('2023-01-01'), days));

describe('Atw art. 3 lid 3: days equated with holidays', () => {
  it('are those of the decrees for 2023 to 2028', () => {
    expect(EQUATED_DAYS.map(({ date }) => date)).toEqual([
      '2023-04-28',
      '2023-05-19',
      '2024-05-10',
      '2024-12-27',
      '2025-05-30',
      '2026-01-02',
      '2026-05-15',
      '2027-05-07',
      '2028-04-28',
      '2028-05-26',
    ]);
    expect(EQUATED_DAYS.every(({ date }) => isEquatedDay(date))).toBe(true);
    expect(isEquatedDay(plainDate('2024-05-17'))).toBe(false);
  });

  it('every one is an ordinary Friday or other weekday made free, with its source', () => {
    for (const { date, source } of EQUATED_DAYS) {
      expect(restReason(date)).toBe('equated_day');
      expect(source).toContain('decree');
    }
  });

  it.each([
    ['2022-12-31', '2023-01-04', ['equated_days_unknown_before_2023']],
    ['2023-01-01', '2028-12-31', []],
    ['2028-12-29', '2029-01-01', ['equated_days_unknown_after_2028']],
    [
      '2022-12-31',
      '2029-01-01',
      ['equated_days_unknown_before_2023', 'equated_days_unknown_after_2028'],
    ],
  ])('a term from %s to %s warns: %j', (from, until, warnings) => {
    expect(calendarWarnings(plainDate(from), plainDate(until))).toEqual(warnings);
  });
});

describe('a working day is no Saturday, Sunday or recognised holiday', () => {
  it.each([
    ['2025-04-17', null],
    ['2025-04-18', 'good_friday'],
    ['2025-04-19', 'saturday'],
    ['2025-04-20', 'sunday'],
    ['2025-04-21', 'easter_monday'],
    ['2025-04-26', 'kings_day'],
    ['2025-04-27', 'sunday'],
    ['2025-04-28', null],
    ['2025-05-30', 'equated_day'],
    ['2027-12-25', 'christmas_day'],
  ])('%s: %s', (date, reason) => {
    expect(restReason(plainDate(date))).toBe(reason);
    expect(isWorkingDay(plainDate(date))).toBe(reason === null);
  });

  it('the next one after Maundy Thursday 2025 is the Tuesday after Easter', () => {
    expect(nextWorkingDay(plainDate('2025-04-17'))).toBe('2025-04-22');
    expect(onOrAfterWorkingDay(plainDate('2025-04-18'))).toBe('2025-04-22');
    expect(onOrAfterWorkingDay(plainDate('2025-04-17'))).toBe('2025-04-17');
  });

  it('counting working days: the day itself is day zero', () => {
    expect(addWorkingDays(plainDate('2025-04-17'), 0)).toBe('2025-04-17');
    expect(addWorkingDays(plainDate('2025-04-17'), 1)).toBe('2025-04-22');
    expect(addWorkingDays(plainDate('2025-04-19'), 1)).toBe('2025-04-22');
    expect(workingDaysBetween(plainDate('2025-04-17'), plainDate('2025-04-21'))).toBe(0);
    expect(workingDaysBetween(plainDate('2025-04-17'), plainDate('2025-04-22'))).toBe(1);
    expect(workingDaysBetween(plainDate('2025-04-17'), plainDate('2025-04-17'))).toBe(0);
  });

  it('adding working days and counting them again gives the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (date, count) => {
        expect(workingDaysBetween(date, addWorkingDays(date, count))).toBe(count);
      }),
    );
  });
});
