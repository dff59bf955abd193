import { type Transaction } from '../../../platform/database/transaction';
import { type SourceGift } from '../facts/public-line';

export interface GiftKey {
  readonly partyId: string;
  readonly key: string;
}

type SourceRow = Omit<SourceGift, 'amountCents' | 'returnedCents'> & {
  readonly amountCents: string;
  readonly returnedCents: string;
};

const OWNERS = `jsonb_agg(jsonb_build_object('name', u.name, 'residence', u.residence)`;

/** The newest particulars that a party gave of this donor. */
const OWNERS_OF_FILED = `
  select ${OWNERS} order by u.name, u.residence, u.id) from core.donor_ubo u
    join (select v.tenant_id, v.donor_id, v.version from insight.donor_link l
            join core.donor_particulars v on v.tenant_id = l.tenant_id and v.donor_id = l.donor_id
           where l.tenant_id = g.tenant_id and l.insight_donor_id = g.donor_id
           order by v.recorded_at desc, v.version desc limit 1) newest
      using (tenant_id, donor_id, version)`;

const OWNERS_OF_LIST = `
  select ${OWNERS} order by u.position) from register.published_ubo u
   where u.list_id = listed.list_id and u.donor_row = listed.donor_row`;

/**
 * The donor as its own row of the newest list of that year prints it: who moves house later, or
 * stands in another list with another address, does not change it. A key ends with the number of its
 * row. Where donor and place are printed, art. 25 lid 5 shields the beneficial owners only.
 */
const LISTED = `
  select t.list_id, t.row_number as donor_row, t.donor, t.residence, t.country,
         case when t.donor is null or coalesce(t.address, t.residence) is null
                or t.shielding <> 'wfpp_25_5' then t.shielding end as shielding,
         case when t.donor_kind = 'organisation' and own.address ~ '[0-9]{4} ?[A-Z]{2}'
           then own.address else t.address end as address
    from (select n.id from register.published_list n
           where n.year = g.year order by n.version desc limit 1) newest
    left join lateral (
      select pg.donor_row,
             btrim(regexp_replace(pg.as_written ->> 'address', '\\s+', ' ', 'g')) as address
        from register.published_gift pg where pg.list_id = newest.id
         and g.line = 'gift' and pg.row_number = split_part(g.key, ':', 3)::int) own on true
    join register.donor_total t on t.list_id = newest.id
     and t.row_number = coalesce(own.donor_row, split_part(g.key, ':', 3)::int)
   where g.source = 'list'`;

/** The town behind a postcode is where an organisation of a list sits. */
const TOWN = `coalesce(listed.residence, substring(listed.address from '[0-9]{4} ?[A-Z]{2} +(.+)$'))`;

function asListed(listed: string, known: string): string {
  return `case when listed.list_id is null then ${known} else ${listed} end`;
}

const COUNTRY = `case when listed.country is null and ${TOWN} is not null then 'NL'
  else d.country end`;

/** Requests that were not refused, of this party about this donor. */
const ASKED = `from core.safety_request r
    join insight.donor_link l on l.tenant_id = r.tenant_id and l.donor_id = r.donor_id
   where r.tenant_id = p.tenant_id and l.insight_donor_id = g.donor_id
     and not exists (select from core.safety_step s where s.tenant_id = r.tenant_id
       and s.request_id = r.id and s.kind = 'decided' and s.outcome = 'refuse')`;

const COLUMNS = `g.party_id as "partyId", p.tenant_id as "tenantId", g.key, g.source, g.line,
  p.slug as "partySlug", p.name as "partyName", g.recipient_id as "recipientId",
  g.recipient_name as "recipientName", g.recipient_kind as "recipientKind",
  g.donor_id as "donorUid", d.public_id as "donorId", d.kind as "donorKind",
  ${asListed('listed.donor', 'd.name')} as "donorName",
  ${asListed('listed.address', 'd.address')} as "donorAddress",
  ${asListed(TOWN, 'd.residence')} as "donorResidence",
  ${asListed(COUNTRY, 'd.country')} as "donorCountry",
  ${asListed('listed.shielding', 'd.shielding')} as shielding, coalesce(case g.source when 'filed' then (${OWNERS_OF_FILED})
    else (${OWNERS_OF_LIST}) end, '[]') as "beneficialOwners",
  exists (select ${ASKED} and r.ubo_name is null) as "donorWithheld",
  array(select r.ubo_name ${ASKED} and r.ubo_name is not null) as "ubosWithheld",
  g.type, g.form, g.year, g.received_on::text as "receivedOn", g.amount_cents as "amountCents",
  g.returned_cents as "returnedCents", g.annulled, g.filed_in as "filedIn",
  g.first_filed_on::text as "filedOn",
  case g.source when 'list' then g.remark end as "listRemark"`;

/**
 * These gifts, and every other gift of the same donor to the same recipient in the same year: they
 * may be public as one sum. Worker role.
 */
export async function readSources(
  tx: Transaction,
  keys: readonly GiftKey[],
): Promise<readonly SourceGift[]> {
  const rows = await tx.query<SourceRow>(
    `with asked as (
       select distinct g.party_id, g.donor_id, g.recipient_id, g.recipient_name, g.year, g.source,
              case g.source when 'list' then g.id end as id
         from unnest($1::uuid[], $2::text[]) as a (party_id, key)
         join insight.gift g using (party_id, key))
     select ${COLUMNS} from asked a
       join insight.gift g on g.party_id = a.party_id and g.donor_id = a.donor_id
        and g.year = a.year and g.source = a.source
        and g.recipient_id is not distinct from a.recipient_id
        and g.recipient_name = a.recipient_name and (a.id is null or g.id = a.id)
       join insight.party p on p.id = g.party_id
       join insight.donor d on d.id = g.donor_id
       left join lateral (${LISTED}) listed on true`,
    [keys.map(({ partyId }) => partyId), keys.map(({ key }) => key)],
  );
  return rows.map((row) => ({
    ...row,
    amountCents: Number(row.amountCents),
    returnedCents: Number(row.returnedCents),
  }));
}

/** A rest that is public or waits, with one of the gifts in its group; null when none is left. */
export interface StandingRest extends GiftKey {
  readonly giftKey: string | null;
}

/**
 * Rests of these parties around these years. A gift that got another donor, recipient or day may
 * have left any of them, and nothing says which.
 */
export function standingRests(
  tx: Transaction,
  partyIds: readonly string[],
  years: readonly number[],
): Promise<readonly StandingRest[]> {
  return tx.query<StandingRest>(
    `with rest as (
       select party_id, gift_key, string_to_array(gift_key, ':') as part
         from register.publication
        where party_id = any($1::uuid[]) and line = 'rest' and gift_key like 'rest:%'
       union select party_id, gift_key, string_to_array(gift_key, ':') from insight.release_item
        where party_id = any($1::uuid[]) and gift_key like 'rest:%'
          and state in ('waiting', 'held', 'released'))
     select party_id as "partyId", gift_key as key, (select g.key from insight.gift g
         where g.party_id = rest.party_id and g.source = 'filed' and g.donor_id = part[2]::uuid
           and g.year = part[4]::int and g.recipient_id is not distinct from nullif(part[3], '')::uuid
         limit 1) as "giftKey"
       from rest where part[4]::int = any($2::int[])`,
    [partyIds, years],
  );
}
