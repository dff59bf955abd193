import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type NetworkNode, type TieFilter } from '../facts/graph';

/** Who gave to a party or another recipient, and how much. */
export interface Giver extends NetworkNode {
  readonly cents: string;
  readonly gifts: number;
  readonly firstOn: PlainDate | null;
  readonly lastOn: PlainDate | null;
  /** Where the list goes on after it. */
  readonly position: readonly [cents: number, donorId: string];
}

export interface GiverPosition {
  readonly cents: number;
  readonly donorId: string;
}

/** Who gave most first, after the keyset position. */
export async function listGivers(
  tx: Transaction,
  ref: string,
  filter: Pick<TieFilter, 'year' | 'leastCents'>,
  page: { readonly after: GiverPosition | null; readonly limit: number },
): Promise<readonly Giver[]> {
  const isParty = ref.startsWith('P-');
  const which = isParty
    ? `t.party_id = (select id from insight.party where 'P-' || slug = $1)
       and exists (select from insight.network_recipient r
         where r.ref = t.recipient_ref and r.kind = 'party')`
    : 't.recipient_ref = substr($1, 3)';
  const rows = await tx.query<Omit<Giver, 'position'> & { readonly donorId: string }>(
    `select d.public_id as ref, d.kind, d.name, d.residence as place, d.country,
            f.counted_cents::text as cents, f.gifts, f.first_on::text as "firstOn",
            f.last_on::text as "lastOn", f.donor_id as "donorId"
       from (select t.* from insight.network_tie t
              where ${which} and t.year = $2 and t.counted_cents >= $3
                and ($4::bigint is null or (t.counted_cents, t.donor_id) < ($4, $5::uuid))
              order by t.counted_cents desc, t.donor_id desc limit $6) f
       join insight.donor d on d.id = f.donor_id
      order by f.counted_cents desc, f.donor_id desc`,
    [
      ref,
      filter.year ?? 0,
      filter.leastCents,
      page.after?.cents ?? null,
      page.after?.donorId ?? null,
      page.limit,
    ],
  );
  return rows.map(({ donorId, ...row }) => ({ ...row, position: [Number(row.cents), donorId] }));
}

/** The largest ties of money there are. */
export interface LargestTie {
  readonly donorRef: string;
  readonly donorName: string | null;
  readonly recipientRef: string;
  readonly recipientName: string;
  readonly cents: string;
  readonly gifts: number;
}

export function largestTies(
  tx: Transaction,
  year: number | null,
  limit: number,
): Promise<LargestTie[]> {
  return tx.query<LargestTie>(
    `select d.public_id as "donorRef", d.name as "donorName",
            case when r.kind = 'party' then 'P-' || p.slug else 'R-' || r.ref end as "recipientRef",
            r.name as "recipientName", t.counted_cents::text as cents, t.gifts
       from (select * from insight.network_tie where year = $1
              order by counted_cents desc, donor_id, recipient_ref limit $2) t
       join insight.donor d on d.id = t.donor_id
       join insight.network_recipient r on r.ref = t.recipient_ref
       join insight.party p on p.id = r.party_id
      order by t.counted_cents desc, t.donor_id`,
    [year ?? 0, limit],
  );
}
