import { type Finding, type NoticeDuty } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { DUTY_COLUMNS, type StoredDuty } from './duty.store';
import { contentHash, type DonorYearKey } from './finding.store';

/** Rows go in as one document so many at a time. */
const BATCH = 1_000;

const YEARS = `unnest($2::uuid[], $3::int[]) as k (donor_id, year)`;

function keysOf(tenantId: string, years: readonly DonorYearKey[]): readonly unknown[] {
  return [tenantId, years.map(({ donorId }) => donorId), years.map(({ year }) => year)];
}

export interface OpenFinding {
  readonly id: string;
  readonly donorId: string;
  readonly year: number;
  readonly key: string;
  readonly sha256: string;
}

/**
 * Open findings of the party's own ledger about these donor-years, looked up one by one in the index:
 * while a long list is booked PostgreSQL knows nothing yet of the findings just stored, and a join
 * would go through all of them again and again.
 */
export function openFindingsOf(
  tx: Transaction,
  tenantId: string,
  years: readonly DonorYearKey[],
): Promise<OpenFinding[]> {
  return tx.query<OpenFinding>(
    `select f.id, f.donor_id as "donorId", f.year, f.key,
            encode(f.content_sha256, 'hex') as sha256
       from ${YEARS} cross join lateral (
         select * from core.finding
          where tenant_id = $1 and source = 'ledger' and donor_id = k.donor_id and year = k.year
            and ended_at is null
         offset 0) f`,
    keysOf(tenantId, years),
  );
}

export function dutiesOfYears(
  tx: Transaction,
  tenantId: string,
  years: readonly DonorYearKey[],
): Promise<StoredDuty[]> {
  return tx.query<StoredDuty>(
    `select ${DUTY_COLUMNS} from core.notice_duty
      where tenant_id = $1 and (donor_id, year) in (select k.donor_id, k.year from ${YEARS})
      order by received_on, id`,
    keysOf(tenantId, years),
  );
}

export async function endFindings(
  tx: Transaction,
  tenantId: string,
  ids: readonly string[],
  by: 'resolved' | 'superseded',
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update core.finding set ended_at = platform.now(), ended_by = $3
      where tenant_id = $1 and id = any($2::uuid[]) and ended_at is null`,
    [tenantId, ids, by],
  );
}

export interface NewFinding {
  readonly donorId: string;
  readonly year: number;
  readonly finding: Finding;
}

/** Stores findings of the party's own ledger; gives their ids in the same order. */
export async function insertFindings(
  tx: Transaction,
  tenantId: string,
  findings: readonly NewFinding[],
): Promise<readonly string[]> {
  const rows = findings.map(({ donorId, year, finding }) => ({
    id: newId(),
    donorId,
    year,
    rule: finding.rule,
    severity: finding.severity,
    outcome: finding.outcome,
    key: finding.key,
    recipient: finding.recipient,
    content: finding,
    sha256: contentHash(finding),
    since: finding.since,
  }));
  for (let start = 0; start < rows.length; start += BATCH)
    await tx.query(INSERT_FINDINGS, [tenantId, JSON.stringify(rows.slice(start, start + BATCH))]);
  return rows.map(({ id }) => id);
}

const INSERT_FINDINGS = `
  insert into core.finding (tenant_id, id, source, donor_id, year, rule, severity, outcome, key,
    recipient_id, content, content_sha256, since)
  select $1, r.id, 'ledger', r."donorId", r.year, r.rule, r.severity, r.outcome, r.key, r.recipient,
         r.content, decode(r.sha256, 'hex'), r.since
    from json_to_recordset($2::json) as r (id uuid, "donorId" uuid, year int, rule text,
      severity text, outcome text, key text, recipient uuid, content jsonb, sha256 text, since date)`;

export interface NewDuty {
  readonly key: DonorYearKey;
  readonly duty: NoticeDuty;
  readonly amountCents: number;
}

/** Stores duties; gives their ids in the same order. */
export async function insertDuties(
  tx: Transaction,
  tenantId: string,
  duties: readonly NewDuty[],
): Promise<readonly string[]> {
  const rows = duties.map(({ key, duty, amountCents }) => ({
    id: newId(),
    root: duty.contribution,
    donorId: key.donorId,
    recipient: duty.recipient,
    year: key.year,
    receivedOn: duty.receivedOn,
    amountCents,
    totalAfter: duty.totalAfter,
    enforced: duty.due.enforced.lastDay,
    statutory: duty.due.statutory.lastDay,
    content: duty,
  }));
  for (let start = 0; start < rows.length; start += BATCH)
    await tx.query(INSERT_DUTIES, [tenantId, JSON.stringify(rows.slice(start, start + BATCH))]);
  return rows.map(({ id }) => id);
}

const INSERT_DUTIES = `
  insert into core.notice_duty (tenant_id, id, contribution_root_id, donor_id, recipient_id, year,
    received_on, amount_cents, total_after_cents, enforced_last_day, statutory_last_day, content)
  select $1, r.id, r.root, r."donorId", r.recipient, r.year, r."receivedOn", r."amountCents",
         r."totalAfter", r.enforced, r.statutory, r.content
    from json_to_recordset($2::json) as r (id uuid, root uuid, "donorId" uuid, recipient uuid,
      year int, "receivedOn" date, "amountCents" bigint, "totalAfter" bigint, enforced date,
      statutory date, content jsonb)`;
