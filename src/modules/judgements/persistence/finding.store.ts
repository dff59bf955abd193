import { type Finding, type Severity } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';

/** Whose facts were judged: the party's own ledger, or only what the overseer may know (D7). */
export type Source = 'ledger' | 'disclosed';

/** Why a finding ended; `merged` and `split`: its facts count for another donor since then. */
export type EndedBy = 'resolved' | 'superseded' | 'merged' | 'split';

export interface DonorYearKey {
  readonly tenantId: string;
  readonly donorId: string;
  readonly year: number;
}

/** The unit a finding belongs to: a donor's year, or a group's year when no donor is concerned. */
export interface FindingSubject {
  readonly tenantId: string;
  readonly donorId: string | null;
  readonly year: number;
}

export interface StoredFinding {
  readonly id: string;
  readonly tenantId: string;
  /** Null for a finding about a filing. */
  readonly donorId: string | null;
  readonly year: number;
  readonly recipientId: string | null;
  readonly severity: Severity;
  readonly content: Finding;
  readonly foundAt: string;
}

const COLUMNS = `id, tenant_id as "tenantId", donor_id as "donorId", year,
  recipient_id as "recipientId", severity, content, platform.iso(found_at) as "foundAt"`;

/** The same finding always has the same hash: keys are sorted before hashing. */
export function contentHash(finding: unknown): string {
  return sha256Hex(canonicalJson(finding));
}

export interface OpenRow {
  readonly id: string;
  readonly key: string;
  readonly sha256: string;
}

/** What the key of a finding about a late notice starts with; the gift follows. */
export const LATE_NOTICE = 'WFPP-25a-2:';

export function openFindings(
  tx: Transaction,
  source: Source,
  subject: FindingSubject,
): Promise<OpenRow[]> {
  return tx.query<OpenRow>(
    `select id, key, encode(content_sha256, 'hex') as sha256 from core.finding
      where tenant_id = $1 and source = $2 and donor_id is not distinct from $3::uuid and year = $4
        and ended_at is null`,
    [subject.tenantId, source, subject.donorId, subject.year],
  );
}

export async function endFinding(
  tx: Transaction,
  tenantId: string,
  id: string,
  by: EndedBy,
): Promise<void> {
  await tx.query(
    `update core.finding set ended_at = platform.now(), ended_by = $3
      where tenant_id = $1 and id = $2 and ended_at is null`,
    [tenantId, id, by],
  );
}

/** Ends the party's own finding of a late notice once its duty has lost its ground. */
export async function endLateNotice(
  tx: Transaction,
  donorYear: DonorYearKey,
  rootId: string,
): Promise<void> {
  await tx.query(
    `update core.finding set ended_at = platform.now(), ended_by = 'resolved'
      where tenant_id = $1 and source = 'ledger' and year = $2 and key = $3
        and ended_at is null`,
    [donorYear.tenantId, donorYear.year, `${LATE_NOTICE}${rootId}`],
  );
}

export async function insertFinding(
  tx: Transaction,
  source: Source,
  subject: FindingSubject,
  finding: Finding,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into core.finding (tenant_id, source, donor_id, year, rule, severity, outcome, key,
       recipient_id, content, content_sha256, since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'), $12) returning id`,
    [
      subject.tenantId,
      source,
      subject.donorId,
      subject.year,
      finding.rule,
      finding.severity,
      finding.outcome,
      finding.key,
      finding.recipient,
      JSON.stringify(finding),
      contentHash(finding),
      finding.since,
    ],
  );
  if (row === undefined) throw new Error('a finding was not stored');
  return row.id;
}

export async function findFinding(tx: Transaction, id: string): Promise<StoredFinding | null> {
  const [row] = await tx.query<StoredFinding>(`select ${COLUMNS} from core.finding where id = $1`, [
    id,
  ]);
  return row ?? null;
}

export interface FindingFilter {
  readonly source: Source;
  readonly after: { readonly foundAt: string; readonly id: string } | null;
  readonly donorId?: string;
  readonly limit: number;
}

/** Open findings, newest first. Row-level security decides whose. */
export function listOpenFindings(tx: Transaction, filter: FindingFilter): Promise<StoredFinding[]> {
  return tx.query<StoredFinding>(
    `select ${COLUMNS} from core.finding
      where source = $1 and ended_at is null
        and ($2::timestamptz is null or (found_at, id) < ($2, $3::uuid))
        and ($4::uuid is null or donor_id = $4)
      order by found_at desc, id desc limit $5`,
    [
      filter.source,
      filter.after?.foundAt ?? null,
      filter.after?.id ?? null,
      filter.donorId ?? null,
      filter.limit,
    ],
  );
}

/** What stands open in the party's own ledger about these donors in one year, oldest first. */
export function openLedgerFindings(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
  year: number,
): Promise<StoredFinding[]> {
  return tx.query<StoredFinding>(
    `select ${COLUMNS} from core.finding
      where tenant_id = $1 and source = 'ledger' and ended_at is null
        and donor_id = any($2::uuid[]) and year = $3
      order by found_at, id`,
    [tenantId, donorIds, year],
  );
}

export interface SubjectFilter {
  readonly tenantId: string;
  readonly source: Source;
  /** What their keys start with, such as 'differ:'. */
  readonly prefix: string;
  /** Every year when left out. */
  readonly year?: number;
}

/** Open findings without a donor whose key starts with a prefix, oldest first. */
export function openSubjectFindings(
  tx: Transaction,
  filter: SubjectFilter,
): Promise<StoredFinding[]> {
  return tx.query<StoredFinding>(
    `select ${COLUMNS} from core.finding
      where tenant_id = $1 and source = $2 and ended_at is null and donor_id is null
        and starts_with(key, $3) and ($4::int is null or year = $4)
      order by found_at, id`,
    [filter.tenantId, filter.source, filter.prefix, filter.year ?? null],
  );
}
