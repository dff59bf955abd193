import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type FindingSubject, openFindings, type Source } from '../persistence/finding.store';
import { type RecordedFinding, storeDifference } from './store-difference';

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
  const open = (await openFindings(tx, source, subject)).filter(({ key }) =>
    key.startsWith(prefix),
  );
  const standing = { open, ends: () => true, gone: 'resolved' } as const;
  return storeDifference(tx, source, subject, standing, findings);
}
