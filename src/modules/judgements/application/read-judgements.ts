import { type Transaction } from '../../../platform/database/transaction';
import {
  dutiesOfDonorYear,
  dutiesOfRoots,
  findDuty,
  meetDuties as meet,
  openDuties,
  type StoredDuty,
} from '../persistence/duty.store';
import {
  type DonorYearKey,
  findFinding,
  type FindingFilter,
  listOpenFindings,
  openLedgerFindings,
  openSubjectFindings,
  type Source,
  type StoredFinding,
  type SubjectFilter,
} from '../persistence/finding.store';

export function readFinding(tx: Transaction, id: string): Promise<StoredFinding | null> {
  return findFinding(tx, id);
}

export function listFindings(
  tx: Transaction,
  filter: FindingFilter,
): Promise<readonly StoredFinding[]> {
  return listOpenFindings(tx, filter);
}

export function readDuty(
  tx: Transaction,
  tenantId: string,
  dutyId: string,
): Promise<StoredDuty | null> {
  return findDuty(tx, tenantId, dutyId);
}

export function readDutiesOf(tx: Transaction, key: DonorYearKey): Promise<readonly StoredDuty[]> {
  return dutiesOfDonorYear(tx, key);
}

/** Duties that stand, of contributions named by their first booking. */
export function readDutiesOfContributions(
  tx: Transaction,
  tenantId: string,
  rootIds: readonly string[],
): Promise<readonly StoredDuty[]> {
  return dutiesOfRoots(tx, tenantId, rootIds);
}

/** Open findings of the party's own ledger about these donors in one year, oldest first. */
export function readFindingsOf(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
  year: number,
): Promise<readonly StoredFinding[]> {
  return openLedgerFindings(tx, tenantId, donorIds, year);
}

/** Open findings without a donor, about a debt or a filing, whose key starts with a prefix. */
export function listSubjectFindings(
  tx: Transaction,
  filter: SubjectFilter,
): Promise<readonly StoredFinding[]> {
  return openSubjectFindings(tx, filter);
}

export function listOpenDuties(tx: Transaction, limit: number): Promise<readonly StoredDuty[]> {
  return openDuties(tx, limit);
}

/** Marks duties as met by a notice; one that was met before keeps its first notice. */
export function meetDuties(
  tx: Transaction,
  tenantId: string,
  dutyIds: readonly string[],
  noticeId: string,
): Promise<void> {
  return meet(tx, tenantId, dutyIds, noticeId);
}

export type { Source, StoredDuty, StoredFinding };
