import { hash } from 'node:crypto';

export type Hash = Buffer;

const NODE = 1;
const scratch = Buffer.alloc(65);
scratch[0] = NODE;

export function sha256(bytes: Uint8Array): Hash {
  return hash('sha256', bytes, 'buffer');
}

/** RFC 6962 section 2.1: the hash of a node above two others. */
export function nodeHash(left: Hash, right: Hash): Hash {
  left.copy(scratch, 1);
  right.copy(scratch, 33);
  return sha256(scratch);
}

/** The root of the full and the rest of a tree, from the roots of its full subtrees, largest first. */
function rootOf(frontier: readonly Hash[]): Hash {
  let root: Hash | undefined;
  for (const subtree of [...frontier].reverse()) {
    root = root === undefined ? subtree : nodeHash(subtree, root);
  }
  return root ?? sha256(Buffer.alloc(0));
}

function onesIn(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}

/**
 * An RFC 6962 Merkle tree that only grows and remembers no more than it must: one hash per one-bit
 * of its size. Leaves go in as leaf hashes, in order.
 */
export class CompactRange {
  private constructor(
    private leaves: number,
    private readonly subtrees: Hash[],
  ) {}

  static empty(): CompactRange {
    return new CompactRange(0, []);
  }

  /** Throws a RangeError when a tree of this size cannot have this frontier. */
  static restore(size: number, frontier: readonly Hash[]): CompactRange {
    if (frontier.length !== onesIn(size) || frontier.some((hash) => hash.length !== 32)) {
      throw new RangeError(`a tree of ${String(size)} leaves does not have this frontier`);
    }
    return new CompactRange(size, [...frontier]);
  }

  append(leaf: Hash): void {
    let merged = leaf;
    for (let rest = this.leaves; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.subtrees.pop();
      if (left === undefined) throw new RangeError('the frontier is shorter than the tree');
      merged = nodeHash(left, merged);
    }
    this.subtrees.push(merged);
    this.leaves += 1;
  }

  get size(): number {
    return this.leaves;
  }

  get frontier(): readonly Hash[] {
    return this.subtrees;
  }

  get root(): Hash {
    return rootOf(this.subtrees);
  }
}
