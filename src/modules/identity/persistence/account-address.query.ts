import { type Transaction } from '../../../platform/database/transaction';

/** Mail addresses by account, of those that are enabled and hold a role today. Role identity. */
export async function addressesInUse(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; email: string }>(
    `select c.id, c.email from identity.account c
      where c.id = any($1::uuid[]) and c.disabled_at is null
        and exists (select 1 from identity.assignment_in_force a where a.account_id = c.id)`,
    [accountIds],
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}
