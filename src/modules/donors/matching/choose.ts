import { type Found } from './match-index';

export interface Choice {
  readonly certainty: 'certain' | 'doubt' | 'none';
  readonly best: Found | null;
  /** The next likeliest, at most five. */
  readonly others: readonly Found[];
}

const MOST_OTHERS = 5;
/** A second who is this near to the first, in bits, leaves room for a mistake. */
const MARGIN = 4;

/**
 * One who is certain and alone in it is chosen; two who could both be meant are a question.
 * @param one tells which of those found are one donor already; by default nobody is.
 */
export function choose(
  found: readonly Found[],
  one: (found: Found) => number | string = ({ at }) => at,
): Choice {
  const [best, ...rest] = found;
  if (best === undefined) return { certainty: 'none', best: null, others: [] };
  const rivals = rest.filter((other) => one(other) !== one(best));
  const near = rivals.some(({ score }) => score > best.score - MARGIN);
  return {
    certainty: best.certainty === 'certain' && !near ? 'certain' : 'doubt',
    best,
    others: rivals.slice(0, MOST_OTHERS),
  };
}
