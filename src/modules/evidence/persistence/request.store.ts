import { type ContributionForm } from '../../../legal/facts/contribution';
import { type DonorKind } from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

export type RequestKind = 'declaration' | 'look_through';
export type RequestLanguage = 'nl' | 'en';

export const REQUEST_STATES = [
  'asked',
  'opened',
  'answered',
  'recorded',
  'expired',
  'withdrawn',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** The gift a request is about, as it stands now. */
export interface AskedGift {
  readonly rootId: string;
  readonly donorId: string;
  readonly donorKind: DonorKind;
  readonly amountCents: string;
  readonly receivedOn: string;
  readonly form: ContributionForm;
}

export interface NewRequest {
  readonly kind: RequestKind;
  readonly gift: AskedGift;
  readonly language: RequestLanguage;
  readonly email: string;
  /** Days it stays open after today. */
  readonly days: number;
}

/** What was asked of a donor; times ISO 8601. The address is never given out. */
export interface StoredRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly donorId: string;
  readonly contributionRootId: string;
  readonly amountCents: string;
  readonly receivedOn: string;
  readonly inKind: boolean;
  readonly language: RequestLanguage;
  readonly state: RequestState;
  readonly askedAt: string;
  readonly askedBy: string;
  /** The last day on which the link works. */
  readonly lastDay: string;
  readonly remindedAt: string | null;
  readonly openedAt: string | null;
  readonly answeredAt: string | null;
  /** On the confirmation of the donor; null while there is no answer. */
  readonly number: string | null;
  /** It is open, was not yet reminded of, and the address is still there. */
  readonly mayRemind: boolean;
}

const OPEN = 'r.answered_at is null and r.withdrawn_at is null and platform.now() < r.expires_at';

const REQUEST = `
  select r.id, r.kind, r.donor_id as "donorId", r.contribution_root_id as "contributionRootId",
         r.amount_cents as "amountCents", r.received_on::text as "receivedOn",
         r.in_kind as "inKind", r.language,
         case when r.recorded_at is not null then 'recorded'
              when r.answered_at is not null then 'answered'
              when r.withdrawn_at is not null then 'withdrawn'
              when platform.now() >= r.expires_at then 'expired'
              when r.opened_at is not null then 'opened' else 'asked' end as state,
         platform.iso(r.asked_at) as "askedAt", r.asked_by as "askedBy",
         ((r.expires_at at time zone 'Europe/Amsterdam')::date - 1)::text as "lastDay",
         platform.iso(r.reminded_at) as "remindedAt", platform.iso(r.opened_at) as "openedAt",
         platform.iso(r.answered_at) as "answeredAt", a.number,
         (${OPEN} and r.reminded_at is null and r.recipient_email is not null) as "mayRemind"
    from core.evidence_request r
    left join core.evidence_answer a on a.tenant_id = r.tenant_id and a.request_id = r.id`;

/** The end of the day so many days from today, in the Netherlands. */
const END = (days: string): string =>
  `((platform.today() + ${days}::int + 1)::timestamp at time zone 'Europe/Amsterdam')`;

/** Null when there is no such gift, or it was annulled. Found by any id of its chain. */
export async function findAskedGift(
  tx: Transaction,
  tenantId: string,
  contributionId: string,
): Promise<AskedGift | null> {
  const [gift] = await tx.query<AskedGift>(
    `select c.root_id as "rootId", c.donor_id as "donorId", d.kind as "donorKind",
            c.amount_cents as "amountCents", c.received_on::text as "receivedOn", c.form
       from core.current_contribution c
       join core.donor d on d.tenant_id = c.tenant_id and d.id = c.donor_id
      where c.tenant_id = $1
        and c.root_id = (select root_id from core.contribution where tenant_id = $1 and id = $2)`,
    [tenantId, contributionId],
  );
  return gift ?? null;
}

/** Requests of one donor queue here, so that none is asked twice at once. */
export async function holdRequestsOf(
  tx: Transaction,
  tenantId: string,
  donorId: string,
): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `evidence-request/${tenantId}/${donorId}`,
  ]);
}

export async function insertRequest(
  tx: Transaction,
  tenantId: string,
  asked: NewRequest,
): Promise<string> {
  const id = newId();
  const { kind, gift, language, email, days } = asked;
  await tx.query(
    `insert into core.evidence_request (tenant_id, id, kind, donor_id, contribution_root_id,
       amount_cents, received_on, in_kind, language, recipient_email, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ${END('$11')})`,
    [
      tenantId,
      id,
      kind,
      gift.donorId,
      gift.rootId,
      gift.amountCents,
      gift.receivedOn,
      gift.form === 'in_kind',
      language,
      email,
      days,
    ],
  );
  return id;
}

/** @param tokenSha256 of the token in the link, 32 bytes. */
export async function insertLink(
  tx: Transaction,
  tenantId: string,
  requestId: string,
  tokenSha256: Buffer,
): Promise<void> {
  await tx.query(
    `insert into core.evidence_link (tenant_id, request_id, token_sha256) values ($1, $2, $3)`,
    [tenantId, requestId, tokenSha256],
  );
}

/** Holds the row until the transaction ends; null when it is not there. */
export async function holdRequest(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredRequest | null> {
  await tx.query(
    `select 1 from core.evidence_request where tenant_id = $1 and id = $2 for update`,
    [tenantId, id],
  );
  return findRequest(tx, tenantId, id);
}

export async function findRequest(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredRequest | null> {
  const [row] = await tx.query<StoredRequest>(`${REQUEST} where r.tenant_id = $1 and r.id = $2`, [
    tenantId,
    id,
  ]);
  return row ?? null;
}

/** Newest first; of these donors only, or after the keyset position. */
export function searchRequests(
  tx: Transaction,
  tenantId: string,
  search: {
    readonly donorIds: readonly string[] | null;
    readonly after: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<StoredRequest[]> {
  return tx.query<StoredRequest>(
    `${REQUEST} where r.tenant_id = $1 and ($2::uuid[] is null or r.donor_id = any($2))
        and ($3::timestamptz is null or (r.asked_at, r.id) < ($3, $4::uuid))
      order by r.asked_at desc, r.id desc limit $5`,
    [tenantId, search.donorIds, search.after?.at ?? null, search.after?.id ?? null, search.limit],
  );
}

/** The address, for the reminder that is sent now; it is forgotten with it. */
export async function takeAddressToRemind(
  tx: Transaction,
  tenantId: string,
  id: string,
  days: number,
): Promise<string | null> {
  const [row] = await tx.query<{ email: string }>(
    `with asked as (select r.id, r.recipient_email as email from core.evidence_request r
        where r.tenant_id = $1 and r.id = $2 and ${OPEN} and r.reminded_at is null
          and r.recipient_email is not null for update)
     update core.evidence_request u
        set reminded_at = platform.now(), recipient_email = null, expires_at = ${END('$3')}
       from asked where u.tenant_id = $1 and u.id = asked.id returning asked.email`,
    [tenantId, id, days],
  );
  return row?.email ?? null;
}

/** False when it was answered, withdrawn or over already. */
export async function withdraw(tx: Transaction, tenantId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update core.evidence_request r set withdrawn_at = platform.now(), recipient_email = null
      where r.tenant_id = $1 and r.id = $2 and ${OPEN} returning r.id`,
    [tenantId, id],
  );
  return rows.length === 1;
}

export async function markRecorded(tx: Transaction, tenantId: string, id: string): Promise<void> {
  await tx.query(
    `update core.evidence_request set recorded_at = platform.now()
      where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
}

/** Once the term is over nothing can be sent any more, so the address goes. Role worker. */
export async function forgetAddress(tx: Transaction, tenantId: string, id: string): Promise<void> {
  await tx.query(
    `update core.evidence_request set recipient_email = null
      where tenant_id = $1 and id = $2 and platform.now() >= expires_at
        and recipient_email is not null`,
    [tenantId, id],
  );
}

export async function expiryOf(tx: Transaction, tenantId: string, id: string): Promise<string> {
  const [row] = await tx.query<{ at: string }>(
    `select platform.iso(expires_at) as at from core.evidence_request
      where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
  if (row === undefined) throw new Error('a request was written and is not there');
  return row.at;
}

export interface StoredAnswer {
  readonly requestId: string;
  readonly number: string;
  readonly answer: unknown;
  /** yyyy-mm-dd in the Netherlands. */
  readonly answeredOn: string;
}

export async function answerOf(
  tx: Transaction,
  tenantId: string,
  requestId: string,
): Promise<StoredAnswer | null> {
  const [row] = await tx.query<StoredAnswer>(
    `select request_id as "requestId", number, answer,
            (answered_at at time zone 'Europe/Amsterdam')::date::text as "answeredOn"
       from core.evidence_answer where tenant_id = $1 and request_id = $2`,
    [tenantId, requestId],
  );
  return row ?? null;
}
