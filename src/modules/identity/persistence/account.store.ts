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

export async function changePassword(
  tx: Transaction,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await tx.query('update identity.account set password_hash = $2 where id = $1', [
    accountId,
    passwordHash,
  ]);
}

/** The new secret, of which a code of `step` was just used. */
export async function changeAuthenticator(
  tx: Transaction,
  accountId: string,
  totpSecret: Buffer,
  step: number,
): Promise<void> {
  await tx.query(
    'update identity.account set totp_secret = $2, totp_last_step = $3 where id = $1',
    [accountId, totpSecret, step],
  );
}

export interface OwnAccount {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

export async function ownAccount(tx: Transaction, accountId: string): Promise<OwnAccount> {
  const [row] = await tx.query<OwnAccount>(
    `select email, name, password_hash as "passwordHash" from identity.account where id = $1`,
    [accountId],
  );
  if (row === undefined) throw new Error(`no account ${accountId}`);
  return row;
}

/** A secret that waits for its first code; the newest takes the place of an earlier one. */
export async function keepNewSecret(
  tx: Transaction,
  accountId: string,
  totpSecret: Buffer,
): Promise<void> {
  await tx.query(
    `insert into identity.new_authenticator (account_id, totp_secret) values ($1, $2)
     on conflict (account_id) do update
        set totp_secret = excluded.totp_secret, made_at = platform.now()`,
    [accountId, totpSecret],
  );
}

/** Undefined when there is none, or it has waited for longer than half an hour. */
export async function newSecretOf(tx: Transaction, accountId: string): Promise<Buffer | undefined> {
  const [row] = await tx.query<{ secret: Buffer }>(
    `select totp_secret as secret from identity.new_authenticator
      where account_id = $1 and made_at > platform.now() - interval '30 minutes' for update`,
    [accountId],
  );
  return row?.secret;
}

export async function forgetNewSecret(tx: Transaction, accountId: string): Promise<void> {
  await tx.query('delete from identity.new_authenticator where account_id = $1', [accountId]);
}
