import { type Transaction } from '../../../platform/database/transaction';
import { listedFrom, type ListedContribution } from './contribution.queries';

export interface LedgerSearch {
  readonly year: number;
  /** A part of the name of the donor; '' for all. */
  readonly donorText: string;
  readonly recipientId: string | null;
  /** First bookings: only these gifts; null for all. */
  readonly roots?: readonly string[] | null;
  /** Only these types; null for all. */
  readonly types: readonly string[] | null;
  /** 1 to 12, by the day of receipt; null for all. */
  readonly month: number | null;
  readonly donorId: string | null;
  readonly after: { readonly receivedOn: string; readonly id: string } | null;
  readonly limit: number;
}

/** What the filters let through; parameters 1 to 8. */
const FILTERED = `c.year = $2
        and ($3 = '' or coalesce(p.name, '') ilike '%' || $3 || '%')
        and ($4::uuid is null or c.recipient_id = $4)
        and ($5::text[] is null or c.type = any($5))
        and ($6::int is null or extract(month from c.received_on) = $6)
        and ($7::uuid is null or i.canonical_id = $7)
        and ($8::uuid[] is null or c.root_id = any($8))`;

function filterOf(tenantId: string, search: LedgerSearch): readonly unknown[] {
  return [
    tenantId,
    search.year,
    search.donorText.replace(/[\\%_]/g, (special) => `\\${special}`),
    search.recipientId,
    search.types,
    search.month,
    search.donorId,
    search.roots ?? null,
  ];
}

/** Newest receipt first, at most `limit`, after the keyset position. */
export function searchLedger(
  tx: Transaction,
  tenantId: string,
  search: LedgerSearch,
): Promise<ListedContribution[]> {
  return tx.query<ListedContribution>(
    `${listedFrom('core.current_contribution')} and ${FILTERED}
        and ($9::date is null or (c.received_on, c.id) < ($9, $10::uuid))
      order by c.received_on desc, c.id desc limit $11`,
    [
      ...filterOf(tenantId, search),
      search.after?.receivedOn ?? null,
      search.after?.id ?? null,
      search.limit,
    ],
  );
}

/** How many the filters let through, and their sums gross and net. */
export interface SelectionTotal {
  readonly count: number;
  readonly grossCents: string;
  readonly netCents: string;
}

export async function selectionTotal(
  tx: Transaction,
  tenantId: string,
  search: LedgerSearch,
): Promise<SelectionTotal> {
  const [row] = await tx.query<SelectionTotal>(
    `select count(*)::int as count, coalesce(sum("amountCents"), 0) as "grossCents",
            coalesce(sum("amountCents" - "returnedCents"), 0) as "netCents"
       from (${listedFrom('core.current_contribution')} and ${FILTERED}) x`,
    filterOf(tenantId, search),
  );
  return row ?? { count: 0, grossCents: '0', netCents: '0' };
}

export interface Annulment {
  readonly reason: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** A contribution that was annulled, as it last stood, found by any id of its chain. */
export async function findAnnulled(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<(ListedContribution & { readonly annulment: Annulment }) | null> {
  const [row] = await tx.query<ListedContribution>(
    `${listedFrom('core.contribution')}
        and c.root_id = (select root_id from core.contribution where tenant_id = $1 and id = $2)
        and exists (select 1 from core.contribution_annulment a
          where a.tenant_id = c.tenant_id and a.contribution_id = c.id)`,
    [tenantId, id],
  );
  if (row === undefined) return null;
  const [annulment] = await tx.query<Annulment>(
    `select reason, platform.iso(recorded_at) as "recordedAt", recorded_by as "recordedBy"
       from core.contribution_annulment where tenant_id = $1 and contribution_id = $2`,
    [tenantId, row.id],
  );
  return annulment === undefined ? null : { ...row, annulment };
}

/** The years in which the party received something, newest first. */
export async function yearsOfLedger(tx: Transaction, tenantId: string): Promise<number[]> {
  const rows = await tx.query<{ year: number }>(
    `select distinct year from core.current_contribution where tenant_id = $1 order by year desc`,
    [tenantId],
  );
  return rows.map(({ year }) => year);
}

/** Net cents by donor in one year, of these donors only; a donor that gave nothing is left out. */
export function netByDonor(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
  year: number,
): Promise<{ readonly donorId: string; readonly netCents: string }[]> {
  return tx.query(
    `select i.canonical_id as "donorId", sum(c.amount_cents - coalesce(gone.cents, 0)) as "netCents"
       from core.current_contribution c
       join core.donor_identity i on i.tenant_id = c.tenant_id and i.donor_id = c.donor_id
       left join lateral (select sum(s.amount_cents) as cents from core.settlement s
         join core.contribution v on v.tenant_id = s.tenant_id and v.id = s.contribution_id
         where s.tenant_id = c.tenant_id and v.root_id = c.root_id) gone on true
      where c.tenant_id = $1 and c.year = $3 and c.donor_id in
          (select m.donor_id from unnest($2::uuid[]) asked (id)
            cross join lateral core.donor_members($1, asked.id) m)
      group by i.canonical_id`,
    [tenantId, donorIds, year],
  );
}
