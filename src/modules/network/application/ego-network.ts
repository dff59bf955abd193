import { type Transaction } from '../../../platform/database/transaction';
import { type Graph, type Tie, type TieFilter, tieKey } from '../facts/graph';
import { readNodes } from '../persistence/nodes.query';
import { readTies } from '../persistence/ties.query';

export interface EgoAsk {
  readonly ref: string;
  /** How many steps away from it: 1 to 3. */
  readonly depth: number;
  readonly filter: TieFilter;
  /** Nodes in all, and of each node and each sort of tie, at most. */
  readonly mostNodes: number;
  readonly mostOfEach: number;
}

/** What lies around one node. */
export interface EgoNetwork extends Graph {
  readonly root: string;
  /** How many steps each node is away. */
  readonly steps: ReadonlyMap<string, number>;
  /** True when there was more than could be shown. */
  readonly cut: boolean;
}

/** The other end of a tie. */
export function otherEnd({ from, to }: Tie, ref: string): string {
  return from === ref ? to : from;
}

/** Ties of one node and of one sort beyond the limit. */
function withoutOverflow(
  ties: readonly Tie[],
  frontier: readonly string[],
  most: number,
): { readonly kept: readonly Tie[]; readonly cut: boolean } {
  const counts = new Map<string, number>();
  let cut = false;
  const kept = ties.filter((tie) => {
    const own = frontier.includes(tie.from) ? tie.from : tie.to;
    const key = `${own} ${tie.kind}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) cut = true;
    return count <= most;
  });
  return { kept, cut };
}

/**
 * Walks outward from one node, step by step. A node that was met is not met again, so that owners
 * who own each other come to an end.
 */
export async function egoNetwork(tx: Transaction, ask: EgoAsk): Promise<EgoNetwork | null> {
  const [root] = await readNodes(tx, [ask.ref]);
  if (root === undefined) return null;
  const steps = new Map([[ask.ref, 0]]);
  const ties = new Map<string, Tie>();
  let frontier: readonly string[] = [ask.ref];
  let cut = false;
  for (let step = 1; step <= ask.depth && frontier.length > 0; step += 1) {
    const read = await readTies(tx, frontier, ask.filter, ask.mostOfEach + 1);
    const { kept, cut: over } = withoutOverflow(read, frontier, ask.mostOfEach);
    cut ||= over;
    const met: string[] = [];
    for (const tie of kept) {
      const fresh = [tie.from, tie.to].filter((ref) => !steps.has(ref));
      if (steps.size + fresh.length > ask.mostNodes) {
        cut = true;
        continue;
      }
      for (const ref of fresh) steps.set(ref, step);
      met.push(...fresh);
      ties.set(tieKey(tie), tie);
    }
    frontier = met;
  }
  const nodes = await readNodes(tx, [...steps.keys()]);
  return { root: ask.ref, nodes, ties: [...ties.values()], steps, cut };
}
