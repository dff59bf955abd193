import { plainDate, weekdayOf } from '../kernel/plain-date';
import { easterSunday, publicHolidayOn, publicHolidays } from './public-holidays';

const years = (from: number, until: number): readonly number[] =>
  Array.from({ length: until - from + 1 }, (_, index) => from + index);

const dateOf = (year: number, code: string): string | undefined =>
  publicHolidays(year).find((holiday) => holiday.code === code)?.date;

describe('Atw art. 3: the recognised holidays', () => {
  it('2025 has these', () => {
    expect(publicHolidays(2025)).toEqual([
      { code: 'new_years_day', date: '2025-01-01' },
      { code: 'good_friday', date: '2025-04-18' },
      { code: 'easter_monday', date: '2025-04-21' },
      { code: 'ascension_day', date: '2025-05-29' },
      { code: 'whit_monday', date: '2025-06-09' },
      { code: 'kings_day', date: '2025-04-26' },
      { code: 'liberation_day', date: '2025-05-05' },
      { code: 'christmas_day', date: '2025-12-25' },
      { code: 'boxing_day', date: '2025-12-26' },
    ]);
  });

  it.each([
    ['2024', '2024-04-27', 'saturday'],
    ['2025: the 27th is a Sunday', '2025-04-26', 'saturday'],
    ['2026', '2026-04-27', 'monday'],
    ['2031: the 27th is a Sunday', '2031-04-26', 'saturday'],
  ])("King's Day in %s", (_, date, weekday) => {
    const day = plainDate(date);
    expect(dateOf(Number(date.slice(0, 4)), 'kings_day')).toBe(date);
    expect(weekdayOf(day)).toBe(weekday);
    expect(publicHolidayOn(day)).toBe('kings_day');
  });

  it('Sunday 27 April 2025 is no holiday, the Saturday before it is', () => {
    expect(publicHolidayOn(plainDate('2025-04-27'))).toBeNull();
    expect(publicHolidayOn(plainDate('2025-04-26'))).toBe('kings_day');
  });

  it('5 May counts every year, not only once in five', () => {
    const counted = years(2023, 2045).map((year) => publicHolidayOn(plainDate(`${year}-05-05`)));
    expect(counted).toEqual(years(2023, 2045).map(() => 'liberation_day'));
  });

  it.each([
    '2025-04-17',
    '2025-04-20',
    '2025-05-04',
    '2025-06-08',
    '2025-12-24',
    '2025-12-31',
    '2026-01-02',
  ])('%s is no holiday of art. 3', (date) => {
    expect(publicHolidayOn(plainDate(date))).toBeNull();
  });
});

describe('Easter moves', () => {
  it.each([
    [1961, '1961-04-02'],
    [2038, '2038-04-25'],
    [2100, '2100-03-28'],
    [1900, '1900-04-15'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2013, '2013-03-31'],
    [2014, '2014-04-20'],
    [2015, '2015-04-05'],
    [2016, '2016-03-27'],
    [2017, '2017-04-16'],
    [2018, '2018-04-01'],
    [2019, '2019-04-21'],
    [2020, '2020-04-12'],
    [2021, '2021-04-04'],
    [2022, '2022-04-17'],
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2030, '2030-04-21'],
    [2031, '2031-04-13'],
    [2032, '2032-03-28'],
    [2033, '2033-04-17'],
    [2034, '2034-04-09'],
    [2035, '2035-03-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2106, '2106-04-18'],
    [2133, '2133-04-19'],
  ])('Easter Sunday of %i is %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });
});
