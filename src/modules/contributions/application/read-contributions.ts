import { type Transaction } from '../../../platform/database/transaction';
import { donorCluster } from '../../donors/public';
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

export async function listContributions(
  tx: Transaction,
  tenantId: string,
  search: Omit<ContributionSearch, 'donorIds'> & { readonly donorId?: string },
): Promise<readonly ListedContribution[]> {
  const { donorId, ...rest } = search;
  if (donorId === undefined) return list(tx, tenantId, rest);
  return list(tx, tenantId, { ...rest, donorIds: await donorCluster(tx, tenantId, donorId) });
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

export async function contributionsForNotice(
  tx: Transaction,
  key: {
    readonly tenantId: string;
    readonly donorId: string;
    readonly recipientId: string;
    readonly year: number;
  },
): Promise<readonly ListedContribution[]> {
  const donorIds = await donorCluster(tx, key.tenantId, key.donorId);
  return forNotice(tx, { ...key, donorIds });
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

export type { ListedContribution, StoredContribution };
