import { type Transaction } from '../../../platform/database/transaction';
import { canonicalDonors, donorCluster, holdIdentities } from '../../donors/public';
import { lockDonorYear } from '../persistence/locks';

export interface DonorYearKey {
  readonly tenantId: string;
  readonly donorId: string;
  readonly year: number;
}

/** A donor's year under the donor it counts for, with all donors that are one, that one first. */
export interface HeldYear extends DonorYearKey {
  readonly cluster: readonly string[];
}

/**
 * Holds the donor-year until the transaction ends; bookings and filings of it queue, and merges and
 * splits of the party wait. From here on the donor is the one it counts for.
 */
export async function holdDonorYear(
  tx: Transaction,
  tenantId: string,
  donorId: string,
  year: number,
): Promise<HeldYear> {
  await holdIdentities(tx, tenantId);
  const cluster = await donorCluster(tx, tenantId, donorId);
  const [canonical = donorId] = cluster;
  await lockDonorYear(tx, tenantId, canonical, year);
  return { tenantId, donorId: canonical, year, cluster };
}

/** Holds two donor-years in one order, so that two corrections never wait for each other. */
export async function holdDonorYears(
  tx: Transaction,
  keys: readonly [DonorYearKey, DonorYearKey],
): Promise<readonly [DonorYearKey, DonorYearKey]> {
  const [{ tenantId }] = keys;
  await holdIdentities(tx, tenantId);
  const ids = keys.map(({ donorId }) => donorId);
  const now = await canonicalDonors(tx, tenantId, ids);
  const canonical = (key: DonorYearKey): DonorYearKey => ({
    ...key,
    donorId: now.get(key.donorId) ?? key.donorId,
  });
  const held = [canonical(keys[0]), canonical(keys[1])] as const;
  const name = ({ donorId, year }: DonorYearKey): string => `${donorId}/${String(year)}`;
  for (const key of held.toSorted((a, b) => (name(a) < name(b) ? -1 : 1)))
    await lockDonorYear(tx, tenantId, key.donorId, key.year);
  return held;
}
