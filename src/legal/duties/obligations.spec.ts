import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_2026_1 } from '../fines/example-2026-1';
import { isFineableRule } from '../fines/fineable';
import { FINEABLE_PROVISIONS, isFineableProvision } from '../fines/provisions';
import { type LawReference, printReference } from '../kernel/law-reference';
import { plainDate } from '../kernel/plain-date';
import { parameter } from '../parameters';
import { wfpp } from './obligation';
import { OBLIGATIONS, obligationOf, obligationsWatchedBy } from './obligations';

function row(number: number) {
  return OBLIGATIONS.find((one) => one.row === number)!;
}

describe('the table of duties, law.md section 2', () => {
  it('has the rows 1 to 23 in order, each with a code of its own', () => {
    expect(OBLIGATIONS.map((one) => one.row)).toEqual(
      Array.from({ length: 23 }, (_, index) => index + 1),
    );
    const codes = OBLIGATIONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(23);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('can be found by code and by rule', () => {
    expect(obligationOf('cap')?.row).toBe(17);
    expect(obligationOf('nothing')).toBeNull();
    expect(obligationsWatchedBy('WFPP-29-1').map((one) => one.row)).toEqual([13, 14]);
    expect(obligationsWatchedBy('WFPP-21-1').map((one) => one.row)).toEqual([3]);
  });

  it('every rule that can be fined watches a duty', () => {
    for (const rule of Object.keys(EXAMPLE_2026_1.base)) {
      expect(isFineableRule(rule as 'WFPP-33')).toBe(true);
      expect(obligationsWatchedBy(rule as 'WFPP-33').length).toBeGreaterThan(0);
    }
    expect(obligationsWatchedBy('WFPP-34')).toHaveLength(1);
  });

  it('a duty without a rule says that it cannot be computed in full', () => {
    const unwatched = OBLIGATIONS.filter(({ rules }) => rules.length === 0);
    expect(unwatched.map((one) => [one.row, one.computed])).toEqual([
      [1, 'not'],
      [2, 'part'],
      [10, 'not'],
      [21, 'not'],
      [22, 'part'],
    ]);
  });

  it('every threshold and term is a parameter that is known today, and has a page', () => {
    const today = plainDate('2026-07-01');
    for (const { thresholds, deadline, pages } of OBLIGATIONS) {
      for (const key of [...thresholds, ...deadline.parameters])
        expect(parameter(key, today)).not.toBe('unknown');
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) expect(page).toMatch(/^\/[a-z]+$/);
    }
  });
});

describe('what can be fined of each duty (art. 37 lid 1)', () => {
  it('the places that are named are in the list, those that are left out are not', () => {
    for (const { fineable, notFineable } of OBLIGATIONS) {
      expect(fineable.filter((place) => !isFineableProvision(place))).toEqual([]);
      expect(notFineable.filter(isFineableProvision)).toEqual([]);
    }
  });

  it('every place of the list stands under a duty', () => {
    const named = OBLIGATIONS.flatMap(({ fineable }) => fineable.map(printReference));
    for (const provision of FINEABLE_PROVISIONS)
      expect(named.some((place) => place.startsWith(printReference(provision)))).toBe(true);
  });

  it.each([
    [2, []],
    [8, ['25 1 a', '25 1 b', '25 1 c', '25 1 d', '25 2']],
    [12, ['28a 1', '28a 2']],
    [15, ['30 2 a', '30 2 b']],
    [20, []],
    [21, []],
    [22, []],
  ])('row %i: %j', (number, places) => {
    expect(row(number).fineable).toEqual(places.map(wfpp));
  });

  it('25 lid 1 onder e, 28 lid 1 onder c, 29 lid 6, 30 lid 2 onder c and 34 are left out', () => {
    const leftOut = [8, 11, 12, 13, 15, 20].flatMap((number) =>
      row(number).notFineable.map(printReference),
    );
    expect(leftOut).toEqual([
      'Wfpp art. 25 lid 1 onder e',
      'Wfpp art. 25 lid 3',
      'Wfpp art. 28 lid 1 onder c',
      'Wfpp art. 29 lid 6',
      'Wfpp art. 29 lid 6',
      'Wfpp art. 30 lid 2 onder c',
      'Wfpp art. 34',
    ]);
  });
});

describe('who a duty binds, and how its last day is found', () => {
  it.each([
    [9, ['party', 'affiliate', 'split_off']],
    [12, ['party', 'affiliate', 'split_off']],
    [14, ['candidate']],
    [16, ['blank_list']],
    [18, ['affiliate', 'candidate']],
    [19, ['new_association']],
    [23, ['split_off']],
  ])('row %i binds %j', (number, actors) => {
    expect(row(number).who).toEqual(actors);
  });

  it('what is counted back or fixed never moves; what runs on does', () => {
    const rowsOf = (kind: string): readonly number[] =>
      OBLIGATIONS.filter(({ deadline }) => deadline.kind === kind).map((one) => one.row);
    expect(rowsOf('runs_on')).toEqual([9, 12, 18]);
    expect(rowsOf('counted_back')).toEqual([11, 13, 14, 16, 19]);
    expect(rowsOf('fixed_date')).toEqual([8, 15, 22]);
    expect(rowsOf('always')).toEqual([1, 2, 20]);
    expect(rowsOf('no_term')).toEqual([3, 4, 5, 6, 7, 21]);
    expect(rowsOf('as_soon_as_possible')).toEqual([17]);
    expect(rowsOf('on_request')).toEqual([10]);
    expect(rowsOf('of_a_party')).toEqual([23]);
  });

  it('what the Minister publishes, and by when', () => {
    const rowsOf = (kind: string): readonly number[] =>
      OBLIGATIONS.filter(({ publication }) => publication === kind).map((one) => one.row);
    expect(rowsOf('day_7_before_polling')).toEqual([11, 13, 16, 19]);
    expect(rowsOf('two_months_after_polling')).toEqual([12]);
    expect(rowsOf('register')).toEqual([9]);
    expect(rowsOf('by_whoever_owes_it')).toEqual([20]);
    expect(rowsOf('no_term')).toEqual([5, 8, 15, 22, 23]);
  });
});

describe('a place in the Act, written short', () => {
  it.each([
    ['25 1 a', { law: 'Wfpp', article: '25', paragraph: '1', part: 'a' }],
    ['25a 2', { law: 'Wfpp', article: '25a', paragraph: '2' }],
    ['33', { law: 'Wfpp', article: '33' }],
  ])('%s', (written, place) => {
    expect(wfpp(written)).toEqual(place);
  });
});

describe('law file 2, row by row', () => {
  const text = readFileSync(join(__dirname, 'obligations.vectors.json'), 'utf8');
  const written = (JSON.parse(text) as { obligations: readonly { row: number; code: string }[] })
    .obligations;
  const places = (references: readonly LawReference[]): readonly string[] =>
    references.map((reference) => printReference(reference).replace('Wfpp art. ', ''));

  it.each(written.map((obligation) => [obligation.row, obligation.code, obligation] as const))(
    'row %i, %s',
    (number, _, obligation) => {
      const { articles, fineable, notFineable, pages, ...rest } = row(number);
      expect(pages).not.toEqual([]);
      expect({
        ...rest,
        articles: places(articles),
        fineable: places(fineable),
        notFineable: places(notFineable),
      }).toEqual(obligation);
    },
  );
});
