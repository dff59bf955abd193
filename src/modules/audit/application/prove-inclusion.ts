import { type Transaction } from '../../../platform/database/transaction';
import { sealStore } from '../persistence/seal.store';
import { CompactRange, type Hash } from './tree/compact-range';
import { type LeafRange, siblingRanges } from './tree/inclusion';

/** Enough to check, without the database, that a line stands in the log under a signed checkpoint. */
export interface InclusionProof {
  readonly leafIndex: number;
  readonly leaf: Hash;
  /** Sibling hashes from the leaf up. */
  readonly path: readonly Hash[];
  readonly size: number;
  readonly note: string;
}

const PAGE = 10_000;

async function rootOfRange(tx: Transaction, range: LeafRange): Promise<Hash> {
  const tree = CompactRange.empty();
  for (let from = range.start; from < range.end; from += PAGE) {
    const leaves = await sealStore.leaves(tx, from, Math.min(from + PAGE, range.end));
    for (const leaf of leaves) tree.append(leaf);
  }
  return tree.root;
}

/**
 * Proves line `seq` under the newest checkpoint; null when it is not sealed yet. Reads every leaf of
 * the log once. Needs a transaction of the worker role.
 */
export async function proveInclusion(tx: Transaction, seq: string): Promise<InclusionProof | null> {
  const place = await sealStore.placeOf(tx, seq);
  const [checkpoint] = await sealStore.newest(tx);
  if (place === null || checkpoint === undefined || place.index >= checkpoint.size) return null;
  const path: Hash[] = [];
  for (const range of siblingRanges(place.index, checkpoint.size)) {
    path.push(await rootOfRange(tx, range));
  }
  const { size, note } = checkpoint;
  return { leafIndex: place.index, leaf: place.leaf, path, size, note };
}
