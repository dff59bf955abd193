import { type Transaction } from '../../../platform/database/transaction';
import { CONTRIBUTION_COLUMNS, type StoredContribution } from './contribution.store';

/** A contribution as lists show it: with the names and with what left again. */
export interface ListedContribution extends StoredContribution {
  /** The donor it was booked under; `donorId` is the one it counts for now. */
  readonly bookedUnderId: string;
  readonly donorName: string | null;
  readonly donorKind: string;
  readonly recipientName: string;
  readonly returnedCents: string;
  readonly reported: boolean;
}

/** @param source core.current_contribution, or core.contribution with a condition of one's own. */
export const listedFrom = (source: string): string => `
  select ${CONTRIBUTION_COLUMNS}, i.canonical_id as "donorId", c.donor_id as "bookedUnderId",
    p.name as "donorName", d.kind as "donorKind",
    r.name as "recipientName",
    coalesce((select sum(s.amount_cents) from core.settlement s
      join core.contribution v on v.tenant_id = s.tenant_id and v.id = s.contribution_id
      where s.tenant_id = c.tenant_id and v.root_id = c.root_id), 0) as "returnedCents",
    exists (select 1 from core.disclosure x join core.contribution v
      on v.tenant_id = x.tenant_id and v.id = x.contribution_id
      where x.tenant_id = c.tenant_id and v.root_id = c.root_id and x.ground = 'filed')
      as reported
  from ${source} c
  join core.donor_identity i on i.tenant_id = c.tenant_id and i.donor_id = c.donor_id
  join core.donor d on d.tenant_id = c.tenant_id and d.id = i.canonical_id
  join core.recipient r on r.tenant_id = c.tenant_id and r.id = c.recipient_id
  join lateral (select name from core.donor_particulars v
    where v.tenant_id = c.tenant_id and v.donor_id = d.id
    order by v.version desc limit 1) p on true
  where c.tenant_id = $1`;

const LISTED = listedFrom('core.current_contribution');

export interface ContributionSearch {
  readonly after: { readonly receivedOn: string; readonly id: string } | null;
  readonly limit: number;
  /** All ids of one donor. */
  readonly donorIds?: readonly string[];
  readonly year?: number;
}

/** Newest receipt first, at most `limit`, after the keyset position. */
export function listContributions(
  tx: Transaction,
  tenantId: string,
  search: ContributionSearch,
): Promise<ListedContribution[]> {
  return tx.query<ListedContribution>(
    `${LISTED}
        and ($2::date is null or (c.received_on, c.id) < ($2, $3::uuid))
        and ($4::uuid[] is null or c.donor_id = any($4))
        and ($5::int is null or c.year = $5)
      order by c.received_on desc, c.id desc limit $6`,
    [
      tenantId,
      search.after?.receivedOn ?? null,
      search.after?.id ?? null,
      search.donorIds ?? null,
      search.year ?? null,
      search.limit,
    ],
  );
}

export async function findListed(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<ListedContribution | null> {
  const [row] = await tx.query<ListedContribution>(
    `${LISTED} and c.root_id = (select root_id from core.contribution
        where tenant_id = $1 and id = $2)`,
    [tenantId, id],
  );
  return row ?? null;
}

/**
 * All of one donor at one recipient in one year, in order of receipt: what a notice lists. What a
 * branch received counts as received by its party (D18).
 */
export function contributionsForNotice(
  tx: Transaction,
  key: {
    readonly tenantId: string;
    readonly donorIds: readonly string[];
    readonly recipientId: string;
    readonly year: number;
  },
): Promise<ListedContribution[]> {
  return tx.query<ListedContribution>(
    `${LISTED} and c.donor_id = any($2::uuid[]) and c.year = $4
        and (c.recipient_id = $3 or (r.kind = 'branch' and exists (select 1 from core.recipient own
          where own.tenant_id = c.tenant_id and own.id = $3 and own.kind = 'party')))
      order by c.received_on, c.sequence`,
    [key.tenantId, key.donorIds, key.recipientId, key.year],
  );
}

/** Every version of a contribution, oldest first: its life on record. */
export function versionsOf(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<StoredContribution[]> {
  return tx.query<StoredContribution>(
    `select ${CONTRIBUTION_COLUMNS} from core.contribution c
      where c.tenant_id = $1 and c.root_id = $2 order by c.sequence`,
    [tenantId, rootId],
  );
}

export interface StoredSettlement {
  readonly id: string;
  readonly kind: string;
  readonly amountCents: string;
  readonly settledOn: string;
  readonly evidence: string;
  readonly recordedAt: string;
}

export function settlementsOf(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<StoredSettlement[]> {
  return tx.query<StoredSettlement>(
    `select s.id, s.kind, s.amount_cents as "amountCents", s.settled_on::text as "settledOn",
            s.evidence, platform.iso(s.recorded_at) as "recordedAt"
       from core.settlement s
       join core.contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
      where s.tenant_id = $1 and c.root_id = $2 order by s.settled_on, s.id`,
    [tenantId, rootId],
  );
}

export interface YearTotal {
  readonly recipientName: string;
  readonly type: string;
  readonly count: string;
  readonly grossCents: string;
  readonly netCents: string;
}

/** Totals of a year by recipient and type, gross and net of what left again (D4). */
export function yearTotals(tx: Transaction, tenantId: string, year: number): Promise<YearTotal[]> {
  return tx.query<YearTotal>(
    `select r.name as "recipientName", c.type, count(*) as count,
            sum(c.amount_cents) as "grossCents",
            sum(c.amount_cents - coalesce(gone.cents, 0)) as "netCents"
       from core.current_contribution c
       join core.recipient r on r.tenant_id = c.tenant_id and r.id = c.recipient_id
       left join lateral (select sum(s.amount_cents) as cents from core.settlement s
         join core.contribution v on v.tenant_id = s.tenant_id and v.id = s.contribution_id
         where s.tenant_id = c.tenant_id and v.root_id = c.root_id) gone on true
      where c.tenant_id = $1 and c.year = $2
      group by r.name, c.type order by r.name, c.type`,
    [tenantId, year],
  );
}

/**
 * Opens these contributions to the overseer (D7), with the donor they were booked under and the one
 * they count for, who is named in what is filed. Opening twice on one ground changes nothing.
 */
export async function disclose(
  tx: Transaction,
  tenantId: string,
  contributionIds: readonly string[],
  ground: 'filed' | 'overdue',
): Promise<void> {
  await tx.query(
    `insert into core.disclosure (tenant_id, contribution_id, donor_id, ground)
     select c.tenant_id, c.id, x.donor_id, $3 from core.contribution c
       join core.donor_identity i on i.tenant_id = c.tenant_id and i.donor_id = c.donor_id
       cross join lateral (select c.donor_id union select i.canonical_id) x (donor_id)
      where c.tenant_id = $1 and c.id = any($2::uuid[])
     on conflict (tenant_id, contribution_id, ground, donor_id) do nothing`,
    [tenantId, contributionIds, ground],
  );
}
