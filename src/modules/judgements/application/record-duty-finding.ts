import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type StoredDuty } from '../persistence/duty.store';
import {
  contentHash,
  endFinding,
  insertFinding,
  openFindings,
  type Source,
} from '../persistence/finding.store';

/**
 * Stores what a passed term means for one duty. Saying the same thing twice changes nothing, so the
 * deadline and the filing may both come here, in any order. Gives the id of the standing finding.
 */
export async function recordDutyFinding(
  tx: Transaction,
  source: Source,
  duty: StoredDuty,
  finding: Finding,
): Promise<string> {
  const key = { tenantId: duty.tenantId, donorId: duty.donorId, year: duty.year };
  const standing = (await openFindings(tx, source, key)).find((row) => row.key === finding.key);
  if (standing?.sha256 === contentHash(finding)) return standing.id;
  if (standing !== undefined) await endFinding(tx, duty.tenantId, standing.id, 'superseded');
  return insertFinding(tx, source, key, finding);
}
