import { type Finding, type Severity } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';

/** Whose view: the party's own ledger, or what the overseer may know (D7). */
export type RemedySource = 'ledger' | 'disclosed';

/** A finding that asks for something to go back or over, with the names around it. */
export interface RemedyRow {
  readonly id: string;
  readonly tenantId: string;
  readonly organisationName: string;
  readonly donorId: string;
  readonly donorName: string | null;
  readonly donorKind: string;
  readonly year: number;
  readonly severity: Severity;
  readonly content: Finding;
  readonly foundAt: string;
  readonly endedAt: string | null;
  /** Terms agreed before this moment were about an earlier, finished remedy. */
  readonly startedAfter: string | null;
}

const ROW = `
  select f.id, f.tenant_id as "tenantId", o.name as "organisationName", f.donor_id as "donorId",
    p.name as "donorName", d.kind as "donorKind", f.year, f.severity, f.content,
    platform.iso(f.found_at) as "foundAt", platform.iso(f.ended_at) as "endedAt",
    platform.iso((select max(e.ended_at) from core.finding e
      where e.tenant_id = f.tenant_id and e.source = f.source and e.donor_id = f.donor_id
        and e.year = f.year and e.key = f.key and e.ended_by = 'resolved' and e.id <> f.id))
      as "startedAfter"
  from core.finding f
  join core.organisation o on o.tenant_id = f.tenant_id
  join core.donor d on d.tenant_id = f.tenant_id and d.id = f.donor_id
  left join lateral (select name from core.donor_particulars v
    where v.tenant_id = f.tenant_id and v.donor_id = f.donor_id
    order by v.version desc limit 1) p on true
  where f.source = $1 and jsonb_typeof(f.content -> 'remedy') = 'object'`;

const OPEN = `f.ended_at is null and (f.content #>> '{remedy,open}')::bigint > 0`;

export interface RemedySearch {
  readonly source: RemedySource;
  /** Only of these groups; of all when left out. */
  readonly tenantIds?: readonly string[] | null;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** What still has to be done, the longest standing first. Row-level security decides whose. */
export function openRemedies(tx: Transaction, search: RemedySearch): Promise<RemedyRow[]> {
  return tx.query<RemedyRow>(
    `${ROW} and ${OPEN} and ($2::timestamptz is null or (f.found_at, f.id) > ($2, $3::uuid))
        and ($5::uuid[] is null or f.tenant_id = any($5))
      order by f.found_at, f.id limit $4`,
    [
      search.source,
      search.after?.at ?? null,
      search.after?.id ?? null,
      search.limit,
      search.tenantIds ?? null,
    ],
  );
}

/**
 * What came to its end, newest first: done in full, or without its ground. A forbidden gift that was
 * handed over stays a finding (art. 23a), and stands here.
 */
export function endedRemedies(
  tx: Transaction,
  source: RemedySource,
  limit: number,
): Promise<RemedyRow[]> {
  return tx.query<RemedyRow>(
    `${ROW} and ((f.ended_at is null and (f.content #>> '{remedy,open}')::bigint = 0)
         or (f.ended_by = 'resolved' and not exists (select 1 from core.finding n
           where n.tenant_id = f.tenant_id and n.source = f.source and n.donor_id = f.donor_id
             and n.year = f.year and n.key = f.key and n.id <> f.id
             and (n.ended_at is null or n.ended_at > f.ended_at))))
      order by coalesce(f.ended_at, f.found_at) desc, f.id desc limit $2`,
    [source, limit],
  );
}

/** The newest standing of a remedy, found by any finding that ever was about it. */
export async function findRemedy(
  tx: Transaction,
  source: RemedySource,
  id: string,
): Promise<RemedyRow | null> {
  const [row] = await tx.query<RemedyRow>(
    `${ROW} and (f.tenant_id, f.year, f.key) = (select a.tenant_id, a.year, a.key
          from core.finding a where a.id = $2 and a.source = $1)
        and core.same_donor(f.tenant_id, f.donor_id, (select a.donor_id from core.finding a
          where a.id = $2 and a.source = $1))
      order by (f.ended_at is null) desc, f.found_at desc, (f.ended_by = 'resolved') desc limit 1`,
    [source, id],
  );
  return row ?? null;
}

/** The same, by its cause: what a deadline knows of it. */
export async function remedyByCause(
  tx: Transaction,
  cause: {
    readonly tenantId: string;
    readonly donorId: string;
    readonly year: number;
    readonly key: string;
  },
): Promise<RemedyRow | null> {
  const [row] = await tx.query<RemedyRow>(
    `${ROW} and f.tenant_id = $2 and core.same_donor(f.tenant_id, f.donor_id, $3::uuid) and f.year = $4 and f.key = $5
        and f.ended_at is null`,
    ['ledger', cause.tenantId, cause.donorId, cause.year, cause.key],
  );
  return row ?? null;
}

/** A contribution as a step of a remedy shows it; row-level security decides which are seen. */
export interface StepGift {
  readonly rootId: string;
  readonly tenantId: string;
  readonly type: string;
  readonly form: string;
  readonly receivedOn: string;
  readonly amountCents: string;
  readonly description: string | null;
  readonly recipientName: string;
}

export function giftsOfSteps(
  tx: Transaction,
  tenantIds: readonly string[],
  rootIds: readonly string[],
): Promise<StepGift[]> {
  return tx.query<StepGift>(
    `select distinct on (c.tenant_id, c.root_id) c.root_id as "rootId", c.tenant_id as "tenantId",
        c.type, c.form, c.received_on::text as "receivedOn", c.amount_cents as "amountCents",
        c.description, r.name as "recipientName"
       from core.contribution c
       join core.recipient r on r.tenant_id = c.tenant_id and r.id = c.recipient_id
      where c.tenant_id = any($1::uuid[]) and c.root_id = any($2::uuid[])
      order by c.tenant_id, c.root_id, c.sequence desc`,
    [tenantIds, rootIds],
  );
}

/** Money or value that left, with its proof. */
export interface StepSettlement {
  readonly id: string;
  readonly rootId: string;
  readonly kind: 'returned_to_donor' | 'transferred_to_state' | 'destroyed';
  readonly amountCents: string;
  readonly settledOn: string;
  readonly evidence: string;
  readonly recordedAt: string;
}

export function settlementsOfSteps(
  tx: Transaction,
  tenantIds: readonly string[],
  rootIds: readonly string[],
): Promise<StepSettlement[]> {
  return tx.query<StepSettlement>(
    `select s.id, c.root_id as "rootId", s.kind, s.amount_cents as "amountCents",
        s.settled_on::text as "settledOn", s.evidence, platform.iso(s.recorded_at) as "recordedAt"
       from core.settlement s
       join core.contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
      where c.tenant_id = any($1::uuid[]) and c.root_id = any($2::uuid[])
      order by s.settled_on, s.recorded_at, s.id`,
    [tenantIds, rootIds],
  );
}
