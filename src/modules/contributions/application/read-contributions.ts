import { type Transaction } from '../../../platform/database/transaction';
import {
  type ContributionSearch,
  contributionsForNotice as forNotice,
  disclose as open,
  findListed,
  listContributions as list,
  type ListedContribution,
  settlementsOf,
  type StoredSettlement,
  versionsOf,
  yearTotals,
  type YearTotal,
} from '../persistence/contribution.queries';
import { type StoredContribution } from '../persistence/contribution.store';
import { lockDonorYear } from '../persistence/locks';

export function listContributions(
  tx: Transaction,
  tenantId: string,
  search: ContributionSearch,
): Promise<readonly ListedContribution[]> {
  return list(tx, tenantId, search);
}

export interface ContributionLife {
  readonly current: ListedContribution;
  readonly versions: readonly StoredContribution[];
  readonly settlements: readonly StoredSettlement[];
}

export async function readContribution(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<ContributionLife | null> {
  const current = await findListed(tx, tenantId, id);
  if (current === null) return null;
  return {
    current,
    versions: await versionsOf(tx, tenantId, current.rootId),
    settlements: await settlementsOf(tx, tenantId, current.rootId),
  };
}

export function contributionsForNotice(
  tx: Transaction,
  key: {
    readonly tenantId: string;
    readonly donorId: string;
    readonly recipientId: string;
    readonly year: number;
  },
): Promise<readonly ListedContribution[]> {
  return forNotice(tx, key);
}

export function readYearTotals(
  tx: Transaction,
  tenantId: string,
  year: number,
): Promise<readonly YearTotal[]> {
  return yearTotals(tx, tenantId, year);
}

export function disclose(
  tx: Transaction,
  tenantId: string,
  contributionIds: readonly string[],
  ground: 'filed' | 'overdue',
): Promise<void> {
  return open(tx, tenantId, contributionIds, ground);
}

/** Holds the donor-year until the transaction ends; bookings and filings of it queue. */
export function holdDonorYear(
  tx: Transaction,
  tenantId: string,
  donorId: string,
  year: number,
): Promise<void> {
  return lockDonorYear(tx, tenantId, donorId, year);
}

export type { ListedContribution, StoredContribution };
