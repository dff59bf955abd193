import { type Finding, type Severity } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { type MomentKey } from '../../../platform/http/keyset';

/** How much waits, and since when; null when nothing does. */
export interface QueueFigures {
  readonly proposals: number;
  readonly proposedCents: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly oldest: string | null;
}

interface ProposalCount {
  readonly n: number;
  readonly cents: string;
  readonly oldest: string | null;
}

interface SeverityCount {
  readonly severity: Severity;
  readonly n: number;
  readonly oldest: string | null;
}

/** Counts what the lists below show, under the same row-level security. */
export async function queueFigures(tx: Transaction): Promise<QueueFigures> {
  const [proposals] = await tx.query<ProposalCount>(
    `select count(*)::int as n, coalesce(sum(amount_cents), 0)::text as cents,
            platform.iso(min(proposed_at)) as oldest
       from core.fine_proposal f where superseded_at is null
        and not exists (select 1 from core.enforcement_case c
          where c.tenant_id = f.tenant_id and c.finding_key = f.finding_key
            and c.year = f.year and core.same_donor(c.tenant_id, c.donor_id, f.donor_id))`,
  );
  const severities = await tx.query<SeverityCount>(
    `select severity, count(*)::int as n, platform.iso(min(found_at)) as oldest
       from core.finding where source = 'disclosed' and ended_at is null group by severity`,
  );
  const count = (severity: Severity): number =>
    severities.find((row) => row.severity === severity)?.n ?? 0;
  const moments = [proposals, ...severities].flatMap((row) => row?.oldest ?? []).sort();
  return {
    proposals: proposals?.n ?? 0,
    proposedCents: proposals?.cents ?? '0',
    findings: {
      finding: count('finding'),
      warning: count('warning'),
      signal: count('signal'),
      undecided: count('undecided'),
    },
    oldest: moments[0] ?? null,
  };
}

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

export interface FindingSearch {
  readonly severities: readonly Severity[];
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** Open findings, the one that waits longest first, after the keyset position. */
export function openDisclosed(tx: Transaction, search: FindingSearch): Promise<DisclosedFinding[]> {
  return tx.query<DisclosedFinding>(
    `${FINDING} and f.ended_at is null and f.severity = any($1)
        and ($2::timestamptz is null or (f.found_at, f.id) > ($2, $3::uuid))
      order by f.found_at, f.id limit $4`,
    [search.severities, search.after?.at ?? null, search.after?.id ?? null, search.limit],
  );
}

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
