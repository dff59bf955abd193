import { randomInt } from 'node:crypto';

/** No vowels and nothing that looks alike: it can be read over the telephone and spells no word. */
const ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXZ';

/**
 * A number for people, such as M-2025-7KQ3X-9TB2M: random, so that it tells nothing of how many
 * there are and cannot be guessed.
 */
export function readableNumber(prefix: string, year: number, groupLength: number): string {
  const group = (): string =>
    Array.from({ length: groupLength }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${prefix}-${String(year)}-${group()}-${group()}`;
}
