import {
  type FilingKind,
  type OverviewContent,
  type RequiredPart,
} from '../../../legal/facts/filing';
import { type Transaction } from '../../../platform/database/transaction';

export type FilingTimeliness = 'in_time' | 'late';

export interface StoredSignature {
  readonly id: string;
  readonly role: 'board' | 'accountant';
  /** Of the bytes that were signed. */
  readonly sha256: string;
  readonly signerName: string;
  readonly signedAt: string;
  readonly signedBy: string;
}

/** One version of a filing: a draft, or filed and never changed again. */
export interface StoredFiling {
  readonly id: string;
  readonly tenantId: string;
  readonly expectedKey: string;
  readonly kind: FilingKind;
  readonly recipientId: string;
  readonly year: number;
  readonly version: number;
  readonly replacesId: string | null;
  /** Why this version replaces the one before it. */
  readonly reason: string | null;
  readonly nil: boolean;
  readonly stated: OverviewContent['stated'];
  /** The exact bytes that are signed and filed: canonical JSON of an OverviewContent. */
  readonly content: string;
  readonly sha256: string;
  readonly drawnAt: string;
  readonly state: 'draft' | 'filed';
  readonly number: string | null;
  readonly timeliness: FilingTimeliness | null;
  /** The parts that were missing when it was filed all the same; null while it is a draft. */
  readonly missing: readonly RequiredPart[] | null;
  readonly filedAt: string | null;
  readonly filedBy: string | null;
  /** Oldest first, void ones included. */
  readonly signatures: readonly StoredSignature[];
}

const FILING = `
  select f.id, f.tenant_id as "tenantId", f.expected_key as "expectedKey", f.kind,
    f.recipient_id as "recipientId", f.year, f.version, f.replaces_id as "replacesId", f.reason,
    f.nil, json_build_object('noGifts', f.no_gifts, 'noGiftsInKind', f.no_gifts_in_kind,
      'noDebts', f.no_debts) as stated,
    f.content, encode(f.content_sha256, 'hex') as sha256, platform.iso(f.drawn_at) as "drawnAt",
    f.state, f.number, f.timeliness, f.missing, platform.iso(f.filed_at) as "filedAt",
    f.filed_by as "filedBy",
    coalesce((select json_agg(json_build_object('id', s.id, 'role', s.role,
        'sha256', encode(s.content_sha256, 'hex'), 'signerName', s.signer_name,
        'signedAt', platform.iso(s.signed_at), 'signedBy', s.signed_by) order by s.signed_at, s.id)
      from core.filing_signature s
      where s.tenant_id = f.tenant_id and s.filing_id = f.id), '[]') as signatures
  from core.filing f`;

/** Row-level security decides whose, and whether a draft may be seen. */
export async function findFiling(tx: Transaction, id: string): Promise<StoredFiling | null> {
  const [row] = await tx.query<StoredFiling>(`${FILING} where f.id = $1`, [id]);
  return row ?? null;
}

/** Every version of one duty that may be seen, oldest first. */
export function versionsOf(
  tx: Transaction,
  tenantId: string,
  expectedKey: string,
): Promise<StoredFiling[]> {
  return tx.query<StoredFiling>(
    `${FILING} where f.tenant_id = $1 and f.expected_key = $2 order by f.version`,
    [tenantId, expectedKey],
  );
}

/** The duties of a group that have a draft. */
export async function draftedKeys(tx: Transaction, tenantId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ key: string }>(
    `select expected_key as key from core.filing where tenant_id = $1 and state = 'draft'`,
    [tenantId],
  );
  return rows.map(({ key }) => key);
}

/** Every version of one group that was filed, oldest first. */
export function filedOfGroup(tx: Transaction, tenantId: string): Promise<StoredFiling[]> {
  return tx.query<StoredFiling>(
    `${FILING} where f.tenant_id = $1 and f.state = 'filed' order by f.filed_at, f.id`,
    [tenantId],
  );
}

export interface FilingSearch {
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
  readonly state?: 'draft' | 'filed' | undefined;
  readonly year?: number | undefined;
}

/** Newest first by when they were drawn up. */
export function searchFilings(tx: Transaction, search: FilingSearch): Promise<StoredFiling[]> {
  return tx.query<StoredFiling>(
    `${FILING} where ($1::timestamptz is null or (f.drawn_at, f.id) < ($1, $2::uuid))
        and ($3::text is null or f.state = $3) and ($4::int is null or f.year = $4)
      order by f.drawn_at desc, f.id desc limit $5`,
    [
      search.after?.at ?? null,
      search.after?.id ?? null,
      search.state ?? null,
      search.year ?? null,
      search.limit,
    ],
  );
}

/** The newest filed version about one affiliate and year, for the report that takes it along. */
export async function filedOfRecipient(
  tx: Transaction,
  tenantId: string,
  about: { readonly kind: FilingKind; readonly recipientId: string; readonly year: number },
): Promise<{ readonly id: string; readonly sha256: string } | null> {
  const [row] = await tx.query<{ id: string; sha256: string }>(
    `select id, encode(content_sha256, 'hex') as sha256 from core.filing
      where tenant_id = $1 and kind = $2 and recipient_id = $3 and year = $4 and state = 'filed'
      order by version desc limit 1`,
    [tenantId, about.kind, about.recipientId, about.year],
  );
  return row ?? null;
}

/** Drawing up, signing and filing of one duty queue here. */
export async function lockDuty(
  tx: Transaction,
  tenantId: string,
  expectedKey: string,
): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 4))`, [
    `${tenantId}/${expectedKey}`,
  ]);
}
