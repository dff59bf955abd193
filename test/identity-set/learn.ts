import { fingerprintOf } from '../../src/modules/donors/matching/fingerprint';
import { MatchIndex } from '../../src/modules/donors/matching/match-index';
import { scoreOf } from '../../src/modules/donors/matching/score';
import { type LabelledSet } from './make-set';

export interface Learned {
  readonly code: string;
  /** How often it is found of two that are one, and of two that are not. */
  readonly ofOne: number;
  readonly ofTwo: number;
  /** The logarithm (base 2) of how much oftener. */
  readonly weight: number;
}

/**
 * What each kind of evidence is worth: its share among compared pairs that are one, over its share
 * among compared pairs that are not, in bits (the way of Fellegi and Sunter, 1969).
 */
export function learn(sets: readonly LabelledSet[]): readonly Learned[] {
  const one = new Map<string, number>();
  const two = new Map<string, number>();
  let ones = 0;
  let twos = 0;
  for (const { known, asked, truth } of sets) {
    const prints = known.map(fingerprintOf);
    const index = new MatchIndex(prints);
    asked.forEach((description, at) => {
      const print = fingerprintOf(description);
      for (const other of index.candidates(print)) {
        const theirs = prints[other];
        if (theirs === undefined) continue;
        const same = truth[at] === other;
        if (same) ones += 1;
        else twos += 1;
        const counts = same ? one : two;
        for (const { code } of scoreOf(print, theirs).evidence)
          counts.set(code, (counts.get(code) ?? 0) + 1);
      }
    });
  }
  const codes = [...new Set([...one.keys(), ...two.keys()])].sort();
  return codes.map((code) => {
    const ofOne = ((one.get(code) ?? 0) + 0.5) / (ones + 1);
    const ofTwo = ((two.get(code) ?? 0) + 0.5) / (twos + 1);
    return { code, ofOne, ofTwo, weight: Math.round(Math.log2(ofOne / ofTwo) * 10) / 10 };
  });
}
