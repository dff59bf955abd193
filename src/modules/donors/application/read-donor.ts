import { type Donor } from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';
import { type DonorName, donorNames, searchDonors } from '../persistence/donor.search';
import { donorsByIds, type DonorRecord, findUnited, toFact } from '../persistence/donor.store';
import { donorCluster } from './identity';

/** The donor that this one counts for now, with what was declared and sent by all that are one. */
export async function readDonor(
  tx: Transaction,
  tenantId: string,
  donorId: string,
): Promise<DonorRecord | null> {
  return findUnited(tx, tenantId, await donorCluster(tx, tenantId, donorId));
}

/** The same, when it is known already who are one; the first is the one they count for. */
export function readUnitedDonor(
  tx: Transaction,
  tenantId: string,
  cluster: readonly string[],
): Promise<DonorRecord | null> {
  return findUnited(tx, tenantId, cluster);
}

/** Donors by id; one that is not there or not to be seen is left out. */
export function readDonorsByIds(
  tx: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly DonorRecord[]> {
  return donorsByIds(tx, tenantId, [...new Set(ids)]);
}

export function donorFact(record: DonorRecord): Donor {
  return toFact(record);
}

export function listDonors(
  tx: Transaction,
  tenantId: string,
  search: {
    readonly text: string;
    readonly after: { readonly name: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly DonorRecord[]> {
  return searchDonors(tx, tenantId, search);
}

/** Names of donors by id; a donor that is not there or not to be seen is left out. */
export async function readDonorNames(
  tx: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DonorName>> {
  const rows = await donorNames(tx, tenantId, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

export type { DonorName, DonorRecord };
