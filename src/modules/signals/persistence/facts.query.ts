import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { CIRCLE_KINDS, MOST_IN_A_CIRCLE } from '../detectors/assemble';
import { type DonorFact, type GiftFact, type MonthFact, type NoticeFact } from '../detectors/facts';

interface GiftRecord {
  readonly key: string;
  readonly partyId: string;
  readonly donorId: string;
  readonly recipient: string;
  readonly recipientName: string;
  readonly type: string | null;
  readonly line: 'gift' | 'rest';
  readonly source: 'filed' | 'list';
  readonly year: number;
  readonly receivedOn: PlainDate | null;
  readonly amount: string;
  readonly returned: string;
  readonly counted: string;
}

/** A person as insight writes an owner (UBO): folded name and place. */
const OWNER_KEY = `core.search_key(d.name) || '|' || core.search_key(coalesce(d.residence, ''))`;

/** All gifts of these donors that were not annulled, over all parties and years. */
export async function giftsOfDonors(
  tx: Transaction,
  donorIds: readonly string[],
): Promise<readonly GiftFact[]> {
  const rows = await tx.query<GiftRecord>(
    `select g.key, g.party_id as "partyId", g.donor_id as "donorId",
            coalesce(g.recipient_id::text, 'name:' || lower(g.recipient_name)) as recipient,
            g.recipient_name as "recipientName", g.type, g.line, g.source, g.year,
            g.received_on::text as "receivedOn", g.amount_cents as amount,
            g.returned_cents as returned, g.counted_cents as counted
       from insight.gift g
      where g.donor_id = any($1::uuid[]) and not g.annulled
      order by g.donor_id, g.received_on nulls last, g.key`,
    [donorIds],
  );
  return rows.map((row) => ({
    ...row,
    amount: euroCents(Number(row.amount)),
    returned: euroCents(Number(row.returned)),
    counted: euroCents(Number(row.counted)),
  }));
}

/** These donors with what ties them, and what they named of their own givers (art. 21a). */
export function donorsByIds(
  tx: Transaction,
  donorIds: readonly string[],
): Promise<readonly DonorFact[]> {
  return tx.query<DonorFact>(
    `select d.id, d.kind, d.name,
            case when d.kind = 'natural_person' and d.name is not null then ${OWNER_KEY} end
              as "ownerKey",
            coalesce((select json_agg(json_build_object('kind', t.kind, 'value', t.value,
                        'label', t.label, 'since', t.since) order by t.kind, t.value)
                        from insight.donor_trait t where t.donor_id = d.id), '[]') as traits,
            case when d.kind in ('foundation', 'association') then
              coalesce((select json_agg(json_build_object('partyId', p.id, 'year', o.year,
                          'givers', coalesce((select json_agg(json_build_object('name', v.name,
                              'amount', v.amount_cents) order by v.amount_cents desc, v.id)
                            from core.look_through_giver v
                           where v.tenant_id = o.tenant_id and v.overview_id = o.id), '[]'))
                          order by o.year, o.received_on, o.id)
                          from insight.donor_link l
                          join core.look_through_overview o
                            on o.tenant_id = l.tenant_id and o.donor_id = l.donor_id
                          join insight.party p on p.tenant_id = l.tenant_id
                         where l.insight_donor_id = d.id), '[]')
            else '[]'::json end as "lookThrough"
       from insight.donor d where d.id = any($1::uuid[]) order by d.id`,
    [donorIds],
  );
}

export interface CircleRecord {
  readonly kind: (typeof CIRCLE_KINDS)[number];
  readonly value: string;
  readonly donorIds: readonly string[];
}

export interface CircleSearch {
  readonly donorIds: readonly string[];
  /** Circles to look at again although none of these donors may be in them any more. */
  readonly also: readonly { readonly kind: string; readonly value: string }[];
  /** True in a run over all donors: a circle is then judged with the first of its members only. */
  readonly onlyFirst: boolean;
}

/** What ties these donors to others, of sizes that tell something. */
export function circlesOf(
  tx: Transaction,
  { donorIds, also, onlyFirst }: CircleSearch,
): Promise<readonly CircleRecord[]> {
  return tx.query<CircleRecord>(
    `with mine as (
       select t.kind, t.value from insight.donor_trait t
        where t.donor_id = any($1::uuid[]) and t.kind = any($5)
        union
       select 'ubo', u.value from insight.donor d
         join insight.donor_trait u on u.kind = 'ubo' and u.value = ${OWNER_KEY}
        where d.id = any($1::uuid[]) and d.kind = 'natural_person' and d.name is not null
        union
       select * from unnest($2::text[], $3::text[])
     ), tied as (
       select m.kind, m.value, t.donor_id from mine m
         cross join lateral (select donor_id from insight.donor_trait t
           where t.kind = m.kind and t.value = m.value limit $6 + 1) t
        union
       select m.kind, m.value, t.donor_id from mine m
         cross join lateral (select t.donor_id from insight.donor_trait t
             join insight.donor d on d.id = t.donor_id and d.kind = 'natural_person'
           where t.kind = 'name' and t.value = split_part(m.value, '|', 1)
             and m.value = ${OWNER_KEY} limit $6 + 1) t
        where m.kind = 'ubo'
     )
     select kind, value, array_agg(donor_id::text order by donor_id) as "donorIds" from tied
      where value not like '|%'
      group by kind, value
     having count(*) between 2 and $6
        and (not $4 or min(donor_id::text)::uuid = any($1::uuid[]))
      order by kind, value`,
    [
      donorIds,
      also.map(({ kind }) => kind),
      also.map(({ value }) => value),
      onlyFirst,
      CIRCLE_KINDS,
      MOST_IN_A_CIRCLE,
    ],
  );
}

/** Names of these parties and of those in their groups that received something. */
export async function namesOfGroups(
  tx: Transaction,
  partyIds: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await tx.query<{ id: string; names: readonly string[] }>(
    `select p.id, array(select p.name union select p.short_name
         union select r.name from core.recipient r where r.tenant_id = p.tenant_id) as names
       from insight.party p where p.id = any($1::uuid[])`,
    [partyIds],
  );
  return Object.fromEntries(rows.map(({ id, names }) => [id, names]));
}

const MONTHS_BACK = 60;
const NOTICE_DAYS_BACK = 730;

/** The months of a party without remittances and dues, in order and without gaps. */
export async function monthsOfParty(
  tx: Transaction,
  partyId: string,
): Promise<readonly MonthFact[]> {
  const rows = await tx.query<{ month: string; total: string }>(
    `with own as (
       select date_trunc('month', received_on) as month, sum(counted_cents) as total
         from insight.gift
        where party_id = $1 and received_on >= $2::date - make_interval(months => $3)
          and year >= extract(year from $2::date)::int - 6
          and line = 'gift' and not annulled
          and (type is null or type not in ('office_holder_remittance', 'membership_dues'))
        group by 1)
     select to_char(m, 'YYYY-MM') as month, coalesce(o.total, 0)::bigint as total
       from generate_series((select min(month) from own), date_trunc('month', $2::date),
              interval '1 month') m
       left join own o on o.month = m
      order by m`,
    [partyId, tx.today, MONTHS_BACK],
  );
  return rows.map(({ month, total }) => ({ month, total: euroCents(Number(total)) }));
}

interface NoticeRecord extends Omit<NoticeFact, 'amount'> {
  readonly amount: string;
}

/** Gifts of the last two years that called for a notice (art. 25a). */
export async function noticesOfParty(
  tx: Transaction,
  partyId: string,
): Promise<readonly NoticeFact[]> {
  const rows = await tx.query<NoticeRecord>(
    `select key as "giftKey", donor_id as "donorId", amount_cents as amount,
            received_on::text as "receivedOn", enforced_last_day::text as "lastDay",
            first_filed_on::text as "filedOn"
       from insight.gift
      where party_id = $1 and year >= extract(year from $2::date)::int - 3
        and received_on >= $2::date - $3::int and enforced_last_day is not null
        and line = 'gift' and not annulled
      order by received_on, key`,
    [partyId, tx.today, NOTICE_DAYS_BACK],
  );
  return rows.map((row) => ({ ...row, amount: euroCents(Number(row.amount)) }));
}
