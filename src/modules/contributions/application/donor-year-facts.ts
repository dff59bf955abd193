import { type DonorYear } from '../../../legal/facts/contribution';
import { type Transaction } from '../../../platform/database/transaction';
import { donorFact, readDonor } from '../../donors/public';
import { readGroup } from '../../parties/public';
import { readMoneyFacts } from '../persistence/contribution.store';

export interface DonorYearKey {
  readonly tenantId: string;
  readonly donorId: string;
  readonly year: number;
}

/**
 * Everything the law may read about one donor in one year. With `onlyDisclosed`, only what was
 * filed or is overdue (decisions.md D7). Null when the donor is not there or not to be seen.
 */
export async function donorYearFacts(
  tx: Transaction,
  key: DonorYearKey,
  onlyDisclosed: boolean,
): Promise<DonorYear | null> {
  const donor = await readDonor(tx, key.tenantId, key.donorId);
  if (donor === null) return null;
  const group = await readGroup(tx, key.tenantId);
  const money = await readMoneyFacts(tx, key, onlyDisclosed);
  return { group, donor: donorFact(donor), year: key.year, ...money };
}
