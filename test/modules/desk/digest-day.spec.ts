import { plainDate } from '../../../src/legal/kernel/plain-date';
import { nextDigestDay } from '../../../src/modules/desk/application/digest-day';

describe('The next day of a digest', () => {
  // 20 October 2025 is a Monday.
  it.each([
    ['off', 1, '2025-10-20', null],
    ['daily', 1, '2025-10-20', '2025-10-21'],
    ['weekly, the next day', 2, '2025-10-20', '2025-10-21'],
    ['weekly, a week from now', 1, '2025-10-20', '2025-10-27'],
    ['weekly, on Sunday', 7, '2025-10-20', '2025-10-26'],
    ['weekly, over the end of the year', 5, '2025-12-27', '2026-01-02'],
  ])('%s', (rhythm, weekday, after, expected) => {
    const choice = { rhythm: rhythm.split(',')[0] as 'off' | 'daily' | 'weekly', weekday };
    expect(nextDigestDay(choice, plainDate(after))).toBe(expected);
  });
});
