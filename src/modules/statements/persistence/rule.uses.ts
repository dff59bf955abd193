import { type Transaction } from '../../../platform/database/transaction';

/** Entries on which a decision stands that holds and was made by this rule, the newest first. */
export async function usesOfRule(
  tx: Transaction,
  tenantId: string,
  ruleId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.query<{ entryId: string }>(
    `select entry_id as "entryId" from core.bank_decision
      where tenant_id = $1 and rule_id = $2 and undone_at is null
      order by decided_at desc, id limit $3`,
    [tenantId, ruleId, limit],
  );
  return rows.map(({ entryId }) => entryId);
}
