import { EXAMPLES, examplesOf, exampleValues } from './examples';
import { OBLIGATIONS } from './obligations';
import { runExample } from './run-example';

describe('every worked example on the pages is what the rules do', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))('%s', (_id, example) => {
    expect(runExample(example)).toEqual(example.expected);
  });

  it('every id is there once, and every example stands under a duty with its article', () => {
    const ids = EXAMPLES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const rows = EXAMPLES.map(({ row }) => row);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    for (const { row, article } of EXAMPLES) {
      const duty = OBLIGATIONS.find((one) => one.row === row);
      expect(duty?.articles.map((one) => one.article)).toContain(article.article);
    }
  });

  it('every duty that is computed whole has an example on both sides', () => {
    for (const { row, computed } of OBLIGATIONS) {
      const examples = examplesOf(row);
      if (computed !== 'whole') continue;
      const outcomes = new Set(examples.map(({ expected }) => JSON.stringify(expected)));
      expect(outcomes.size).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the values for the words of an example come from its own data', () => {
  it.each([
    ['kept-last-day-of-year', { receivedOn: '2024-12-31', keptUntil: '2034-12-31' }],
    ['registration-250', { amount: 25_000, receivedOn: '2025-03-03' }],
    ['cap-group', { amount: 11_000_000, toGo: 1_000_000, receivedOn: '2025-04-04' }],
    ['registration-250-01', { amount: 25_001, receivedOn: '2025-03-03' }],
    [
      'notice-together',
      {
        amount: 1_000_000,
        receivedOn: '2025-04-17',
        enforced: '2025-04-24',
        statutory: '2025-04-23',
      },
    ],
    ['notice-9999-99', { amount: 999_999, receivedOn: '2025-03-07' }],
    ['annual-day-late', { year: 2024, filedOn: '2025-07-01', lastDay: '2025-06-30' }],
    ['annual-not-filed', { year: 2024, lastDay: '2025-06-30' }],
    ['after-no-seat', { year: 2025 }],
    ['candidate-767-11', { year: 2025, amount: 76_711, threshold: 76_712 }],
    ['debt-25000', { amount: 2_500_000, since: '2024-12-15' }],
    ['debt-paid-15-january', { amount: 2_500_000, since: '2024-12-15', paidOn: '2025-01-15' }],
    ['report-never', { amount: 40_000, receivedOn: '2025-11-01', lastDay: '2025-11-10' }],
    [
      'report-day-late',
      {
        amount: 40_000,
        receivedOn: '2025-11-01',
        reportedOn: '2025-11-11',
        lastDay: '2025-11-10',
      },
    ],
  ])('%s', (id, expected) => {
    const example = EXAMPLES.find((one) => one.id === id)!;
    const values = Object.entries(exampleValues(example)).map(([name, value]) => {
      if (value.kind === 'amount') return [name, value.amount];
      return [name, value.kind === 'day' ? value.day : value.number];
    });
    expect(Object.fromEntries(values)).toEqual(expected);
  });
});
