import fc from 'fast-check';
import { euro, euroCents, type EuroCents } from './euro-cents';
import {
  add,
  compare,
  dividedBy,
  fraction,
  roundHalfUp,
  shareByLargestRemainder,
  subtract,
  times,
  toEuroCents,
  type Fraction,
} from './fraction';

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([above, below]) => fraction(above, below));

describe('a fraction is exact', () => {
  it.each([
    ['2/4 is 1/2', fraction(2, 4), 1n, 2n],
    ['1/-2 is -1/2', fraction(1, -2), -1n, 2n],
    ['-1/-2 is 1/2', fraction(-1, -2), 1n, 2n],
    ['-6/4 is -3/2', fraction(-6, 4), -3n, 2n],
    ['0/5 is 0', fraction(0, 5), 0n, 1n],
    ['0/-5 is 0', fraction(0, -5), 0n, 1n],
    ['7 is 7/1', fraction(7), 7n, 1n],
  ])('%s', (_, value, numerator, denominator) => {
    expect(value).toEqual({ numerator, denominator });
  });

  it('zero below the line is a fault', () => {
    expect(() => fraction(1, 0)).toThrow('zero below the line');
    expect(() => dividedBy(fraction(1), fraction(0))).toThrow(RangeError);
  });

  it('1/3 + 1/6 = 1/2, 1/2 - 1/3 = 1/6, 2/3 x 3/4 = 1/2, 1/2 : 3/4 = 2/3', () => {
    expect(add(fraction(1, 3), fraction(1, 6))).toEqual(fraction(1, 2));
    expect(subtract(fraction(1, 2), fraction(1, 3))).toEqual(fraction(1, 6));
    expect(times(fraction(2, 3), fraction(3, 4))).toEqual(fraction(1, 2));
    expect(dividedBy(fraction(1, 2), fraction(3, 4))).toEqual(fraction(2, 3));
    expect(dividedBy(fraction(1, 2), fraction(-3, 4))).toEqual(fraction(-2, 3));
  });

  it('compares without rounding', () => {
    expect(compare(fraction(1, 3), fraction(333_333, 1_000_000))).toBe(1);
    expect(compare(fraction(333_333, 1_000_000), fraction(1, 3))).toBe(-1);
    expect(compare(fraction(2, 6), fraction(1, 3))).toBe(0);
  });

  it('what is added can be taken away, what is multiplied divided', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(dividedBy(times(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
      }),
    );
  });
});

describe('decision D15: rounded half up, only at the end', () => {
  it.each([
    ['1/2', fraction(1, 2), 1n],
    ['just under a half', fraction(499_999, 1_000_000), 0n],
    ['3/2', fraction(3, 2), 2n],
    ['-1/2', fraction(-1, 2), 0n],
    ['-3/2', fraction(-3, 2), -1n],
    ['just under -1/2', fraction(-500_001, 1_000_000), -1n],
    ['5', fraction(5), 5n],
    ['-5', fraction(-5), -5n],
  ])('%s', (_, value, expected) => {
    expect(roundHalfUp(value)).toBe(expected);
  });

  it('is never more than half away', () => {
    const half = (value: Fraction) => {
      const distance = subtract(fraction(roundHalfUp(value)), value);
      return compare(distance, fraction(1, 2)) <= 0 && compare(distance, fraction(-1, 2)) > 0;
    };
    fc.assert(fc.property(anyFraction, half));
  });

  it('subsidy of 25 000 of 350 000 members from a pool of 3 151 769 is 225 126.36', () => {
    const pool = times(fraction(euro(3_151_769)), fraction(25_000, 350_000));
    expect(toEuroCents(pool)).toBe(22_512_636);
  });

  it('an amount beyond exact integers is a fault', () => {
    expect(() => toEuroCents(fraction(2n ** 60n))).toThrow(RangeError);
  });
});

describe('Wfpp art. 29b lid 2: what is over the cap goes back in proportion', () => {
  it.each([
    ['C3', 10_000, [60_000, 50_000], [5_454.55, 4_545.45]],
    ['C4', 25_000, [70_000, 30_000, 25_000], [14_000, 6_000, 5_000]],
    ['C5', 1_000, [99_000, 2_000], [980.2, 19.8]],
    ['C6', 38_860.24, [95_000, 43_860.24], [26_585.89, 12_274.35]],
  ])('%s: %d over %j is %j', (_, excess, received, returned) => {
    const cents = (euros: number): EuroCents => euroCents(Math.round(euros * 100));
    expect(shareByLargestRemainder(cents(excess), received.map(cents))).toEqual(
      returned.map(cents),
    );
  });

  it('equal remainders: the last cent goes to the largest share, wherever it stands', () => {
    expect(shareByLargestRemainder(euroCents(1), [1, 1])).toEqual([1, 0]);
    expect(shareByLargestRemainder(euroCents(2), [1, 3])).toEqual([0, 2]);
    expect(shareByLargestRemainder(euroCents(2), [3, 1])).toEqual([2, 0]);
    expect(shareByLargestRemainder(euroCents(10), [1, 2, 1])).toEqual([3, 5, 2]);
  });

  it('the largest remainder goes before the largest share', () => {
    expect(shareByLargestRemainder(euroCents(10), [64, 36])).toEqual([6, 4]);
  });

  it('nothing is shared as nothing, a weight of zero gets nothing', () => {
    expect(shareByLargestRemainder(euroCents(0), [0, 0])).toEqual([0, 0]);
    expect(shareByLargestRemainder(euroCents(0), [])).toEqual([]);
    expect(shareByLargestRemainder(euroCents(100), [0, 7])).toEqual([0, 100]);
  });

  it('refuses what cannot be shared', () => {
    expect(() => shareByLargestRemainder(euroCents(1), [0])).toThrow('weights that are all zero');
    expect(() => shareByLargestRemainder(euroCents(1), [])).toThrow('weights that are all zero');
    expect(() => shareByLargestRemainder(euroCents(-1), [1])).toThrow('below zero');
    expect(() => shareByLargestRemainder(euroCents(1), [2, -1])).toThrow('below zero');
  });

  const anyAmount = fc.integer({ min: 0, max: 10 ** 12 }).map(euroCents);
  const anyWeights = fc
    .array(fc.integer({ min: 0, max: 10 ** 10 }), { minLength: 1, maxLength: 12 })
    .filter((weights) => weights.some((weight) => weight > 0));

  it('the parts are together exactly the amount', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        const parts = shareByLargestRemainder(total, weights);
        expect(parts.reduce<number>((so, part) => so + part, 0)).toBe(total);
      }),
    );
  });

  it('no part is a whole cent away from its exact share', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        const all = weights.reduce((so, weight) => so + BigInt(weight), 0n);
        shareByLargestRemainder(total, weights).forEach((part, index) => {
          const exact = fraction(BigInt(total) * BigInt(weights[index] ?? 0), all);
          const distance = subtract(fraction(part), exact);
          expect(compare(distance, fraction(1))).toBe(-1);
          expect(compare(distance, fraction(-1))).toBe(1);
        });
      }),
    );
  });

  it('a larger share never gets less than a smaller one', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        const parts = shareByLargestRemainder(total, weights);
        const bySize = weights
          .map((weight, index) => ({ weight, part: parts[index] ?? 0 }))
          .toSorted((a, b) => a.weight - b.weight || a.part - b.part);
        bySize.forEach(({ part }, index) => {
          expect(part).toBeGreaterThanOrEqual(bySize[index - 1]?.part ?? 0);
        });
      }),
    );
  });
});
