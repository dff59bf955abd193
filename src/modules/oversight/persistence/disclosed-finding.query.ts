import { type Finding, type Severity } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';

/** A finding on disclosed facts, as the overseer sees it. */
export interface DisclosedFinding {
  readonly id: string;
  readonly tenantId: string;
  /** Null for a finding about a filing. */
  readonly donorId: string | null;
  readonly year: number;
  readonly severity: Severity;
  readonly content: Finding;
  readonly foundAt: string;
  /** Set when the facts no longer give it. */
  readonly endedAt: string | null;
  readonly organisationName: string;
  /** The proposal that rests on it, when one waits. */
  readonly proposalId: string | null;
  readonly proposalNumber: string | null;
}

const FINDING = `
  select f.id, f.tenant_id as "tenantId", f.donor_id as "donorId", f.year, f.severity, f.content,
    platform.iso(f.found_at) as "foundAt", platform.iso(f.ended_at) as "endedAt",
    o.name as "organisationName", p.id as "proposalId", p.number as "proposalNumber"
  from core.finding f
  join core.organisation o on o.tenant_id = f.tenant_id
  left join core.fine_proposal p on p.tenant_id = f.tenant_id and p.finding_id = f.id
    and p.superseded_at is null
  where f.source = 'disclosed'`;

export async function findDisclosed(tx: Transaction, id: string): Promise<DisclosedFinding | null> {
  const [row] = await tx.query<DisclosedFinding>(`${FINDING} and f.id = $1`, [id]);
  return row ?? null;
}

export interface NoticeMade {
  readonly id: string;
  readonly number: string;
  readonly filedAt: string;
}

/** The notice that met the duty of this contribution; null when there is none yet. */
export async function noticeOfDuty(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<NoticeMade | null> {
  const [row] = await tx.query<NoticeMade>(
    `select n.id, n.number, platform.iso(n.filed_at) as "filedAt"
       from core.notice_duty d
       join core.notice n on n.tenant_id = d.tenant_id and n.id = d.met_by_notice_id
      where d.tenant_id = $1 and d.contribution_root_id = $2`,
    [tenantId, rootId],
  );
  return row ?? null;
}
