import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** Puts new codes in the place of all that were left. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.query(
    `update identity.recovery_code set replaced_at = platform.now()
      where account_id = $1 and used_at is null and replaced_at is null`,
    [accountId],
  );
  for (const hash of hashes)
    await tx.query(
      'insert into identity.recovery_code (id, account_id, code_hash) values ($1, $2, $3)',
      [newId(), accountId, hash],
    );
}

/** False when this account has no such code left: each works once, also at the same moment. */
export async function useRecoveryCode(
  tx: Transaction,
  accountId: string,
  hash: Buffer,
): Promise<boolean> {
  const rows = await tx.query(
    `update identity.recovery_code set used_at = platform.now()
      where account_id = $1 and code_hash = $2 and used_at is null and replaced_at is null
      returning id`,
    [accountId, hash],
  );
  return rows.length === 1;
}

export async function recoveryCodesLeft(tx: Transaction, accountId: string): Promise<number> {
  const [row] = await tx.query<{ count: string }>(
    `select count(*) as count from identity.recovery_code
      where account_id = $1 and used_at is null and replaced_at is null`,
    [accountId],
  );
  return Number(row?.count ?? 0);
}
