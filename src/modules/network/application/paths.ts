import { type Transaction } from '../../../platform/database/transaction';
import { type Graph, type Tie, type TieFilter, tieKey } from '../facts/graph';
import { readNodes } from '../persistence/nodes.query';
import { donorsOfBoth, readTies } from '../persistence/ties.query';
import { otherEnd } from './ego-network';

/** Ties of one node beyond these are not followed. */
export const MOST_FOLLOWED = 300;
const MOST_MET = 4_000;
const MOST_PATHS = 12;
/** Each side goes two steps, so that four lie between at most. */
const STEPS_OF_A_SIDE = 2;

/** How two nodes are tied: every shortest way, at most twelve. */
export interface Ways extends Graph {
  /** Nodes from one end to the other. */
  readonly paths: readonly (readonly string[])[];
  /** True when a node with very many ties was not gone through entirely. */
  readonly cut: boolean;
}

/** One side of the search: from where each node was met, and by which ties. */
class Side {
  readonly steps = new Map<string, number>();
  readonly before = new Map<string, Set<string>>();
  private frontier: readonly string[];
  cut = false;

  constructor(readonly start: string) {
    this.steps.set(start, 0);
    this.frontier = [start];
  }

  async goOn(tx: Transaction, filter: TieFilter, ties: Map<string, Tie>): Promise<void> {
    const step = 1 + Math.max(...this.steps.values());
    const own = new Set(this.frontier);
    const read = await readTies(tx, this.frontier, filter, MOST_FOLLOWED);
    const met = new Set<string>();
    for (const tie of read) {
      ties.set(tieKey(tie), tie);
      for (const ref of [tie.from, tie.to].filter((end) => own.has(end)))
        this.meet(otherEnd(tie, ref), ref, step, met);
    }
    this.cut ||= read.length >= MOST_FOLLOWED;
    this.frontier = [...met];
  }

  private meet(ref: string, from: string, step: number, met: Set<string>): void {
    const known = this.steps.get(ref);
    if (known !== undefined && known < step) return;
    if (known === undefined && this.steps.size >= MOST_MET) {
      this.cut = true;
      return;
    }
    this.steps.set(ref, step);
    met.add(ref);
    this.before.set(ref, (this.before.get(ref) ?? new Set()).add(from));
  }

  /** Every shortest way from the start to a node. */
  waysTo(ref: string): readonly (readonly string[])[] {
    if (ref === this.start) return [[ref]];
    const before = [...(this.before.get(ref) ?? [])].sort();
    return before
      .flatMap((one) => this.waysTo(one))
      .slice(0, MOST_PATHS)
      .map((way) => [...way, ref]);
  }
}

function meetings(one: Side, other: Side): readonly string[] {
  const both = [...one.steps.keys()].filter((ref) => other.steps.has(ref));
  const length = (ref: string): number => (one.steps.get(ref) ?? 0) + (other.steps.get(ref) ?? 0);
  const shortest = Math.min(...both.map(length));
  return both.filter((ref) => length(ref) === shortest).sort();
}

function waysThrough(one: Side, other: Side, middle: readonly string[]): (readonly string[])[] {
  const all = middle.flatMap((ref) =>
    one
      .waysTo(ref)
      .flatMap((way) =>
        other.waysTo(ref).map((back) => [...way, ...back.slice(0, -1).toReversed()]),
      ),
  );
  const known = new Map(all.map((way) => [way.join(' '), way]));
  return [...known.values()].slice(0, MOST_PATHS);
}

/** Two parties with more donors than are followed: who gave to both is asked of the database. */
async function throughDonors(
  tx: Transaction,
  one: string,
  other: string,
  filter: TieFilter,
): Promise<(readonly string[])[]> {
  if (!one.startsWith('P-') || !other.startsWith('P-') || !filter.kinds.includes('gave')) return [];
  const donors = await donorsOfBoth(tx, one, other, filter);
  return donors.slice(0, MOST_PATHS).map((donor) => [one, donor, other]);
}

function tiesAlong(paths: readonly (readonly string[])[], ties: Iterable<Tie>): readonly Tie[] {
  const steps = new Set(
    paths.flatMap((path) =>
      path.slice(1).map((ref, index) => [path[index] ?? '', ref].sort().join(' ')),
    ),
  );
  return [...ties].filter(({ from, to }) => steps.has([from, to].sort().join(' ')));
}

/** The shortest ways from one node to another, of four steps at most; no paths when there are none. */
export async function waysBetween(
  tx: Transaction,
  from: string,
  to: string,
  filter: TieFilter,
): Promise<Ways> {
  const ties = new Map<string, Tie>();
  const [one, other] = [new Side(from), new Side(to)];
  let paths = await throughDonors(tx, from, to, filter);
  for (let step = 0; step < 2 * STEPS_OF_A_SIDE && paths.length === 0; step += 1) {
    await (step % 2 === 0 ? one : other).goOn(tx, filter, ties);
    paths = waysThrough(one, other, meetings(one, other));
  }
  const refs = [...new Set([from, to, ...paths.flat()])];
  const along = await readTies(tx, paths.flat(), filter, MOST_FOLLOWED);
  for (const tie of along) ties.set(tieKey(tie), tie);
  return {
    paths,
    nodes: await readNodes(tx, refs),
    ties: tiesAlong(paths, ties.values()),
    cut: one.cut || other.cut,
  };
}
