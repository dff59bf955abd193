/** A stream of numbers that is the same for the same seed on every machine (mulberry32). */
export class Dice {
  constructor(private seed: number) {}

  /** From 0 up to 1. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** The first of a list come up far more often than the last, as with names of people. */
  pickCommon<T>(list: readonly T[]): T {
    const found = list[Math.floor(list.length * this.next() ** 1.4)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  letter(): string {
    return String.fromCharCode(97 + this.below(26));
  }
}
