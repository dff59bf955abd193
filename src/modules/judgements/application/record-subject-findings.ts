import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import {
  contentHash,
  endFinding,
  type FindingSubject,
  insertFinding,
  openFindings,
  type Source,
} from '../persistence/finding.store';
import { type RecordedFinding } from './record-judgement';
import { tellFindings } from './tell-findings';

/**
 * Stores what stands now among the findings whose key starts with `prefix`, as a difference with
 * what stood before: new ones are added, changed ones are superseded, vanished ones are resolved.
 * Gives the new and changed ones. Called twice with the same findings it changes nothing.
 */
export async function recordSubjectFindings(
  tx: Transaction,
  source: Source,
  subject: FindingSubject,
  prefix: string,
  findings: readonly Finding[],
): Promise<readonly RecordedFinding[]> {
  const stray = findings.find(({ key }) => !key.startsWith(prefix));
  if (stray !== undefined) throw new Error(`the key ${stray.key} does not start with ${prefix}`);
  const standing = await openFindings(tx, source, subject);
  const before = new Map(
    standing.filter(({ key }) => key.startsWith(prefix)).map((row) => [row.key, row]),
  );
  const fresh: RecordedFinding[] = [];
  for (const finding of findings) {
    const earlier = before.get(finding.key);
    before.delete(finding.key);
    if (earlier?.sha256 === contentHash(finding)) continue;
    if (earlier !== undefined) await endFinding(tx, subject.tenantId, earlier.id, 'superseded');
    fresh.push({ id: await insertFinding(tx, source, subject, finding), finding });
  }
  const ended = [...before.values()].map(({ id }) => id);
  for (const id of ended) await endFinding(tx, subject.tenantId, id, 'resolved');
  await tellFindings(tx, source, subject.tenantId, fresh, ended);
  return fresh;
}
