import { type DonorKind } from '../../../legal/facts/donor';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** When the party was told: the day of booking, and the last report that was recorded. */
export interface ToldDays {
  readonly rootId: string;
  readonly bookedOn: PlainDate;
  readonly reportedOn: PlainDate | null;
}

const LATEST = `left join lateral (
    select r.id, r.reported_on, r.evidence from core.internal_report r
     where r.tenant_id = c.tenant_id and r.contribution_root_id = c.root_id
     order by r.recorded_at desc, r.id desc limit 1) r on true`;

/** Of contributions named by their first booking. */
export function toldDaysOf(
  tx: Transaction,
  tenantId: string,
  rootIds: readonly string[],
): Promise<ToldDays[]> {
  return tx.query<ToldDays>(
    `select c.id as "rootId", (c.booked_at at time zone 'Europe/Amsterdam')::date::text as "bookedOn",
       r.reported_on::text as "reportedOn"
       from core.contribution c ${LATEST}
      where c.tenant_id = $1 and c.id = any($2::uuid[])`,
    [tenantId, rootIds],
  );
}

/** A contribution that an affiliate or candidate received, with what is known of the report. */
export interface ReportedContribution extends ToldDays {
  readonly id: string;
  readonly donorId: string;
  readonly donorKind: DonorKind;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly amount: EuroCents;
  readonly receivedOn: PlainDate;
  readonly evidence: string | null;
}

const REPORTABLE = `
  select c.id, c.root_id as "rootId", c.donor_id as "donorId", d.kind as "donorKind",
    c.recipient_id as "recipientId", p.name as "recipientName", c.amount_cents as "amountCents",
    c.received_on::text as "receivedOn",
    (o.booked_at at time zone 'Europe/Amsterdam')::date::text as "bookedOn",
    r.reported_on::text as "reportedOn", r.evidence
    from core.current_contribution c
    join core.contribution o on o.tenant_id = c.tenant_id and o.id = c.root_id
    join core.recipient p on p.tenant_id = c.tenant_id and p.id = c.recipient_id
    join core.donor d on d.tenant_id = c.tenant_id and d.id = c.donor_id
    ${LATEST}
   where c.tenant_id = $1`;

type Row = Omit<ReportedContribution, 'amount'> & { readonly amountCents: string };

function toReported({ amountCents, ...row }: Row): ReportedContribution {
  return { ...row, amount: euroCents(Number(amountCents)) };
}

/** What affiliates and candidates received, newest receipt first. */
export async function listReportable(
  tx: Transaction,
  tenantId: string,
  search: {
    readonly after: { readonly receivedOn: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<ReportedContribution[]> {
  const rows = await tx.query<Row>(
    `${REPORTABLE}
        and p.kind not in ('party', 'branch') and d.kind <> 'group_member'
        and ($2::date is null or (c.received_on, c.id) < ($2, $3::uuid))
      order by c.received_on desc, c.id desc limit $4`,
    [tenantId, search.after?.receivedOn ?? null, search.after?.id ?? null, search.limit],
  );
  return rows.map(toReported);
}

/** One contribution as it stands now, by any id of its chain; null when annulled or not there. */
export async function findReportable(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<ReportedContribution | null> {
  const [row] = await tx.query<Row>(
    `${REPORTABLE} and c.root_id = (select root_id from core.contribution
        where tenant_id = $1 and id = $2)`,
    [tenantId, id],
  );
  return row === undefined ? null : toReported(row);
}

export async function insertReport(
  tx: Transaction,
  report: {
    readonly tenantId: string;
    readonly rootId: string;
    readonly reportedOn: PlainDate;
    readonly evidence: string;
  },
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into core.internal_report (tenant_id, id, contribution_root_id, reported_on, evidence)
     values ($1, $2, $3, $4, $5)`,
    [report.tenantId, id, report.rootId, report.reportedOn, report.evidence],
  );
  return id;
}
