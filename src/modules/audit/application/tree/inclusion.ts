import { type Hash, nodeHash } from './compact-range';

/** Leaves from `start` up to but not including `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

function largestPowerOfTwoBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** The subtrees whose roots prove leaf `index` in a tree of `size` leaves (RFC 6962 2.1.1), lowest first. */
export function siblingRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const split = start + largestPowerOfTwoBelow(end - start);
    ranges.push(index < split ? { start: split, end } : { start, end: split });
    if (index < split) end = split;
    else start = split;
  }
  return ranges.reverse();
}

/** The root that this leaf and path lead to, or null when the path does not fit (RFC 9162 2.1.3.2). */
export function rootFromPath(
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
): Hash | null {
  const siblings = index >= 0 && index < size ? siblingRanges(index, size) : [];
  if (index < 0 || index >= size || siblings.length !== path.length) return null;
  return siblings.reduce<Hash>((node, range, level) => {
    const sibling = path[level] ?? Buffer.alloc(32);
    return range.start > index ? nodeHash(node, sibling) : nodeHash(sibling, node);
  }, leaf);
}
