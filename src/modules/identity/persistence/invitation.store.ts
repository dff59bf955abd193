import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type Role } from '../../../platform/http/actor';
import { type Mandate } from './mandate';

/** What somebody is asked to be. */
export interface Invited extends Mandate {
  readonly email: string;
  readonly role: Role;
  readonly tenantId: string;
  readonly organisation: string;
  /** First day; null: the day of accepting. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
}

export interface StoredInvitation extends Invited {
  readonly id: string;
  readonly invitedAt: string;
  /** Name of who invited; null for the installation itself. */
  readonly invitedBy: string | null;
  readonly expiresAt: string;
  readonly expired: boolean;
  readonly timesSent: number;
}

const COLUMNS = `i.id, i.email, i.role, i.tenant_id as "tenantId", i.organisation,
  i.from_date::text as "from", i.until_date::text as until, i.recipient_id as "recipientId",
  i.recipient_name as "recipientName", i.first_year as "firstYear", i.last_year as "lastYear",
  platform.iso(i.invited_at) as "invitedAt", inviter.name as "invitedBy",
  platform.iso(i.expires_at) as "expiresAt", i.expires_at <= platform.now() as expired,
  i.times_sent as "timesSent"`;
const FROM = `from identity.invitation i
  left join identity.account inviter on inviter.id::text = i.invited_by`;
const OPEN = 'i.accepted_at is null and i.withdrawn_at is null';
const DAYS = 14;

/** Makes invitations of one party queue, so that two of the same are seen. */
export async function holdInvitations(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('invitations ' || $1, 0))`, [
    tenantId,
  ]);
}

export async function insertInvitation(
  tx: Transaction,
  id: string,
  tokenHash: Buffer,
  invited: Invited,
): Promise<void> {
  const { email, role, tenantId, organisation, from, until } = invited;
  const { recipientId, recipientName, firstYear, lastYear } = invited;
  await tx.query(
    `insert into identity.invitation
       (id, token_hash, email, role, tenant_id, organisation, from_date, until_date,
        recipient_id, recipient_name, first_year, last_year, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
             platform.now() + make_interval(days => ${String(DAYS)}))`,
    [
      ...[id, tokenHash, email, role, tenantId, organisation, from, until],
      ...[recipientId, recipientName, firstYear, lastYear],
    ],
  );
}

/** Those that nobody accepted or withdrew, also when they expired: the newest first. */
export function openInvitations(tx: Transaction, tenantId: string): Promise<StoredInvitation[]> {
  return tx.query<StoredInvitation>(
    `select ${COLUMNS} ${FROM} where i.tenant_id = $1 and ${OPEN}
      order by i.invited_at desc, i.id limit 200`,
    [tenantId],
  );
}

export async function invitationOfParty(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredInvitation | undefined> {
  const [row] = await tx.query<StoredInvitation>(
    `select ${COLUMNS} ${FROM} where i.tenant_id = $1 and i.id = $2 and ${OPEN} for update of i`,
    [tenantId, id],
  );
  return row;
}

/** Undefined for a token that is unknown, used, withdrawn or too old: these look the same. */
export async function invitationByToken(
  tx: Transaction,
  tokenHash: Buffer,
): Promise<StoredInvitation | undefined> {
  const [row] = await tx.query<StoredInvitation>(
    `select ${COLUMNS} ${FROM}
      where i.token_hash = $1 and ${OPEN} and i.expires_at > platform.now()
        and coalesce(i.until_date, 'infinity') >= platform.today() for update of i`,
    [tokenHash],
  );
  return row;
}

/** The old link stops working. */
export async function renewToken(tx: Transaction, id: string, tokenHash: Buffer): Promise<void> {
  await tx.query(
    `update identity.invitation
        set token_hash = $2, times_sent = times_sent + 1,
            expires_at = platform.now() + make_interval(days => ${String(DAYS)})
      where id = $1`,
    [id, tokenHash],
  );
}

export async function markWithdrawn(tx: Transaction, id: string): Promise<void> {
  await tx.query('update identity.invitation set withdrawn_at = platform.now() where id = $1', [
    id,
  ]);
  await tx.query('delete from identity.enrolment where invitation_id = $1', [id]);
}

export async function markAccepted(
  tx: Transaction,
  id: string,
  assignmentId: string,
): Promise<void> {
  await tx.query(
    `update identity.invitation set accepted_at = platform.now(), assignment_id = $2 where id = $1`,
    [id, assignmentId],
  );
  await tx.query('delete from identity.enrolment where invitation_id = $1', [id]);
}

/** What an invited person filled in before there is an account. */
export interface Enrolment {
  readonly name: string;
  readonly passwordHash: string;
  /** Sealed. */
  readonly totpSecret: Buffer;
}

export async function keepEnrolment(
  tx: Transaction,
  invitationId: string,
  { name, passwordHash, totpSecret }: Enrolment,
): Promise<void> {
  await tx.query(
    `insert into identity.enrolment (invitation_id, name, password_hash, totp_secret)
     values ($1, $2, $3, $4)
     on conflict (invitation_id) do update
        set name = excluded.name, password_hash = excluded.password_hash,
            changed_at = platform.now()`,
    [invitationId, name, passwordHash, totpSecret],
  );
}

export async function findEnrolment(
  tx: Transaction,
  invitationId: string,
): Promise<Enrolment | undefined> {
  const [row] = await tx.query<Enrolment>(
    `select name, password_hash as "passwordHash", totp_secret as "totpSecret"
       from identity.enrolment where invitation_id = $1`,
    [invitationId],
  );
  return row;
}
