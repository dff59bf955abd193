import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { tellWebhooks } from '../../webhooks/public';
import { type Source } from '../persistence/finding.store';

/**
 * Tells the software of a party what was found in its own ledger and what was resolved there. What
 * the overseer finds is told by letter. A changed finding is told as opened again.
 */
export async function tellFindings(
  tx: Transaction,
  source: Source,
  tenantId: string,
  fresh: readonly { readonly id: string; readonly finding: Finding }[],
  ended: readonly string[],
): Promise<void> {
  if (source !== 'ledger') return;
  const opened = fresh.map(({ id, finding: { rule, severity, since } }) => ({
    findingId: id,
    rule,
    severity,
    since,
  }));
  await tellWebhooks(tx, tenantId, 'finding.opened', opened);
  const resolved = ended.map((findingId) => ({ findingId }));
  await tellWebhooks(tx, tenantId, 'finding.ended', resolved);
}
