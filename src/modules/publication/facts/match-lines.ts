import { canonicalJson } from '../../../platform/json/canonical';
import { type PublicLine } from './public-line';

/** A line with its key, which ends with the number of its row in the list. */
export interface KeyedLine {
  readonly partyId: string;
  readonly key: string;
  readonly line: PublicLine;
}

type Likeness = (one: KeyedLine) => string;

function of(...parts: readonly unknown[]): string {
  return canonicalJson(parts);
}

function whose({ partyId, line }: KeyedLine): readonly unknown[] {
  return [partyId, line.donor.id, line.donor.shielding, line.recipient.name, line.line];
}

/** From all but certain to likely. */
const LIKENESSES: readonly Likeness[] = [
  (one) => of(one.partyId, one.key, one.line),
  ({ partyId, line }) => of(partyId, line),
  (one) => of(...whose(one), one.line.receivedOn),
  (one) => of(...whose(one), one.line.amountCents),
  (one) => of(...whose(one)),
];

export interface Matched {
  readonly from: KeyedLine;
  readonly to: KeyedLine;
}

export interface MatchedLines {
  readonly pairs: readonly Matched[];
  /** Lines of which nothing is left. */
  readonly gone: readonly KeyedLine[];
}

function take(
  from: readonly KeyedLine[],
  to: readonly KeyedLine[],
  likeness: Likeness,
): readonly Matched[] {
  const places = new Map<string, KeyedLine[]>();
  for (const one of to) {
    const alike = places.get(likeness(one)) ?? [];
    places.set(likeness(one), alike);
    alike.push(one);
  }
  return from.flatMap((one) => {
    const found = places.get(likeness(one))?.shift();
    return found === undefined ? [] : [{ from: one, to: found }];
  });
}

/**
 * Which line of a new version of a list is which line of the old one. Rows move when one is put in
 * between, and a gift keeps its public number for ever: so a row is known by what it says, and only
 * at last by whose it is.
 */
export function matchLines(
  before: readonly KeyedLine[],
  after: readonly KeyedLine[],
): MatchedLines {
  const pairs: Matched[] = [];
  let [left, open] = [before, after];
  for (const likeness of LIKENESSES) {
    const found = take(left, open, likeness);
    pairs.push(...found);
    const [used, filled] = [
      new Set(found.map(({ from }) => from)),
      new Set(found.map(({ to }) => to)),
    ];
    left = left.filter((one) => !used.has(one));
    open = open.filter((one) => !filled.has(one));
  }
  return { pairs, gone: left };
}
