import { contains, overlaps, type Period } from './period';
import { plainDate } from './plain-date';

describe('a period holds its first and its last day', () => {
  it.each([
    ['2024-12-31', false, false],
    ['2025-01-01', true, true],
    ['2025-06-30', true, true],
    ['2025-07-01', false, true],
  ])('%s', (date, closed, open) => {
    const from = plainDate('2025-01-01');
    const day = plainDate(date);
    expect(contains({ from, until: plainDate('2025-06-30') }, day)).toBe(closed);
    expect(contains({ from, until: null }, day)).toBe(open);
  });
});

describe('two periods overlap when one day is in both', () => {
  function period(from: string, until: string | null): Period {
    return { from: plainDate(from), until: until === null ? null : plainDate(until) };
  }

  const HALF_YEAR = period('2025-01-01', '2025-06-30');

  it.each([
    ['2025-06-30', '2025-12-31', true],
    ['2025-07-01', '2025-12-31', false],
    ['2024-01-01', '2025-01-01', true],
    ['2024-01-01', '2024-12-31', false],
    ['2025-03-01', '2025-03-01', true],
    ['2024-01-01', null, true],
    ['2025-07-01', null, false],
  ])('%s to %s with the first half of 2025: %s', (from, until, expected) => {
    expect(overlaps(HALF_YEAR, period(from, until))).toBe(expected);
    expect(overlaps(period(from, until), HALF_YEAR)).toBe(expected);
  });

  it('two periods without end always meet', () => {
    expect(overlaps(period('2013-01-01', null), period('2025-01-01', null))).toBe(true);
    expect(overlaps(period('2025-01-01', null), period('2013-01-01', null))).toBe(true);
  });
});
