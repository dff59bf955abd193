import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type FilingViolation } from '../judging/filing-fines';
import { type Change, type KindTotal, type OutcomeKind } from '../judging/compare-years';

/** Up to and including this donor's year everything was judged. */
export interface Cursor {
  readonly tenantId: string;
  readonly year: number;
  readonly donorId: string;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

export const AT_THE_START: Cursor = { tenantId: NOBODY, year: 0, donorId: NOBODY };

export interface Years {
  readonly yearFrom: number;
  readonly yearUntil: number;
}

const DISCLOSED = `core.disclosure d
  join core.contribution c on c.tenant_id = d.tenant_id and c.id = d.contribution_id`;
const IN_YEARS = (from: string, until: string): string =>
  `c.received_on between make_date(${from}, 1, 1) and make_date(${until}, 12, 31)`;

/** The next group that is no organisation to practise with; null after the last. */
export async function tenantAfter(tx: Transaction, tenantId: string): Promise<string | null> {
  const [row] = await tx.query<{ tenantId: string }>(
    `select tenant_id as "tenantId" from core.organisation
      where tenant_id > $1 and not sandbox order by tenant_id limit 1`,
    [tenantId],
  );
  return row?.tenantId ?? null;
}

export interface DonorYearRef {
  readonly donorId: string;
  readonly year: number;
}

/** Donors of one group of whom something was disclosed (D7), by year, after the cursor. */
export function donorYearsAfter(
  tx: Transaction,
  { tenantId, year, donorId }: Cursor,
  { yearFrom, yearUntil }: Years,
  limit: number,
): Promise<DonorYearRef[]> {
  return tx.query<DonorYearRef>(
    `select distinct extract(year from c.received_on)::int as year, d.donor_id as "donorId"
       from ${DISCLOSED}
      where d.tenant_id = $1 and ${IN_YEARS('$4', '$5')}
        and (extract(year from c.received_on)::int, d.donor_id) > ($2, $3::uuid)
      order by 1, 2 limit $6`,
    [tenantId, year, donorId, yearFrom, yearUntil, limit],
  );
}

export async function countDonorYears(
  tx: Transaction,
  { yearFrom, yearUntil }: Years,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (
       select distinct d.tenant_id, d.donor_id, extract(year from c.received_on)
         from ${DISCLOSED} join core.organisation o on o.tenant_id = d.tenant_id and not o.sandbox
        where ${IN_YEARS('$1', '$2')}) every_year`,
    [yearFrom, yearUntil],
  );
  return row?.count ?? 0;
}

/** Whether this donor stands first among those that are one with it and were disclosed that year. */
export async function isFirstOf(
  tx: Transaction,
  { tenantId, year, donorId }: Cursor,
  cluster: readonly string[],
): Promise<boolean> {
  if (cluster.length < 2) return true;
  const [row] = await tx.query<{ donorId: string }>(
    `select d.donor_id as "donorId" from ${DISCLOSED}
      where d.tenant_id = $1 and d.donor_id = any($2::uuid[]) and ${IN_YEARS('$3', '$3')}
      order by d.donor_id limit 1`,
    [tenantId, cluster, year],
  );
  return row?.donorId === donorId;
}

/** The day on which each gift was first notified, by its first booking. */
export async function notifiedOn(
  tx: Transaction,
  tenantId: string,
  rootIds: readonly string[],
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tx.query<{ root: string; day: PlainDate }>(
    `select root, (min(at) at time zone 'Europe/Amsterdam')::date::text as day from (
       select y.contribution_root_id as root, y.met_at as at from core.notice_duty y
        where y.tenant_id = $1 and y.contribution_root_id = any($2::uuid[])
          and y.met_at is not null
       union all
       select c.root_id, n.filed_at from core.contribution c
         join core.notice_line l on l.tenant_id = c.tenant_id and l.contribution_id = c.id
         join core.notice n on n.tenant_id = l.tenant_id and n.id = l.notice_id
        where c.tenant_id = $1 and c.root_id = any($2::uuid[])
          and not exists (select 1 from core.notice_duty y where y.tenant_id = c.tenant_id
            and y.contribution_root_id = c.root_id and y.met_at is not null)) told
      group by root`,
    [tenantId, rootIds],
  );
  return new Map(rows.map(({ root, day }) => [root, day]));
}

/** What stands proposed about filings: no parameter changes these, another schedule does. */
export function filingViolations(
  tx: Transaction,
  tenantId: string,
  { yearFrom, yearUntil }: Years,
): Promise<FilingViolation[]> {
  return tx.query<FilingViolation>(
    `select finding_key as key, year, content -> 'violation' as violation from core.fine_proposal
      where tenant_id = $1 and donor_id is null and superseded_at is null
        and year between $2 and $3 order by year, finding_key`,
    [tenantId, yearFrom, yearUntil],
  );
}

export async function startRun(tx: Transaction, id: string, donorYears: number): Promise<void> {
  await tx.query(
    `update insight.simulation_run set status = 'running', donor_years = $2
      where simulation_id = $1 and status = 'waiting'`,
    [id, donorYears],
  );
}

export async function noteProgress(
  tx: Transaction,
  id: string,
  judged: number,
  changes: number,
): Promise<void> {
  await tx.query(
    `update insight.simulation_run set judged = judged + $2, changes = changes + $3
      where simulation_id = $1`,
    [id, judged, changes],
  );
}

export async function finishRun(tx: Transaction, id: string): Promise<void> {
  await tx.query(
    `update insight.simulation_run set status = 'done', finished_at = platform.now()
      where simulation_id = $1`,
    [id],
  );
}

export interface FoundChange extends Change {
  readonly tenantId: string;
  readonly donorId: string | null;
  readonly year: number;
}

export async function insertChanges(
  tx: Transaction,
  id: string,
  changes: readonly FoundChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into insight.simulation_change (simulation_id, tenant_id, donor_id, year, kind, change,
       rule, key, outcome_before, outcome_after, cents_before, cents_after, day_before, day_after,
       not_asked_then, contributions)
     select $1, r."tenantId", r."donorId", r.year, r.kind, r.change, r.rule, r.key,
            r.before ->> 'outcome', r.after ->> 'outcome', (r.before ->> 'cents')::bigint,
            (r.after ->> 'cents')::bigint, (r.before ->> 'day')::date, (r.after ->> 'day')::date,
            r."notAskedThen", array(select jsonb_array_elements_text(r.contributions)::uuid)
       from jsonb_to_recordset($2::jsonb) as r ("tenantId" uuid, "donorId" uuid, year int,
         kind text, change text, rule text, key text, before jsonb, after jsonb,
         "notAskedThen" boolean, contributions jsonb)`,
    [id, JSON.stringify(changes)],
  );
}

export async function addTotals(
  tx: Transaction,
  id: string,
  tenantId: string,
  kind: OutcomeKind,
  { before, beforeCents, after, afterCents, changes }: KindTotal,
): Promise<void> {
  await tx.query(
    `insert into insight.simulation_total as t (simulation_id, tenant_id, kind, before_count,
       before_cents, after_count, after_cents, new_count, gone_count, changed_count,
       undecided_count)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (simulation_id, tenant_id, kind) do update set
       before_count = t.before_count + excluded.before_count,
       before_cents = t.before_cents + excluded.before_cents,
       after_count = t.after_count + excluded.after_count,
       after_cents = t.after_cents + excluded.after_cents,
       new_count = t.new_count + excluded.new_count,
       gone_count = t.gone_count + excluded.gone_count,
       changed_count = t.changed_count + excluded.changed_count,
       undecided_count = t.undecided_count + excluded.undecided_count`,
    [
      ...[id, tenantId, kind, before, beforeCents, after, afterCents],
      ...[changes.new, changes.gone, changes.changed, changes.undecided],
    ],
  );
}
