import {
  euro,
  euroCents,
  exceeds,
  excessOver,
  minus,
  reaches,
  smallest,
  sum,
  ZERO,
} from './euro-cents';

describe('euro cents', () => {
  it('euro(10 000) is 1 000 000 cents', () => {
    expect(euro(10_000)).toBe(1_000_000);
    expect(euroCents(1)).toBe(1);
    expect(ZERO).toBe(0);
  });

  it.each([0.5, 100.1, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])(
    '%d is not whole cents',
    (cents) => {
      expect(() => euroCents(cents)).toThrow(`${String(cents)} is not whole cents`);
    },
  );

  it('half cents are refused in euros too', () => {
    expect(euro(12.34)).toBe(1_234);
    expect(() => euro(0.005)).toThrow(RangeError);
  });

  it('sums and differences are exact', () => {
    expect(sum([])).toBe(0);
    expect(sum([euroCents(10), euroCents(20), euroCents(-5)])).toBe(25);
    expect(minus(euro(1), euroCents(1))).toBe(99);
    expect(minus(euroCents(1), euro(1))).toBe(-99);
  });

  it('the smallest of two', () => {
    expect(smallest(euro(1), euro(2))).toBe(euro(1));
    expect(smallest(euro(2), euro(1))).toBe(euro(1));
    expect(smallest(euro(1), euro(1))).toBe(euro(1));
  });
});

describe('"EUR 10 000 of meer" takes in the amount itself, "meer dan" does not', () => {
  it.each([
    ['just under', 999_999, false, false, 0],
    ['exactly', 1_000_000, true, false, 0],
    ['just over', 1_000_001, true, true, 1],
  ])('%s', (_, cents, reached, exceeded, excess) => {
    expect(reaches(euroCents(cents), euro(10_000))).toBe(reached);
    expect(exceeds(euroCents(cents), euro(10_000))).toBe(exceeded);
    expect(excessOver(euroCents(cents), euro(10_000))).toBe(excess);
  });
});
