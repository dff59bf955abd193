import { type ChangeKind, type PartyTotal } from '../application/simulations';

/** Counts and cents before and after, of one party or of several together. */
export interface PartyLine {
  readonly before: number;
  readonly beforeCents: number;
  readonly after: number;
  readonly afterCents: number;
  readonly changes: Readonly<Record<ChangeKind, number>>;
}

export function addComparisonCounts(totals: readonly PartyTotal[]): PartyLine {
  const add = (pick: (one: PartyTotal) => number | string): number =>
    totals.reduce((total, one) => total + Number(pick(one)), 0);
  return {
    before: add((one) => one.beforeCount),
    beforeCents: add((one) => one.beforeCents),
    after: add((one) => one.afterCount),
    afterCents: add((one) => one.afterCents),
    changes: {
      new: add((one) => one.newCount),
      gone: add((one) => one.goneCount),
      changed: add((one) => one.changedCount),
      undecided: add((one) => one.undecidedCount),
    },
  };
}
