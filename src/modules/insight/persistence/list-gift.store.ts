import { type Transaction } from '../../../platform/database/transaction';
import { donorKey } from './donor.store';
import { type ChangedGift, UPSERT_DESIRED } from './gift-upsert';

/** Countries as the lists print them between brackets; one that is not here stays unknown. */
const COUNTRIES = `(values ('belgie', 'BE'), ('duitsland', 'DE'), ('frankrijk', 'FR'),
  ('luxemburg', 'LU'), ('monaco', 'MC'), ('singapore', 'SG'), ('zwitserland', 'CH'),
  ('spanje', 'ES'), ('portugal', 'PT'), ('italie', 'IT'), ('oostenrijk', 'AT'),
  ('verenigd koninkrijk', 'GB'), ('groot brittannie', 'GB'), ('verenigde staten', 'US'),
  ('curacao', 'CW'), ('aruba', 'AW'), ('sint maarten', 'SX'), ('canada', 'CA'),
  ('australie', 'AU'), ('israel', 'IL'), ('thailand', 'TH')) c (name, code)`;

/**
 * Donors of the newest version of a list; the town behind a postcode is where they sit. A row whose
 * donor is printed with a place shields its beneficial owners only, and not its donor.
 */
const ROWS = `
  newest as (select id from register.published_list where year = $1 order by version desc limit 1),
  rows as (
    select t.list_id, t.row_number, t.party, t.affiliate, t.affiliate_key,
           case when t.donor is null or coalesce(t.address, t.residence) is null
             then t.shielding end as shielding,
           t.total_cents, t.donor as name, t.donor_kind as kind, t.address,
           coalesce(t.residence, substring(t.address from '[0-9]{4} ?[A-Z]{2} +(.+)$')) as residence,
           case when t.country is not null then (select c.code from ${COUNTRIES}
               where core.search_key(c.name) = core.search_key(t.country))
             when coalesce(t.address, t.residence) is not null then 'NL' end as country,
           null::text as trade_register_number
      from newest join register.donor_total t on t.list_id = newest.id)`;

/** Donors of a year's list over all parties, and which row each of them is. */
export async function keepListDonors(tx: Transaction, year: number): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `with ${ROWS},
     known as (select r.*, ${donorKey('r', `'list:' || $1::int || ':' || r.party || ':' || r.row_number`)} as key
       from rows r),
     added as (
       insert into insight.donor (public_id, key, kind, name, address, residence, country,
         shielding, search_key)
       select distinct on (key) insight.new_public_id('D'), key, kind, name, address, residence,
              country, shielding, core.search_key(coalesce(name, ''))
         from known order by key, row_number
       on conflict (key) do update set shielding = excluded.shielding
        where insight.donor.shielding is distinct from excluded.shielding
       returning id, key),
     gone as (
       delete from insight.list_donor l where l.year = $1
          and not exists (select from known k where k.row_number = l.donor_row)
       returning l.donor_id),
     come as (
       insert into insight.list_donor (year, donor_row, donor_id)
       select $1, k.row_number, coalesce(a.id, i.id) from known k
         left join added a on a.key = k.key left join insight.donor i on i.key = k.key
       on conflict (year, donor_row) do update set donor_id = excluded.donor_id
       returning donor_id)
     select distinct donor_id as id from (select * from gone union all select * from come) d`,
    [year],
  );
  return rows.map(({ id }) => id);
}

const DESIRED = `
  with ${ROWS},
  owner as (
    select distinct on (r.party) r.party, coalesce(decided.id, p.id) as party_id
      from rows r left join insight.party p on p.list_name = r.party
      left join lateral (select tenant_id from insight.list_party_decision d
        where d.list_name = r.party order by d.sequence desc limit 1) said on true
      left join insight.party decided on decided.tenant_id = said.tenant_id),
  common as (
    select r.*, o.party_id, l.donor_id, i.kind as of_kind, i.country as of_country, i.residence as of_place,
           coalesce(r.affiliate, r.party) as recipient_name,
           case when r.affiliate is null then 'party' else 'other_affiliate' end as recipient_kind
      from rows r join owner o using (party)
      join insight.list_donor l on l.year = $1 and l.donor_row = r.row_number
      join insight.donor i on i.id = l.donor_id),
  single as (
    select g.donor_row, g.row_number, g.amount_cents, g.received_on, g.in_kind,
           nullif(btrim(g.as_written ->> 'remark'), '') as remark
      from newest join register.published_gift g on g.list_id = newest.id),
  lines as (
    select c.party_id, c.donor_id, c.recipient_name, c.recipient_kind, c.of_kind, c.of_country, c.of_place,
           'list:' || $1::int || ':' || s.row_number as key, 'gift' as line,
           s.in_kind, s.received_on, s.amount_cents, s.remark
      from common c join single s on s.donor_row = c.row_number where s.amount_cents is not null
    union all
    select c.party_id, c.donor_id, c.recipient_name, c.recipient_kind, c.of_kind, c.of_country, c.of_place,
           'list-rest:' || $1::int || ':' || c.row_number, 'rest',
           rest.in_kind, null, c.total_cents - rest.cents, rest.remark
      from common c cross join lateral (
        select coalesce(sum(s.amount_cents), 0)::bigint as cents, bool_and(s.in_kind) as in_kind,
               string_agg(distinct s.remark, ' ') filter (where s.amount_cents is null) as remark
          from single s where s.donor_row = c.row_number) rest
     where c.total_cents <> rest.cents),
  desired as (
    select party_id, key, line, 'list' as source, null::uuid as tenant_id,
           null::uuid as contribution_root_id, null::uuid as contribution_id, donor_id,
           null::uuid as recipient_id, recipient_name, recipient_kind,
           case when in_kind then 'in_kind' end as type,
           case when in_kind then 'in_kind' else 'money' end as form, $1::int as year,
           received_on, amount_cents, 0::bigint as returned_cents, false as annulled,
           array['list'] as grounds, array['list'] as filed_in, null::text as notice_number,
           null::date as first_filed_on, null::date as enforced_last_day,
           null::date as statutory_last_day, remark, of_kind as donor_kind, of_country as country,
           of_place as place
      from lines)`;

/** Derives every row of the newest list of a year; gives those that changed, came or went. */
export function deriveListGifts(tx: Transaction, year: number): Promise<ChangedGift[]> {
  return tx.query<ChangedGift>(
    `${DESIRED},
     gone as (
       delete from insight.gift g where g.source = 'list' and g.year = $1
          and not exists (select from desired d where (d.party_id, d.key) = (g.party_id, g.key))
       returning g.party_id as "partyId", g.key),
     come as (${UPSERT_DESIRED})
     select * from gone union select * from come`,
    [year],
  );
}
