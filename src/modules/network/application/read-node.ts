import { type Transaction } from '../../../platform/database/transaction';
import { type NetworkNode, refKind, type TieFilter } from '../facts/graph';
import { giftsOfDonor, type KnownGift } from '../persistence/gifts.query';
import { type Giver, type GiverPosition, listGivers } from '../persistence/givers.query';
import { readNodes } from '../persistence/nodes.query';
import { type EgoNetwork, egoNetwork } from './ego-network';

/** What fits on a drawing that can be read. */
const MOST_DRAWN = 60;
const MOST_OF_EACH = 14;
/** What fits in a file of a part. */
const MOST_IN_FILE = 2_000;
const MOST_GIFTS = 25;
/** Of each sort of tie so many are listed; givers go on, page after page. */
export const MOST_LISTED = 100;

export interface NodeView {
  readonly node: NetworkNode;
  /** The node and what is next to it. */
  readonly near: EgoNetwork;
  /** As far as was asked, for the drawing. */
  readonly drawn: EgoNetwork;
  /** Of a recipient, who gave most; one more than asked when there are more. */
  readonly givers: readonly Giver[];
  /** Of a donor, its newest gifts. */
  readonly gifts: readonly KnownGift[];
}

export interface NodeAsk {
  readonly ref: string;
  readonly depth: number;
  readonly filter: TieFilter;
  readonly after: GiverPosition | null;
  readonly givers: number;
}

/** Everything the page of a node shows; null when there is no such node. */
export async function readNode(tx: Transaction, ask: NodeAsk): Promise<NodeView | null> {
  const { ref, filter, depth } = ask;
  const [node] = await readNodes(tx, [ref]);
  if (node === undefined) return null;
  const kind = refKind(ref);
  const receives = kind === 'party' || kind === 'recipient';
  const nearKinds = receives ? filter.kinds.filter((one) => one !== 'gave') : filter.kinds;
  const near = await egoNetwork(tx, {
    ref,
    depth: 1,
    filter: { ...filter, kinds: nearKinds },
    mostNodes: MOST_IN_FILE,
    mostOfEach: MOST_LISTED,
  });
  const drawn = await egoNetwork(tx, {
    ref,
    depth,
    filter,
    mostNodes: MOST_DRAWN,
    mostOfEach: MOST_OF_EACH,
  });
  if (near === null || drawn === null) return null;
  const page = { after: ask.after, limit: ask.givers };
  const showsGivers = receives && filter.kinds.includes('gave');
  return {
    node,
    near,
    drawn,
    givers: showsGivers ? await listGivers(tx, ref, filter, page) : [],
    gifts: kind === 'donor' ? await giftsOfDonor(tx, ref, MOST_GIFTS) : [],
  };
}

/** A part of the network for a file: more than a drawing can hold. */
export function partForFile(
  tx: Transaction,
  ref: string,
  depth: number,
  filter: TieFilter,
): Promise<EgoNetwork | null> {
  const limits = { mostNodes: MOST_IN_FILE, mostOfEach: 200 };
  return egoNetwork(tx, { ref, depth, filter, ...limits });
}

export { type KnownGift, readGift } from '../persistence/gifts.query';
export {
  type Giver,
  type GiverPosition,
  type LargestTie,
  largestTies,
  listGivers,
} from '../persistence/givers.query';
export { findNodes, readNodes } from '../persistence/nodes.query';
