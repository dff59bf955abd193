import { type Transaction } from '../../../platform/database/transaction';
import {
  canonicalOf,
  clusterOf,
  disclosedAs,
  disclosedOf,
  lockIdentities,
  type MergeRow,
  mergesOf,
} from '../persistence/identity.store';

/** For which donor each of these counts now; a donor that is not there counts for itself. */
export async function canonicalDonors(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = await canonicalOf(tx, tenantId, [...new Set(donorIds)]);
  return new Map(donorIds.map((id) => [id, known.get(id) ?? id]));
}

/** For which donor this one counts now. */
export async function canonicalDonor(
  tx: Transaction,
  tenantId: string,
  donorId: string,
): Promise<string> {
  return (await canonicalOf(tx, tenantId, [donorId])).get(donorId) ?? donorId;
}

/** All ids that are now one donor, the canonical first; the id alone when it is not there. */
export async function donorCluster(
  tx: Transaction,
  tenantId: string,
  donorId: string,
): Promise<readonly string[]> {
  const ids = await clusterOf(tx, tenantId, donorId);
  return ids.length === 0 ? [donorId] : ids;
}

/**
 * The same, but only those the overseer may know of (D7): the first is the name under which the
 * overseer sees them. Empty when nothing of any of them was disclosed.
 */
export async function disclosedCluster(
  tx: Transaction,
  tenantId: string,
  donorId: string,
): Promise<readonly string[]> {
  return disclosedOf(tx, tenantId, await clusterOf(tx, tenantId, donorId));
}

/** Under whom the overseer knows each of these donors (D7); one not known stays itself. */
export async function disclosedDonors(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = await disclosedAs(tx, tenantId, [...new Set(donorIds)]);
  return new Map(donorIds.map((id) => [id, known.get(id) ?? id]));
}

/** Holds who is who in a party until the transaction ends; merges and splits wait, bookings do not. */
export function holdIdentities(tx: Transaction, tenantId: string): Promise<void> {
  return lockIdentities(tx, tenantId, 'shared');
}

/** Merges and splits that concern these donors, newest first. */
export function listMerges(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<readonly MergeRow[]> {
  return mergesOf(tx, tenantId, donorIds);
}

export type { MergeRow };
