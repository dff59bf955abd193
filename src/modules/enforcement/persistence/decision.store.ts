import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

export type Purpose = 'fine' | 'no_fine' | 'objection' | 'set_off';

export interface StoredDraft {
  readonly version: number;
  readonly purpose: Purpose;
  readonly sha256: string;
  /** Canonical JSON of a DecisionContent. */
  readonly content: string;
  readonly draftedBy: string;
  readonly draftedByName: string | null;
  readonly draftedAt: string;
}

export interface NewDraft {
  readonly tenantId: string;
  readonly caseId: string;
  readonly version: number;
  readonly purpose: Purpose;
  readonly content: string;
  readonly sha256: string;
  readonly draftedByName: string | null;
}

export async function insertDraft(tx: Transaction, draft: NewDraft): Promise<void> {
  await tx.query(
    `insert into core.case_draft
       (tenant_id, case_id, version, purpose, content, sha256, drafted_by_name)
     values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7)`,
    [
      draft.tenantId,
      draft.caseId,
      draft.version,
      draft.purpose,
      draft.content,
      draft.sha256,
      draft.draftedByName,
    ],
  );
}

export function readDrafts(tx: Transaction, caseId: string): Promise<StoredDraft[]> {
  return tx.query<StoredDraft>(
    `select version, purpose, encode(sha256, 'hex') as sha256, content, drafted_by as "draftedBy",
       drafted_by_name as "draftedByName", platform.iso(drafted_at) as "draftedAt"
       from core.case_draft where case_id = $1 order by version`,
    [caseId],
  );
}

/** Why the database would not make a decision; a word of CaseRefusal. */
export type ApprovalRefusal =
  'no_draft' | 'role_may_not' | 'content_changed' | 'second_person_needed' | 'already_done';

/** Null when the decision was made. */
export async function approveDecision(
  tx: Transaction,
  approval: {
    readonly caseId: string;
    readonly version: number;
    readonly sha256: string;
    readonly approverName: string | null;
  },
): Promise<ApprovalRefusal | null> {
  const [row] = await tx.query<{ refusal: ApprovalRefusal | null }>(
    `select core.approve_case_decision($1, $2, $3, $4) as refusal`,
    [approval.caseId, approval.version, approval.sha256, approval.approverName],
  );
  return row?.refusal ?? null;
}

export interface StoredDecision {
  readonly id: string;
  readonly purpose: Purpose;
  readonly version: number;
  readonly sha256: string;
  readonly content: string;
  readonly draftedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly decidedOn: PlainDate;
}

/** Decisions with the exact content; a party sees those that were sent, and not by whom. */
export function readDecisions(tx: Transaction, caseId: string): Promise<StoredDecision[]> {
  const people =
    tx.scope.role === 'app'
      ? 'null as "draftedBy", null as "approvedBy", null as "approvedByName"'
      : `d.drafted_by as "draftedBy", d.approved_by as "approvedBy",
         d.approved_by_name as "approvedByName"`;
  return tx.query<StoredDecision>(
    `select d.id, d.purpose, d.draft_version as version, encode(d.sha256, 'hex') as sha256,
       f.content, ${people}, d.decided_on::text as "decidedOn"
       from core.case_decision d
       join core.case_draft f on f.tenant_id = d.tenant_id and f.case_id = d.case_id
         and f.version = d.draft_version
      where d.case_id = $1 order by d.draft_version`,
    [caseId],
  );
}
