import { timingSafeEqual } from 'node:crypto';

/** Compares in a time that says nothing of where they differ. Nothing is the same as an empty secret. */
export function sameSecret(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || expected === '') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
