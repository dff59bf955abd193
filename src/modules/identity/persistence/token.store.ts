import { type Transaction } from '../../../platform/database/transaction';
import { type Role } from '../../../platform/http/actor';
import { type SignedIn } from './session.store';

export interface NewToken {
  readonly id: string;
  readonly hash: Buffer;
  readonly assignmentId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

export interface TokenHolder extends SignedIn {
  readonly scopes: readonly string[];
}

export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly expiresOn: string;
}

/** @returns the day after which the token no longer works. */
export async function insertToken(tx: Transaction, token: NewToken): Promise<string> {
  const { id, hash, assignmentId, name, scopes, days } = token;
  const [row] = await tx.query<{ expires: string }>(
    `insert into identity.api_token (id, token_hash, assignment_id, name, scopes, expires_at)
     values ($1, $2, $3, $4, $5, platform.now() + make_interval(days => $6))
     returning (expires_at at time zone 'Europe/Amsterdam')::date::text as expires`,
    [id, hash, assignmentId, name, scopes, days],
  );
  return row?.expires ?? '';
}

export async function tokenHolder(tx: Transaction, hash: Buffer): Promise<TokenHolder | undefined> {
  const [holder] = await tx.query<TokenHolder>(
    `select c.id as "accountId", a.id as "assignmentId", c.name, a.role, a.tenant_id as "tenantId",
            a.organisation, t.scopes
       from identity.api_token t
       join identity.assignment_in_force a on a.id = t.assignment_id
       join identity.account c on c.id = a.account_id and c.disabled_at is null
      where t.token_hash = $1 and t.revoked_at is null and t.expires_at > platform.now()`,
    [hash],
  );
  return holder;
}

/** The tokens of an account that work, oldest first. */
export function workingTokens(tx: Transaction, accountId: string): Promise<TokenLine[]> {
  return tx.query<TokenLine>(
    `select t.id, t.name, a.role, t.scopes,
            (t.expires_at at time zone 'Europe/Amsterdam')::date::text as "expiresOn"
       from identity.api_token t
       join identity.assignment_in_force a on a.id = t.assignment_id
      where a.account_id = $1 and t.revoked_at is null and t.expires_at > platform.now()
      order by t.created_at, t.id`,
    [accountId],
  );
}

/** False when this account has no such token. */
export async function markRevoked(
  tx: Transaction,
  accountId: string,
  tokenId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update identity.api_token t set revoked_at = platform.now()
       from identity.assignment a
      where t.id = $2 and a.id = t.assignment_id and a.account_id = $1 and t.revoked_at is null
      returning t.id`,
    [accountId, tokenId],
  );
  return rows.length === 1;
}
