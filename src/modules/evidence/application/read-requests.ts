import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalDonors, donorCluster } from '../../donors/public';
import {
  type AskedGift,
  findAskedGift,
  findRequest,
  REQUEST_STATES,
  searchRequests,
  type StoredRequest,
} from '../persistence/request.store';

const MOST_OF_A_DONOR = 50;

/** The gift that would be asked about; null when it is not there or was annulled. */
export function readAskedGift(tx: Transaction, contributionId: string): Promise<AskedGift | null> {
  return findAskedGift(tx, tenantOf(tx), contributionId);
}

export function readRequest(tx: Transaction, id: string): Promise<StoredRequest | null> {
  return findRequest(tx, tenantOf(tx), id);
}

/** Everything asked of a donor, and of what is now the same donor; newest first. */
export async function requestsOfDonor(
  tx: Transaction,
  donorId: string,
): Promise<readonly StoredRequest[]> {
  const tenantId = tenantOf(tx);
  const donorIds = await donorCluster(tx, tenantId, donorId);
  return searchRequests(tx, tenantId, { donorIds, after: null, limit: MOST_OF_A_DONOR });
}

export function listRequests(
  tx: Transaction,
  search: {
    readonly after: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly StoredRequest[]> {
  return searchRequests(tx, tenantOf(tx), { donorIds: null, ...search });
}

/** Of these donors, what is asked now: 'donor/kind', the donor as it counts now. */
export async function openRequests(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await searchRequests(tx, tenantId, { donorIds, after: null, limit: 10_000 });
  const open = found.filter(({ state }) => ['asked', 'opened', 'answered'].includes(state));
  const asked = open.map(({ donorId }) => donorId);
  const canonical = await canonicalDonors(tx, tenantId, asked);
  return new Set(open.map(({ donorId, kind }) => `${canonical.get(donorId) ?? donorId}/${kind}`));
}

export { REQUEST_STATES };
export type { AskedGift, StoredRequest };
