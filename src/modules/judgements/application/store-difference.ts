import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import {
  contentHash,
  endFinding,
  type EndedBy,
  type FindingSubject,
  insertFinding,
  type OpenRow,
  type Source,
} from '../persistence/finding.store';
import { tellFindings } from './tell-findings';

export interface RecordedFinding {
  readonly id: string;
  readonly finding: Finding;
}

/** What stood open before, and how what is no longer found ends. */
export interface Standing {
  readonly open: readonly OpenRow[];
  /** False for what stays although it is no longer found. */
  readonly ends: (open: OpenRow) => boolean;
  readonly gone: EndedBy;
}

/**
 * Stores what is found now as a difference with what stood before: a new finding is added, a changed
 * one is ended and added anew, a vanished one is ended. Gives the new and changed ones.
 */
export async function storeDifference(
  tx: Transaction,
  source: Source,
  subject: FindingSubject,
  { open, ends, gone }: Standing,
  findings: readonly Finding[],
): Promise<RecordedFinding[]> {
  const before = new Map(open.map((row) => [row.key, row]));
  const fresh: RecordedFinding[] = [];
  for (const finding of findings) {
    const earlier = before.get(finding.key);
    before.delete(finding.key);
    if (earlier?.sha256 === contentHash(finding)) continue;
    if (earlier !== undefined) await endFinding(tx, subject.tenantId, earlier.id, 'superseded');
    fresh.push({ id: await insertFinding(tx, source, subject, finding), finding });
  }
  const ended = [...before.values()].filter(ends).map(({ id }) => id);
  for (const id of ended) await endFinding(tx, subject.tenantId, id, gone);
  await tellFindings(tx, source, subject.tenantId, fresh, ended);
  return fresh;
}
