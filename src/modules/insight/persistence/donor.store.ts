import { type Transaction } from '../../../platform/database/transaction';
import { type ChangedGift } from './gift-upsert';
import { type DonorKey, type RootKey } from './marks.store';

/**
 * By what a donor is known again over parties and years. Who has a number in the trade register is
 * that number; others are a name with an address, or with a place when only that is known. Who has
 * no more than a name is known at its own party only.
 */
export function donorKey(donor: string, own: string): string {
  const folded = (column: string): string => `core.search_key(coalesce(${donor}.${column}, ''))`;
  return `case
    when ${donor}.trade_register_number is not null
      then 'kvk:' || ${donor}.trade_register_number
    when ${donor}.name is null or ${donor}.kind = 'anonymous'
      or coalesce(${donor}.address, ${donor}.residence) is null then ${own}
    else case ${donor}.kind when 'natural_person' then 'np:' when 'estate' then 'estate:'
        else 'org:' end
      || left(${folded('name')} || '|' || ${folded('address')} || '|' || ${folded('residence')}, 600)
    end`;
}

const ASKED = 'unnest($1::uuid[], $2::uuid[]) as asked (tenant_id, donor_id)';

/** The newest particulars of a party's donor, which the overseer sees once it was disclosed. */
const NEWEST = `select d.tenant_id, d.id as donor_id, d.kind, p.name, p.address, p.residence,
    p.country, p.trade_register_number, p.recorded_at, p.version
  from core.donor d cross join lateral (select * from core.donor_particulars v
    where v.tenant_id = d.tenant_id and v.donor_id = d.id order by v.version desc limit 1) p`;

function columns(donors: readonly DonorKey[]): readonly (readonly string[])[] {
  return [donors.map(({ tenantId }) => tenantId), donors.map(({ donorId }) => donorId)];
}

/** All that count as one with any of these now, themselves included. */
export function membersOf(tx: Transaction, donors: readonly DonorKey[]): Promise<DonorKey[]> {
  return tx.query<DonorKey>(
    `select distinct i.tenant_id as "tenantId", m.donor_id as "donorId" from ${ASKED}
       join core.donor_identity i using (tenant_id, donor_id)
      cross join lateral core.donor_members(i.tenant_id, i.canonical_id) m
      union select tenant_id, donor_id from ${ASKED}`,
    columns(donors),
  );
}

/** Donors of these gifts that were disclosed and are not known over all parties yet. */
export function unknownDonors(tx: Transaction, roots: readonly RootKey[]): Promise<DonorKey[]> {
  return tx.query<DonorKey>(
    `select distinct d.tenant_id as "tenantId", d.donor_id as "donorId"
       from unnest($1::uuid[], $2::uuid[]) as asked (tenant_id, root_id)
       join core.contribution c using (tenant_id, root_id)
       join core.disclosure d on d.tenant_id = c.tenant_id and d.contribution_id = c.id
      where not exists (select from insight.donor_link l
        where l.tenant_id = d.tenant_id and l.donor_id = d.donor_id)`,
    [roots.map(({ tenantId }) => tenantId), roots.map(({ rootId }) => rootId)],
  );
}

/** Says which donor over all parties each of these is; said once, it stays. */
export async function linkDonors(tx: Transaction, donors: readonly DonorKey[]): Promise<void> {
  await tx.query(
    `with fresh as (
       select n.*, ${donorKey('n', `'own:' || n.tenant_id || ':' || n.donor_id`)} as key
         from ${ASKED} join (${NEWEST}) n using (tenant_id, donor_id)
         join insight.party p on p.tenant_id = n.tenant_id
        where exists (select from core.disclosure d
            where d.tenant_id = n.tenant_id and d.donor_id = n.donor_id)
          and not exists (select from insight.donor_link l
            where l.tenant_id = n.tenant_id and l.donor_id = n.donor_id)),
     added as (
       insert into insight.donor (public_id, key, kind, name, address, residence, country,
         trade_register_number, search_key)
       select distinct on (key) insight.new_public_id('D'), key, kind, name, address, residence,
              country, trade_register_number, core.search_key(coalesce(name, ''))
         from fresh order by key, recorded_at desc, tenant_id, donor_id
       on conflict (key) do nothing returning id, key)
     insert into insight.donor_link (tenant_id, donor_id, insight_donor_id)
     select f.tenant_id, f.donor_id, coalesce(a.id, i.id) from fresh f
       left join added a on a.key = f.key left join insight.donor i on i.key = f.key`,
    columns(donors),
  );
}

/** The donors over all parties that these count for. */
export async function insightDonorsOf(
  tx: Transaction,
  donors: readonly DonorKey[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct l.insight_donor_id as id from ${ASKED}
       join insight.donor_link l using (tenant_id, donor_id)`,
    columns(donors),
  );
  return rows.map(({ id }) => id);
}

/** Takes over the newest particulars any party gave of them; gives those that changed. */
export async function renewDonors(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `with newest as (
       select distinct on (l.insight_donor_id) l.insight_donor_id, n.*
         from insight.donor_link l join (${NEWEST}) n using (tenant_id, donor_id)
        where l.insight_donor_id = any($1::uuid[])
        order by l.insight_donor_id, n.recorded_at desc, n.tenant_id, n.donor_id)
     update insight.donor i
        set kind = n.kind, name = n.name, address = n.address, residence = n.residence,
            country = n.country, trade_register_number = n.trade_register_number,
            search_key = core.search_key(coalesce(n.name, ''))
       from newest n
      where i.id = n.insight_donor_id
        and (i.kind, i.name, i.address, i.residence, i.country, i.trade_register_number)
          is distinct from
            (n.kind, n.name, n.address, n.residence, n.country, n.trade_register_number)
     returning i.id`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Gifts of donors that are called otherwise now, with the donor as figures count it. */
export async function giftsOfDonors(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly ChangedGift[]> {
  await tx.query(
    `update insight.gift g set donor_kind = i.kind, country = i.country, place = i.residence,
            changed_at = platform.now()
       from insight.donor i
      where g.donor_id = any($1::uuid[]) and i.id = g.donor_id
        and (g.donor_kind, g.country, g.place) is distinct from (i.kind, i.country, i.residence)`,
    [ids],
  );
  return tx.query<ChangedGift>(
    'select party_id as "partyId", key from insight.gift where donor_id = any($1::uuid[])',
    [ids],
  );
}
