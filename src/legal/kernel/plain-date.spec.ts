import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  isLeapYear,
  isPlainDate,
  monthOf,
  plainDate,
  weekdayOf,
  yearOf,
} from './plain-date';

/** Any day of the years 1950 to 2150, so that a hundred years either way still exist. */
const anyDay = fc
  .integer({ min: 0, max: 73_000 })
  .map((days) => addDays(plainDate('1950-01-01'), days));
const anyShift = fc.integer({ min: -15_000, max: 15_000 });

describe('a plain date', () => {
  it.each(['1900-01-01', '2024-02-29', '2000-02-29', '2025-12-31', '2199-12-31'])(
    '%s is a real day',
    (text) => {
      expect(isPlainDate(text)).toBe(true);
      expect(plainDate(text)).toBe(text);
    },
  );

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '1899-12-31',
    '2200-01-01',
    '2025-1-1',
    '25-01-01',
    '01-01-2025',
    ' 2025-01-01',
    '2025-01-01 ',
    '2025-01-01T00:00',
    '02025-01-01',
    '',
  ])('"%s" is not', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(`"${text}" is not a day written YYYY-MM-DD`);
  });

  it('gives its year, month and day', () => {
    const date = plainDate('2025-04-17');
    expect([yearOf(date), monthOf(date), dayOfMonth(date)]).toEqual([2025, 4, 17]);
  });
});

describe('leap years', () => {
  it.each([
    [1900, false],
    [2000, true],
    [2023, false],
    [2024, true],
    [2100, false],
  ])('%i: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
    const days = daysBetween(plainDate(`${year}-01-01`), plainDate(`${year + 1}-01-01`));
    expect(days).toBe(leap ? 366 : 365);
  });

  it('the months of a year have their days', () => {
    const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    expect(months.map((month) => daysInMonth(2025, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(daysInMonth(2025, 13)).toBe(0);
  });
});

describe('the day of the week', () => {
  it.each([
    ['1900-01-01', 'monday'],
    ['1945-05-05', 'saturday'],
    ['2000-01-01', 'saturday'],
    ['2000-02-29', 'tuesday'],
    ['2023-01-01', 'sunday'],
    ['2025-04-17', 'thursday'],
    ['2025-10-29', 'wednesday'],
    ['2024-03-01', 'friday'],
    ['2100-03-01', 'monday'],
  ])('%s is a %s', (date, weekday) => {
    expect(weekdayOf(plainDate(date))).toBe(weekday);
  });
});

describe('adding days and months', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2025-02-28', 1, '2025-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2025-04-17', 0, '2025-04-17'],
    ['2020-02-03', 91, '2020-05-04'],
    ['1902-12-31', 1, '1903-01-01'],
    ['2000-12-30', 1, '2000-12-31'],
  ])('%s + %i days is %s', (date, days, expected) => {
    expect(addDays(plainDate(date), days)).toBe(expected);
    expect(daysBetween(plainDate(date), plainDate(expected))).toBe(days);
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-28', 1, '2025-02-28'],
    ['2025-03-31', 1, '2025-04-30'],
    ['2025-10-29', 1, '2025-11-29'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-11-30', 1, '2025-12-30'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-10-01', -6, '2025-04-01'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-03-12', 60, '2030-03-12'],
  ])('%s + %i months is %s', (date, months, expected) => {
    expect(addMonths(plainDate(date), months)).toBe(expected);
  });

  it('a day outside the years 1900 to 2199 is a fault, never a wrong day', () => {
    expect(() => addDays(plainDate('2199-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(plainDate('1900-01-01'), -1)).toThrow(RangeError);
  });

  it('going forth and back leads to the same day', () => {
    fc.assert(
      fc.property(anyDay, anyShift, (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('the days between a day and the same day plus n are n', () => {
    fc.assert(
      fc.property(anyDay, anyShift, (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('text order is date order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  it('every seventh day is the same day of the week, and the next day is another', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
        expect(weekdayOf(addDays(date, 1))).not.toBe(weekdayOf(date));
      }),
    );
  });

  it('a month later is the same day of the next month, or its last day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const later = addMonths(date, 1);
        const month = (monthOf(date) % 12) + 1;
        expect(monthOf(later)).toBe(month);
        expect(dayOfMonth(later)).toBe(
          Math.min(dayOfMonth(date), daysInMonth(yearOf(later), month)),
        );
      }),
    );
  });
});
