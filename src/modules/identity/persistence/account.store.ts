import { type Transaction } from '../../../platform/database/transaction';

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  /** Sealed; null for an account that only uses tokens. */
  readonly totpSecret: Buffer | null;
}

export interface AccountToProve {
  readonly id: string;
  readonly passwordHash: string;
  readonly totpSecret: Buffer | null;
  readonly disabled: boolean;
}

export async function insertAccount(tx: Transaction, account: NewAccount): Promise<void> {
  const { id, email, name, passwordHash, totpSecret } = account;
  await tx.query(
    `insert into identity.account (id, email, name, password_hash, totp_secret)
     values ($1, $2, $3, $4, $5)`,
    [id, email, name, passwordHash, totpSecret],
  );
}

export async function accountByEmail(
  tx: Transaction,
  email: string,
): Promise<AccountToProve | undefined> {
  const [account] = await tx.query<AccountToProve>(
    `select id, password_hash as "passwordHash", totp_secret as "totpSecret",
            disabled_at is not null as disabled
       from identity.account where lower(email) = lower($1)`,
    [email],
  );
  return account;
}

/** Marks a step of 30 seconds as used. False when it, or a later one, was used before. */
export async function useTotpStep(
  tx: Transaction,
  accountId: string,
  step: number,
): Promise<boolean> {
  const rows = await tx.query(
    `update identity.account set totp_last_step = $2
      where id = $1 and coalesce(totp_last_step, -1) < $2 returning id`,
    [accountId, step],
  );
  return rows.length === 1;
}

export async function markDisabled(tx: Transaction, accountId: string): Promise<boolean> {
  const rows = await tx.query(
    `update identity.account set disabled_at = platform.now()
      where id = $1 and disabled_at is null returning id`,
    [accountId],
  );
  return rows.length === 1;
}

export async function emailOf(tx: Transaction, accountId: string): Promise<string> {
  const [row] = await tx.query<{ email: string }>(
    'select email from identity.account where id = $1',
    [accountId],
  );
  return row?.email ?? '';
}
