import { type Transaction } from '../../../platform/database/transaction';

const FOLDED = (...columns: readonly string[]): string =>
  columns.map((column) => `core.search_key(coalesce(${column}, ''))`).join(` || '|' || `);

/** Each select gives donor_id, kind, value, label, since; of the newest particulars of each link. */
const FILED = `
  particulars as (
    select l.insight_donor_id as donor_id, p.tenant_id, p.donor_id as own_id, p.version, p.name,
           p.address, p.residence, p.trade_register_number, p.recorded_at::date as since
      from insight.donor_link l
     cross join lateral (select * from core.donor_particulars v
        where v.tenant_id = l.tenant_id and v.donor_id = l.donor_id
        order by v.version desc limit 1) p
     where l.insight_donor_id = any($1::uuid[])),
  filed as (
    select donor_id, 'name' as kind, ${FOLDED('name')} as value, name as label, since
      from particulars where name is not null
    union all
    select donor_id, 'address', ${FOLDED('address', 'residence')},
           concat_ws(', ', address, residence), since
      from particulars where address is not null
    union all
    select donor_id, 'trade_register_number', trade_register_number, trade_register_number, since
      from particulars where trade_register_number is not null
    union all
    select p.donor_id, 'ubo', ${FOLDED('u.name', 'u.residence')},
           concat_ws(', ', u.name, u.residence), p.since
      from particulars p join core.donor_ubo u
        on u.tenant_id = p.tenant_id and u.donor_id = p.own_id and u.version = p.version
    union all
    select p.donor_id, 'account', encode(sha256(convert_to(a.iban, 'UTF8')), 'hex'),
           left(a.iban, 2) || ' ... ' || right(a.iban, 3), a.recorded_at::date
      from particulars p join core.donor_account a
        on a.tenant_id = p.tenant_id and a.donor_id = p.own_id
    union all
    select p.donor_id, 'upstream_giver', ${FOLDED('g.name', 'g.residence')},
           concat_ws(', ', g.name, g.residence), o.received_on
      from particulars p
      join core.look_through_overview o on o.tenant_id = p.tenant_id and o.donor_id = p.own_id
      join core.look_through_giver g on g.tenant_id = o.tenant_id and g.overview_id = o.id)`;

const LISTED = `
  rows as (
    select r.donor_id, t.*, make_date(r.year, 1, 1) as since
      from insight.list_donor r
     cross join lateral (select id from register.published_list v where v.year = r.year
        order by v.version desc limit 1) newest
      join register.donor_total t on t.list_id = newest.id and t.row_number = r.donor_row
     where r.donor_id = any($1::uuid[])),
  listed as (
    select donor_id, 'name', ${FOLDED('donor')}, donor, since from rows where donor is not null
    union all
    select donor_id, 'address', ${FOLDED('address', 'residence')},
           concat_ws(', ', address, residence), since from rows where address is not null
    union all
    select r.donor_id, 'ubo', ${FOLDED('u.name', 'u.residence')},
           concat_ws(', ', u.name, u.residence), r.since
      from rows r join register.published_ubo u
        on u.list_id = r.list_id and u.donor_row = r.row_number
     where u.name is not null)`;

/**
 * By what these donors can be tied to others, as it stands now. Gives those of whom a beneficial
 * owner came or went: that shows in what is published.
 */
export async function renewTraits(
  tx: Transaction,
  donorIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `with ${FILED}, ${LISTED},
     desired as (
       select donor_id, kind, left(value, 800) as value, min(label) as label, min(since) as since
         from (select * from filed union all select * from listed) a (donor_id, kind, value, label, since)
        where replace(value, '|', '') <> '' group by 1, 2, 3),
     gone as (
       delete from insight.donor_trait t
        where t.donor_id = any($1::uuid[]) and not exists (select from desired d
          where (d.donor_id, d.kind, d.value) = (t.donor_id, t.kind, t.value))
       returning donor_id, kind),
     come as (
       insert into insight.donor_trait as t (donor_id, kind, value, label, since)
       select * from desired
       on conflict (donor_id, kind, value) do update set label = excluded.label, since = excluded.since
        where (t.label, t.since) is distinct from (excluded.label, excluded.since)
       returning donor_id, kind)
     select distinct donor_id as id from (select * from gone union all select * from come) c
      where kind = 'ubo'`,
    [donorIds],
  );
  return rows.map(({ id }) => id);
}
