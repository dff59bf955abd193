import { type NetworkNode, type Tie } from '../facts/graph';

/** Where a node is drawn. */
export interface Place {
  readonly node: NetworkNode;
  readonly column: number;
  /** Its middle, in units of the drawing. */
  readonly x: number;
  readonly y: number;
}

export const COLUMN = 250;
export const ROW = 40;
export const LEFT = 34;
export const TOP = 24;

export interface Layered {
  readonly nodes: readonly NetworkNode[];
  readonly ties: readonly Tie[];
  /** In which column each node stands, from 0. */
  readonly column: (ref: string) => number;
}

function neighbours(ties: readonly Tie[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to } of ties) {
    found.set(from, [...(found.get(from) ?? []), to]);
    found.set(to, [...(found.get(to) ?? []), from]);
  }
  return found;
}

function byWeight(nodes: readonly NetworkNode[], ties: readonly Tie[]): readonly NetworkNode[] {
  const weight = new Map<string, number>();
  for (const { from, to, cents } of ties)
    for (const ref of [from, to]) weight.set(ref, (weight.get(ref) ?? 0) + (cents ?? 0));
  return nodes.toSorted(
    (one, other) =>
      (weight.get(other.ref) ?? 0) - (weight.get(one.ref) ?? 0) ||
      (one.name ?? '').localeCompare(other.name ?? '', 'nl') ||
      (one.ref < other.ref ? -1 : 1),
  );
}

/**
 * Columns by steps from the start, so that labels never cover each other and the drawing reads from
 * left to right. Within a column a node stands near those it is tied to in the column before; what
 * remains is settled by amount and name: the same facts always give the same drawing.
 */
export function layered({ nodes, ties, column }: Layered): readonly Place[] {
  const near = neighbours(ties);
  const columns = Math.max(0, ...nodes.map(({ ref }) => column(ref))) + 1;
  const order = new Map<string, number>();
  const lists = Array.from({ length: columns }, (_, at) => {
    const own = byWeight(
      nodes.filter(({ ref }) => column(ref) === at),
      ties,
    );
    const middle = ({ ref }: NetworkNode): number => {
      const before = (near.get(ref) ?? []).flatMap((one) => order.get(one) ?? []);
      if (before.length === 0) return 0;
      return before.reduce((sum, one) => sum + one, 0) / before.length;
    };
    const sorted = own.toSorted((one, other) => middle(one) - middle(other));
    for (const [index, { ref }] of sorted.entries()) order.set(ref, index);
    return sorted;
  });
  const tallest = Math.max(...lists.map((list) => list.length));
  return lists.flatMap((list, at) =>
    list.map((node, index) => ({
      node,
      column: at,
      x: LEFT + at * COLUMN,
      y: TOP + (index + (tallest - list.length) / 2) * ROW,
    })),
  );
}
