import { EXAMPLES, examplesOf } from './examples';
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
