import { randomInt } from 'node:crypto';

/** Stands in the title of a random test; TEST_SEED=<seed> runs it again the same way. */
export const SEED = Number(process.env['TEST_SEED'] ?? randomInt(1, 2 ** 31));

/** Whole numbers from 0 up to and without `below`, the same ones for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
