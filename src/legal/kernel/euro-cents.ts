/** An amount in whole euro cents. No floating-point number ever holds euros. */
export type EuroCents = number & { readonly __brand: 'EuroCents' };

/** @throws RangeError for halves of cents and for amounts beyond exact integers. */
export function euroCents(cents: number): EuroCents {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${String(cents)} is not whole cents`);
  return cents as EuroCents;
}

/** Whole euros, as the law writes its thresholds: euro(10_000) is EUR 10 000,00. */
export function euro(euros: number): EuroCents {
  return euroCents(euros * 100);
}

export const ZERO = euroCents(0);

export function sum(amounts: readonly EuroCents[]): EuroCents {
  return euroCents(amounts.reduce<number>((total, amount) => total + amount, 0));
}

export function minus(amount: EuroCents, less: EuroCents): EuroCents {
  return euroCents(amount - less);
}

export function smallest(a: EuroCents, b: EuroCents): EuroCents {
  return a < b ? a : b;
}

/** What is left of `amount` above `limit`; zero when nothing is. */
export function excessOver(amount: EuroCents, limit: EuroCents): EuroCents {
  return amount > limit ? minus(amount, limit) : ZERO;
}

/** "... of meer": the threshold itself counts. */
export function reaches(amount: EuroCents, threshold: EuroCents): boolean {
  return amount >= threshold;
}

/** "meer dan ...": the threshold itself does not count. */
export function exceeds(amount: EuroCents, limit: EuroCents): boolean {
  return amount > limit;
}
