import Holidays from 'date-holidays';
import { publicHolidays } from './public-holidays';

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

describe('the movable holidays agree with an independent calendar', () => {
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
