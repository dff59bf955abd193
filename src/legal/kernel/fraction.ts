import { euroCents, type EuroCents } from './euro-cents';

/** An exact number in lowest terms; the denominator is always above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** @throws RangeError for a denominator of zero. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [above, below] = [BigInt(numerator), BigInt(denominator)];
  if (below === 0n) throw new RangeError('a fraction cannot have zero below the line');
  const divisor = greatestCommonDivisor(above, below);
  const sign = below / divisor < 0n ? -1n : 1n;
  return { numerator: (sign * above) / divisor, denominator: (sign * below) / divisor };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when `b` is zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative when `a` is the smaller, zero when equal, positive when `a` is the larger. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function floorDivide(above: bigint, below: bigint): bigint {
  const quotient = above / below;
  return above % below < 0n ? quotient - 1n : quotient;
}

/** To the nearest whole number; exactly half goes up: 1/2 is 1 and -1/2 is 0. */
export function roundHalfUp(value: Fraction): bigint {
  return floorDivide(2n * value.numerator + value.denominator, 2n * value.denominator);
}

/**
 * A fraction counted in cents, rounded half up to whole cents (decisions.md D15).
 * @throws RangeError beyond exact integers.
 */
export function toEuroCents(cents: Fraction): EuroCents {
  return euroCents(Number(roundHalfUp(cents)));
}

interface Share {
  readonly index: number;
  readonly weight: bigint;
  readonly whole: bigint;
  readonly remainder: bigint;
}

/** Largest remainder first, then the larger share; of equals the one named first, by stable sort. */
function byClaimOnACent(a: Share, b: Share): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  if (a.weight !== b.weight) return a.weight > b.weight ? -1 : 1;
  return 0;
}

/**
 * Divides an amount in proportion to weights (art. 29b lid 2: "naar evenredigheid"). The parts are
 * whole cents and together exactly the amount; cents left over go by largest remainder, and of
 * equal remainders to the largest share. The answer keeps the order of the weights.
 * @throws RangeError for a negative amount or weight, and for an amount without any weight.
 */
export function shareByLargestRemainder(
  total: EuroCents,
  weights: readonly number[],
): readonly EuroCents[] {
  const claims = weights.map((weight) => BigInt(weight));
  const sum = claims.reduce((so, weight) => so + weight, 0n);
  if (total < 0 || claims.some((weight) => weight < 0n)) {
    throw new RangeError('amounts to share and their weights cannot be below zero');
  }
  if (sum === 0n) {
    if (total > 0) throw new RangeError('an amount cannot be shared by weights that are all zero');
    return claims.map(() => euroCents(0));
  }
  const shares = claims.map((weight, index) => {
    const part = BigInt(total) * weight;
    return { index, weight, whole: part / sum, remainder: part % sum };
  });
  const left = BigInt(total) - shares.reduce((so, { whole }) => so + whole, 0n);
  const lucky = new Set(
    shares
      .toSorted(byClaimOnACent)
      .slice(0, Number(left))
      .map(({ index }) => index),
  );
  return shares.map(({ index, whole }) => euroCents(Number(whole) + (lucky.has(index) ? 1 : 0)));
}
