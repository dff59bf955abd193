import { type DonorYear } from '../../../legal/facts/contribution';
import { type Transaction } from '../../../platform/database/transaction';
import { disclosedCluster, donorCluster, donorFact, readUnitedDonor } from '../../donors/public';
import { readGroup } from '../../parties/public';
import { readMoneyFacts } from '../persistence/contribution.store';
import { type DonorYearKey } from './hold-donor-year';

/**
 * Everything the law may read about one donor in one year, with all donors that are one with it.
 * With `onlyDisclosed`, only what was filed or is overdue (decisions.md D7): the donor is then the
 * one under whom the overseer knows them. Null when the donor is not there or not to be seen.
 */
export async function donorYearFacts(
  tx: Transaction,
  key: DonorYearKey,
  onlyDisclosed: boolean,
): Promise<DonorYear | null> {
  const { tenantId, donorId } = key;
  const cluster = onlyDisclosed
    ? await disclosedCluster(tx, tenantId, donorId)
    : await donorCluster(tx, tenantId, donorId);
  return clusterYearFacts(tx, { ...key, cluster }, onlyDisclosed);
}

/** The same, when it is known already who are one. */
export async function clusterYearFacts(
  tx: Transaction,
  key: Omit<DonorYearKey, 'donorId'> & { readonly cluster: readonly string[] },
  onlyDisclosed: boolean,
): Promise<DonorYear | null> {
  const { tenantId, year, cluster } = key;
  const donor = await readUnitedDonor(tx, tenantId, cluster);
  if (donor === null) return null;
  const group = await readGroup(tx, tenantId);
  const money = await readMoneyFacts(tx, { tenantId, donorIds: cluster, year }, onlyDisclosed);
  return { group, donor: donorFact(donor), year, ...money };
}

export type { DonorYearKey };
