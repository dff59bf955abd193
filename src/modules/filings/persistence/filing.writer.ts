import { type OverviewContent, type RequiredPart } from '../../../legal/facts/filing';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { sha256Hex } from '../../../platform/json/canonical';
import { type FilingTimeliness, type StoredFiling } from './filing.store';

export type Stated = OverviewContent['stated'];

export type NewDraft = Pick<
  StoredFiling,
  | 'tenantId'
  | 'expectedKey'
  | 'kind'
  | 'recipientId'
  | 'year'
  | 'version'
  | 'replacesId'
  | 'reason'
  | 'stated'
  | 'content'
>;

/** Stores a first draft of a version. Gives its id. */
export async function insertDraft(tx: Transaction, draft: NewDraft): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.filing (tenant_id, id, expected_key, kind, recipient_id, year, version,
       replaces_id, reason, no_gifts, no_gifts_in_kind, no_debts, content, content_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, decode($14, 'hex'))`,
    [
      draft.tenantId,
      id,
      draft.expectedKey,
      draft.kind,
      draft.recipientId,
      draft.year,
      draft.version,
      draft.replacesId,
      draft.reason,
      draft.stated.noGifts,
      draft.stated.noGiftsInKind,
      draft.stated.noDebts,
      draft.content,
      sha256Hex(draft.content),
    ],
  );
  return id;
}

/** Puts other bytes under a draft; signatures under the old ones are void from here on. */
export async function updateDraft(
  tx: Transaction,
  key: { readonly tenantId: string; readonly id: string },
  stated: Stated,
  content: string,
): Promise<void> {
  await tx.query(
    `update core.filing set no_gifts = $3, no_gifts_in_kind = $4, no_debts = $5, content = $6,
       content_sha256 = decode($7, 'hex'), drawn_at = platform.now(), drawn_by = platform.actor()
      where tenant_id = $1 and id = $2`,
    [
      key.tenantId,
      key.id,
      stated.noGifts,
      stated.noGiftsInKind,
      stated.noDebts,
      content,
      sha256Hex(content),
    ],
  );
}

export interface NewSignature {
  readonly tenantId: string;
  readonly filingId: string;
  readonly role: 'board' | 'accountant';
  /** What the signer saw. */
  readonly sha256: string;
  readonly signerName: string;
}

/** Gives false when this role had signed these bytes already. */
export async function insertSignature(tx: Transaction, signed: NewSignature): Promise<boolean> {
  const rows = await tx.query(
    `insert into core.filing_signature (tenant_id, filing_id, role, content_sha256, signer_name)
     values ($1, $2, $3, decode($4, 'hex'), $5)
     on conflict (tenant_id, filing_id, role, content_sha256) do nothing returning id`,
    [signed.tenantId, signed.filingId, signed.role, signed.sha256, signed.signerName],
  );
  return rows.length === 1;
}

export interface FiledFacts {
  readonly tenantId: string;
  readonly id: string;
  /** The bytes that the one who files has seen. */
  readonly sha256: string;
  readonly nil: boolean;
  readonly number: string;
  readonly timeliness: FilingTimeliness;
  readonly missing: readonly RequiredPart[];
  readonly filedAt: string;
}

/** Freezes a draft. False when it was filed before, or other bytes stand there by now. */
export async function markFiled(tx: Transaction, filed: FiledFacts): Promise<boolean> {
  const rows = await tx.query(
    `update core.filing set state = 'filed', nil = $4, number = $5, timeliness = $6, missing = $7,
       filed_at = $8, filed_by = platform.actor()
      where tenant_id = $1 and id = $2 and state = 'draft' and content_sha256 = decode($3, 'hex')
      returning id`,
    [
      filed.tenantId,
      filed.id,
      filed.sha256,
      filed.nil,
      filed.number,
      filed.timeliness,
      JSON.stringify(filed.missing),
      filed.filedAt,
    ],
  );
  return rows.length === 1;
}
