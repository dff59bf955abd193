import { contains } from './period';
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
