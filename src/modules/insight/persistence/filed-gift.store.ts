import { type Transaction } from '../../../platform/database/transaction';
import { type ChangedGift, UPSERT_DESIRED } from './gift-upsert';
import { type DonorKey, type InsightKeys, type RootKey } from './marks.store';

/** Writes down which gifts these filed overviews list, and gives those gifts. */
export function noteListedGifts(
  tx: Transaction,
  filings: InsightKeys['filings'],
): Promise<RootKey[]> {
  return tx.query<RootKey>(
    `with listed as (
       select distinct f.tenant_id, (line ->> 'contribution')::uuid as root_id, f.id,
              case when f.kind in ('annual_report', 'affiliate_overview') then 'annual_overview'
                else 'election_overview' end as filed_in,
              (f.filed_at at time zone 'Europe/Amsterdam')::date as filed_on
         from unnest($1::uuid[], $2::uuid[]) as asked (tenant_id, id)
         join core.filing f using (tenant_id, id)
        cross join lateral jsonb_array_elements(f.content::jsonb -> 'gifts') gift
        cross join lateral jsonb_array_elements(gift -> 'lines') line
        where f.state = 'filed'), kept as (
       insert into insight.listed_gift
         (tenant_id, contribution_root_id, filing_id, filed_in, filed_on)
       select * from listed on conflict do nothing)
     select distinct tenant_id as "tenantId", root_id as "rootId" from listed`,
    [filings.map(({ tenantId }) => tenantId), filings.map(({ filingId }) => filingId)],
  );
}

/** Takes over the debts that these filed overviews list. */
export async function noteFiledDebts(
  tx: Transaction,
  filings: InsightKeys['filings'],
): Promise<void> {
  await tx.query(
    `insert into insight.filed_debt (tenant_id, filing_id, debt_id, expected_key, version, year,
       kind, recipient_name, creditor, highest_cents, at_end_cents)
     select f.tenant_id, f.id, (debt ->> 'debt')::uuid, f.expected_key, f.version, f.year, f.kind,
            f.content::jsonb #>> '{recipient,name}', debt ->> 'creditor',
            (debt ->> 'highest')::bigint, (debt ->> 'atEnd')::bigint
       from unnest($1::uuid[], $2::uuid[]) as asked (tenant_id, id)
       join core.filing f using (tenant_id, id)
      cross join lateral jsonb_array_elements(f.content::jsonb -> 'debts') debt
      where f.state = 'filed'
     on conflict do nothing`,
    [filings.map(({ tenantId }) => tenantId), filings.map(({ filingId }) => filingId)],
  );
}

/** Disclosed gifts that were booked under any of these donors. */
export function giftsUnder(tx: Transaction, donors: readonly DonorKey[]): Promise<RootKey[]> {
  return tx.query<RootKey>(
    `select distinct c.tenant_id as "tenantId", c.root_id as "rootId"
       from unnest($1::uuid[], $2::uuid[]) as asked (tenant_id, donor_id)
       join core.contribution c on c.tenant_id = asked.tenant_id and c.donor_id = asked.donor_id
      where exists (select from core.disclosure d
        where d.tenant_id = c.tenant_id and d.contribution_id = c.id)`,
    [donors.map(({ tenantId }) => tenantId), donors.map(({ donorId }) => donorId)],
  );
}

const IN_ITS_LIFE = 'v.tenant_id = n.tenant_id and v.root_id = n.root_id';

/** The newest version that was disclosed; a correction that was not filed is not known (D7). */
const DESIRED = `
  with asked as (select * from unnest($1::uuid[], $2::uuid[]) as a (tenant_id, root_id)),
  newest as (
    select distinct on (c.tenant_id, c.root_id) c.*
      from asked join core.contribution c using (tenant_id, root_id)
      join core.disclosure d on d.tenant_id = c.tenant_id and d.contribution_id = c.id
     order by c.tenant_id, c.root_id, c.sequence desc),
  desired as (
    select p.id as party_id, 'contribution:' || n.root_id as key, 'gift' as line,
           'filed' as source, n.tenant_id, n.root_id as contribution_root_id,
           n.id as contribution_id, k.insight_donor_id as donor_id, n.recipient_id,
           r.name as recipient_name, r.kind as recipient_kind, n.type, n.form, n.year,
           n.received_on, n.amount_cents, least(gone.cents, n.amount_cents) as returned_cents,
           exists (select from core.contribution_annulment a
             join core.contribution v on v.tenant_id = a.tenant_id and v.id = a.contribution_id
             where ${IN_ITS_LIFE}) as annulled,
           known.grounds,
           array_remove(array[case when told.number is not null then 'notice' end], null)
             || listed.filed_in as filed_in,
           told.number as notice_number,
           least(told.first_filed_on, listed.first_filed_on) as first_filed_on,
           duty.enforced_last_day, duty.statutory_last_day, null::text as remark,
           i.kind as donor_kind, i.country, i.residence as place
      from newest n
      join insight.party p on p.tenant_id = n.tenant_id
      join core.recipient r on r.tenant_id = n.tenant_id and r.id = n.recipient_id
      join core.donor_identity who on who.tenant_id = n.tenant_id and who.donor_id = n.donor_id
      join insight.donor_link k on k.tenant_id = n.tenant_id
       and k.donor_id = core.disclosed_donor(n.tenant_id, who.canonical_id)
      join insight.donor i on i.id = k.insight_donor_id
      left join core.notice_duty duty on duty.tenant_id = n.tenant_id
       and duty.contribution_root_id = n.root_id and duty.lapsed_at is null
     cross join lateral (select coalesce(sum(s.amount_cents), 0)::bigint as cents
        from core.settlement s
        join core.contribution v on v.tenant_id = s.tenant_id and v.id = s.contribution_id
       where ${IN_ITS_LIFE}) gone
     cross join lateral (select array_agg(distinct d.ground order by d.ground) as grounds
        from core.disclosure d
        join core.contribution v on v.tenant_id = d.tenant_id and v.id = d.contribution_id
       where ${IN_ITS_LIFE}) known
     cross join lateral (
       select (array_agg(t.number order by t.filed_at desc, t.number))[1] as number,
              min((t.filed_at at time zone 'Europe/Amsterdam')::date) as first_filed_on
         from core.notice_line l
         join core.contribution v on v.tenant_id = l.tenant_id and v.id = l.contribution_id
         join core.notice t on t.tenant_id = l.tenant_id and t.id = l.notice_id
        where ${IN_ITS_LIFE}) told
     cross join lateral (
       select coalesce(array_agg(distinct o.filed_in order by o.filed_in), '{}') as filed_in,
              min(o.filed_on) as first_filed_on
         from insight.listed_gift o
        where o.tenant_id = n.tenant_id and o.contribution_root_id = n.root_id) listed)`;

/** Derives these gifts from what was disclosed of them, and gives those that changed. */
export function deriveFiledGifts(
  tx: Transaction,
  roots: readonly RootKey[],
): Promise<ChangedGift[]> {
  return tx.query<ChangedGift>(`${DESIRED} ${UPSERT_DESIRED}`, [
    roots.map(({ tenantId }) => tenantId),
    roots.map(({ rootId }) => rootId),
  ]);
}

/** Takes over what recipients of these parties are called now, and gives the gifts concerned. */
export function renameRecipients(
  tx: Transaction,
  tenantIds: readonly string[],
): Promise<ChangedGift[]> {
  return tx.query<ChangedGift>(
    `update insight.gift g
        set recipient_name = r.name, recipient_kind = r.kind, changed_at = platform.now()
       from core.recipient r
      where g.tenant_id = any($1::uuid[]) and r.tenant_id = g.tenant_id and r.id = g.recipient_id
        and (g.recipient_name, g.recipient_kind) is distinct from (r.name, r.kind)
     returning g.party_id as "partyId", g.key`,
    [tenantIds],
  );
}

/** Takes away filed gifts that are none of these. */
export function forgetGiftsBeside(
  tx: Transaction,
  roots: readonly RootKey[],
): Promise<ChangedGift[]> {
  return tx.query<ChangedGift>(
    `delete from insight.gift g
      where g.source = 'filed' and not exists (
        select from unnest($1::uuid[], $2::uuid[]) as a (tenant_id, root_id)
         where a.tenant_id = g.tenant_id and a.root_id = g.contribution_root_id)
     returning g.party_id as "partyId", g.key`,
    [roots.map(({ tenantId }) => tenantId), roots.map(({ rootId }) => rootId)],
  );
}
