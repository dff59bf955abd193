import { type Transaction } from '../../../platform/database/transaction';
import { endFinding, insertFinding, type Source } from '../persistence/finding.store';
import {
  endFindingsOf,
  endLateWithoutDuty,
  type MovedYear,
  strayLateNotices,
} from '../persistence/identity.store';
import { type RecordedFinding } from './store-difference';

/** One donor's year after a merge or a split. */
export interface MovedDonorYear extends MovedYear {
  /** The donor that is judged now. */
  readonly donorId: string;
  /** The gifts that count for it, by their first booking. */
  readonly rootIds: readonly string[];
  /** The other donors that are one with it: nothing may stand under them. */
  readonly absorbed: readonly string[];
}

/**
 * Brings the findings of a donor's year to whom they belong after a merge or split: a late notice
 * goes with its gift, everything else found about donors that are one with another ends there, and
 * is judged anew by who calls this. Gives the late notices as they stand now.
 */
export async function moveFindings(
  tx: Transaction,
  source: Source,
  moved: MovedDonorYear,
): Promise<readonly RecordedFinding[]> {
  const { tenantId, year, donorId } = moved;
  const late: RecordedFinding[] = [];
  const stray = await strayLateNotices(tx, source, moved, donorId, moved.rootIds);
  for (const { id, content } of stray) {
    await endFinding(tx, tenantId, id, moved.by);
    const finding = content;
    late.push({
      id: await insertFinding(tx, source, { tenantId, donorId, year }, finding),
      finding,
    });
  }
  await endFindingsOf(tx, source, moved, moved.absorbed);
  return late;
}

/** After the duties of a moved year were recorded: a late notice ends where no duty is left. */
export function endLapsedLateNotices(
  tx: Transaction,
  source: Source,
  moved: MovedDonorYear,
): Promise<void> {
  return endLateWithoutDuty(tx, source, moved, moved.donorId);
}
