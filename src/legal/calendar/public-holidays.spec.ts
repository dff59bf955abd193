import Holidays from 'date-holidays';
import { plainDate, weekdayOf } from '../kernel/plain-date';
import { easterSunday, publicHolidayOn, publicHolidays } from './public-holidays';

const years = (from: number, until: number): readonly number[] =>
  Array.from({ length: until - from + 1 }, (_, index) => from + index);

const MOVING_FEASTS = {
  good_friday: 'Goede Vrijdag',
  easter_monday: 'Tweede paasdag',
  ascension_day: 'Hemelvaartsdag',
  whit_monday: 'Tweede pinksterdag',
};

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

describe('the movable holidays agree with an independent calendar', () => {
  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2038, '2038-04-25'],
    [2100, '2100-03-28'],
  ])('Easter Sunday of %i is %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it.each([
    ['the feasts that move with Easter', 2014, 2099, MOVING_FEASTS],
    ["King's Day", 2014, 2050, { kings_day: 'Koningsdag' }],
  ])('%s, every year from %i to %i', (_, from, until, names) => {
    const oracle = new Holidays('NL');
    for (const year of years(from, until)) {
      const theirs = oracle.getHolidays(year);
      for (const [code, name] of Object.entries(names)) {
        const date = theirs.find((holiday) => holiday.name === name)?.date.slice(0, 10);
        expect([code, dateOf(year, code)]).toEqual([code, date]);
      }
    }
  });
});
