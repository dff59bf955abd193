import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { yearOf } from '../../../legal/kernel/plain-date';
import { type RecipientTotal } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { type Group } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type DonorRecord, readDonor } from '../../donors/public';
import { readFindingsOf, type StoredFinding } from '../../judgements/public';
import { donorYearFacts } from './donor-year-facts';
import { listContributions, type ListedContribution } from './read-contributions';

const MOST_GIFTS = 200;

/** One donor and how this year stands. Amounts in euro cents. */
export interface DonorDesk {
  readonly donor: DonorRecord;
  readonly group: Group;
  readonly year: number;
  readonly gifts: readonly ListedContribution[];
  readonly findings: readonly StoredFinding[];
  readonly total: EuroCents;
  readonly recipients: readonly RecipientTotal[];
  /** Null when no cap applies to this donor or it is unknown. */
  readonly room: EuroCents | null;
}

export async function readDonorDesk(tx: Transaction, donorId: string): Promise<DonorDesk | null> {
  const tenantId = tenantOf(tx);
  const year = yearOf(tx.today);
  const donor = await readDonor(tx, tenantId, donorId);
  const facts = await donorYearFacts(tx, { tenantId, donorId, year }, false);
  if (donor === null || facts === null) return null;
  const { totals, room } = judgeDonorYear(facts, tx.today);
  return {
    donor,
    group: facts.group,
    year,
    gifts: await listContributions(tx, tenantId, { after: null, donorId, limit: MOST_GIFTS }),
    findings: await readFindingsOf(tx, tenantId, [donor.id], year),
    total: totals.group.net,
    recipients: totals.recipients,
    room,
  };
}
