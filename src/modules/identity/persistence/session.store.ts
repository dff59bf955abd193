import { type Transaction } from '../../../platform/database/transaction';
import { type Role } from '../../../platform/http/actor';

export interface NewSession {
  readonly idHash: Buffer;
  readonly accountId: string;
  /** Null while the code is still to come. */
  readonly assignmentId: string | null;
  readonly csrfToken: string;
  readonly minutes: number;
  /** The session of which this one is the next part, when a role is chosen: it keeps its moments. */
  readonly follows?: Buffer;
}

export interface SignedIn {
  readonly accountId: string;
  readonly assignmentId: string;
  readonly name: string;
  readonly role: Role;
  readonly tenantId: string | null;
  readonly organisation: string | null;
}

export interface SessionInForce extends SignedIn {
  readonly csrfToken: string;
  /** True when it is a minute ago that the session was last seen. */
  readonly stale: boolean;
  /** Seconds until endsAt. */
  readonly secondsLeft: number;
  /** After this request, when nothing follows; ISO 8601 in UTC. */
  readonly endsAt: string;
  /** However busy it is; ISO 8601 in UTC. */
  readonly endsAtLatest: string;
}

export interface HalfSession {
  readonly accountId: string;
  readonly totpSecret: Buffer;
  readonly totpLastStep: string | null;
}

const IDLE_MINUTES = 30;

export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  const { idHash, accountId, assignmentId, csrfToken, minutes, follows } = session;
  await tx.query(
    `insert into identity.session
       (id_hash, account_id, assignment_id, csrf_token, expires_at, signed_in_at)
     select $1, $2, $3, $4,
            coalesce(s.expires_at, platform.now() + make_interval(mins => $5)),
            coalesce(s.signed_in_at, platform.now())
       from (select) one left join identity.session s on s.id_hash = $6`,
    [idHash, accountId, assignmentId, csrfToken, minutes, follows ?? null],
  );
}

/** The session and who is behind it, when it, the account and the role are all still good. */
export async function sessionInForce(
  tx: Transaction,
  idHash: Buffer,
): Promise<SessionInForce | undefined> {
  const [session] = await tx.query<SessionInForce>(
    `select s.account_id as "accountId", a.id as "assignmentId", c.name, a.role,
            a.tenant_id as "tenantId", a.organisation, s.csrf_token as "csrfToken",
            seen.stale, platform.iso(s.expires_at) as "endsAtLatest",
            platform.iso(seen.ends_at) as "endsAt",
            extract(epoch from seen.ends_at - platform.now())::int as "secondsLeft"
       from identity.session s
       join identity.account c on c.id = s.account_id and c.disabled_at is null
       join identity.assignment_in_force a on a.id = s.assignment_id
      cross join lateral
        (select stale, least(s.expires_at, make_interval(mins => $2) +
                  case when stale then platform.now() else s.last_seen_at end) as ends_at
           from (select s.last_seen_at < platform.now() - interval '1 minute' as stale) moment) seen
      where s.id_hash = $1 and s.ended_at is null and s.expires_at > platform.now()
        and s.last_seen_at > platform.now() - make_interval(mins => $2)`,
    [idHash, IDLE_MINUTES],
  );
  return session;
}

export interface LapsedSession {
  readonly accountId: string;
  readonly role: Role;
  readonly tenantId: string | null;
  readonly csrfToken: string;
}

/** A session that stopped by itself less than a day ago, of somebody who may still sign in. */
export async function lapsedSession(
  tx: Transaction,
  idHash: Buffer,
): Promise<LapsedSession | undefined> {
  const [session] = await tx.query<LapsedSession>(
    `select s.account_id as "accountId", a.role, a.tenant_id as "tenantId",
            s.csrf_token as "csrfToken"
       from identity.session s
       join identity.account c on c.id = s.account_id and c.disabled_at is null
       join identity.assignment_in_force a on a.id = s.assignment_id
      where s.id_hash = $1 and s.ended_at is null
        and s.last_seen_at > platform.now() - interval '1 day'`,
    [idHash],
  );
  return session;
}

/** A session of one's own, as the account page lists it. */
export interface OwnSession {
  readonly role: Role;
  readonly organisation: string | null;
  readonly signedInAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

/** The sessions of an account that still work, the newest first. */
export function openSessionsOf(
  tx: Transaction,
  accountId: string,
  current: Buffer,
): Promise<OwnSession[]> {
  return tx.query<OwnSession>(
    `select a.role, a.organisation, platform.iso(s.signed_in_at) as "signedInAt",
            platform.iso(s.last_seen_at) as "lastSeenAt", s.id_hash = $2 as current
       from identity.session s
       join identity.assignment_in_force a on a.id = s.assignment_id
      where s.account_id = $1 and s.ended_at is null and s.expires_at > platform.now()
        and s.last_seen_at > platform.now() - make_interval(mins => $3)
      order by s.last_seen_at desc, s.id_hash limit 50`,
    [accountId, current, IDLE_MINUTES],
  );
}

/** When this account signed in the time before; null for the first time. */
export async function signedInBefore(
  tx: Transaction,
  accountId: string,
  current: Buffer,
): Promise<string | null> {
  const [row] = await tx.query<{ at: string | null }>(
    `select platform.iso(max(s.signed_in_at)) as at from identity.session s
      where s.account_id = $1 and s.assignment_id is not null
        and s.signed_in_at < (select signed_in_at from identity.session where id_hash = $2)`,
    [accountId, current],
  );
  return row?.at ?? null;
}

/** All of an account but one; @returns how many. */
export async function endOtherSessions(
  tx: Transaction,
  accountId: string,
  kept: Buffer,
): Promise<number> {
  const ended = await tx.query(
    `update identity.session set ended_at = platform.now()
      where account_id = $1 and ended_at is null and id_hash <> $2 returning 1`,
    [accountId, kept],
  );
  return ended.length;
}

/** The session of somebody whose password was right and whose code is still to come. */
export async function halfSession(
  tx: Transaction,
  idHash: Buffer,
): Promise<HalfSession | undefined> {
  const [session] = await tx.query<HalfSession>(
    `select s.account_id as "accountId", c.totp_secret as "totpSecret",
            c.totp_last_step as "totpLastStep"
       from identity.session s
       join identity.account c on c.id = s.account_id
        and c.disabled_at is null and c.totp_secret is not null
      where s.id_hash = $1 and s.assignment_id is null and s.ended_at is null
        and s.expires_at > platform.now()`,
    [idHash],
  );
  return session;
}

export async function markSeen(tx: Transaction, idHash: Buffer): Promise<void> {
  await tx.query('update identity.session set last_seen_at = platform.now() where id_hash = $1', [
    idHash,
  ]);
}

/** @returns the account it was for; undefined when there was nothing to end. */
export async function endSession(tx: Transaction, idHash: Buffer): Promise<string | undefined> {
  const [ended] = await tx.query<{ account: string }>(
    `update identity.session set ended_at = platform.now()
      where id_hash = $1 and ended_at is null returning account_id as account`,
    [idHash],
  );
  return ended?.account;
}

export async function endSessionsOf(tx: Transaction, accountId: string): Promise<void> {
  await tx.query(
    `update identity.session set ended_at = platform.now()
      where account_id = $1 and ended_at is null`,
    [accountId],
  );
}
