import { type Donor } from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';
import {
  type DonorName,
  donorNames,
  donorsByIds,
  type DonorRecord,
  findDonor,
  searchDonors,
  toFact,
} from '../persistence/donor.store';

export function readDonor(
  tx: Transaction,
  tenantId: string,
  donorId: string,
): Promise<DonorRecord | null> {
  return findDonor(tx, tenantId, donorId);
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
