import { type Transaction } from '../../../platform/database/transaction';

export type AccountSource = 'statement' | 'import' | 'form' | 'api';

export interface DonorAccount {
  readonly donorId: string;
  /** Without spaces, in capitals. */
  readonly iban: string;
}

/** Remembers accounts; one that is known of its donor changes nothing. */
export async function insertAccounts(
  tx: Transaction,
  tenantId: string,
  accounts: readonly DonorAccount[],
  source: AccountSource,
): Promise<void> {
  if (accounts.length === 0) return;
  await tx.query(
    `insert into core.donor_account (tenant_id, donor_id, iban, source)
     select $1, "donorId", iban, $3
       from jsonb_to_recordset($2::jsonb) as r ("donorId" uuid, iban text)
     on conflict (tenant_id, donor_id, iban) do nothing`,
    [tenantId, JSON.stringify(accounts), source],
  );
}

export interface KnownAccount extends DonorAccount {
  readonly source: AccountSource;
  readonly recordedAt: string;
}

export function accountsOf(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<KnownAccount[]> {
  return tx.query<KnownAccount>(
    `select donor_id as "donorId", iban, source, platform.iso(recorded_at) as "recordedAt"
       from core.donor_account where tenant_id = $1 and donor_id = any($2::uuid[])
      order by recorded_at, id`,
    [tenantId, donorIds],
  );
}
