import { type Transaction } from '../../../platform/database/transaction';
import { type NetworkNode, type Tie } from '../facts/graph';

/** So many rows are read at a time: memory stays flat however large the network is. */
const BATCH = 5_000;

interface Keyed {
  readonly after: string;
}

/** Reads a list to its end, batch by batch; `after` of the last row says where the next begins. */
async function* batches<Row extends Keyed>(
  tx: Transaction,
  sql: string,
): AsyncGenerator<readonly Omit<Row, 'after'>[]> {
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await tx.query<Row>(sql, [after, BATCH]);
    if (rows.length > 0) yield rows.map(({ after: _, ...row }) => row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.after;
  }
}

const NODES = [
  `select 'P-' || slug as ref, 'party' as kind, name, null as place, null as country, slug as after
     from insight.party where $1::text is null or slug > $1 order by slug limit $2`,
  `select 'R-' || ref as ref, kind, name, null as place, null as country, ref as after
     from insight.network_recipient where kind <> 'party' and ($1::text is null or ref > $1)
    order by ref limit $2`,
  `select public_id as ref, kind, name, residence as place, country, id::text as after
     from insight.donor where $1::uuid is null or id > $1::uuid order by id limit $2`,
  `select 'K-' || md5(t.value) as ref,
          case when t.kind in ('ubo', 'upstream_giver') then 'owner' else t.kind end as kind,
          min(t.label) as name, null as place, null as country,
          json_build_array(t.kind, t.value)::text as after
     from insight.donor_trait t
    where t.kind <> 'name'
      and ($1::json is null or (t.kind, t.value) > ($1::json ->> 0, $1::json ->> 1))
      and not (t.kind = 'upstream_giver' and exists (select from insight.donor_trait u
        where u.kind = 'ubo' and u.value = t.value))
    group by t.kind, t.value
   having t.kind in ('ubo', 'upstream_giver') or count(*) > 1
    order by t.kind, t.value limit $2`,
] as const;

const NO_MONEY = `null::text as cents, null::int as gifts, null::text as "firstOn",
  null::text as "lastOn"`;

const TIES = [
  `select 'gave' as kind, d.public_id as from,
          case when r.kind = 'party' then 'P-' || p.slug else 'R-' || r.ref end as to,
          t.counted_cents::text as cents, t.gifts, t.first_on::text as "firstOn",
          t.last_on::text as "lastOn",
          json_build_array(t.donor_id, t.recipient_ref)::text as after
     from (select * from insight.network_tie n where n.year = 0 and ($1::json is null
         or (n.donor_id, n.year, n.recipient_ref)
           > (($1::json ->> 0)::uuid, 0, $1::json ->> 1))
        order by n.donor_id, n.year, n.recipient_ref limit $2) t
     join insight.donor d on d.id = t.donor_id
     join insight.network_recipient r on r.ref = t.recipient_ref
     join insight.party p on p.id = r.party_id
    order by t.donor_id, t.recipient_ref`,
  `select 'part_of' as kind, 'R-' || r.ref as from, 'P-' || p.slug as to, ${NO_MONEY},
          r.ref as after
     from insight.network_recipient r join insight.party p on p.id = r.party_id
    where r.kind <> 'party' and ($1::text is null or r.ref > $1) order by r.ref limit $2`,
  `select case t.kind when 'ubo' then 'owned_by' when 'upstream_giver' then 'funded_by'
            when 'address' then 'same_address' when 'account' then 'same_account'
            else 'same_number' end as kind,
          d.public_id as from, 'K-' || md5(t.value) as to, ${NO_MONEY},
          json_build_array(t.donor_id, t.kind, t.value)::text as after
     from insight.donor_trait t join insight.donor d on d.id = t.donor_id
    where t.kind <> 'name' and ($1::json is null or (t.donor_id, t.kind, t.value)
        > (($1::json ->> 0)::uuid, $1::json ->> 1, $1::json ->> 2))
      and (t.kind in ('ubo', 'upstream_giver') or exists (select from insight.donor_trait o
        where o.kind = t.kind and o.value = t.value and o.donor_id <> t.donor_id))
    order by t.donor_id, t.kind, t.value limit $2`,
  `select 'same_person' as kind, d.public_id as from, 'K-' || d.person_ref as to, ${NO_MONEY},
          d.id::text as after
     from insight.donor d
    where d.name is not null and ($1::uuid is null or d.id > $1::uuid)
      and exists (select from insight.donor_trait t where md5(t.value) = d.person_ref
        and t.kind in ('ubo', 'upstream_giver'))
    order by d.id limit $2`,
] as const;

type TieRow = Omit<Tie, 'cents'> & { readonly cents: string | null } & Keyed;

export async function* allNodes(tx: Transaction): AsyncGenerator<readonly NetworkNode[]> {
  for (const sql of NODES) yield* batches<NetworkNode & Keyed>(tx, sql);
}

export async function* allTies(tx: Transaction): AsyncGenerator<readonly Tie[]> {
  for (const sql of TIES)
    for await (const rows of batches<TieRow>(tx, sql))
      yield rows.map((row) => ({ ...row, cents: row.cents === null ? null : Number(row.cents) }));
}

/** An organisation that gave, with the beneficial owners that were named. */
export interface OwnedEntity extends NetworkNode {
  readonly address: string | null;
  readonly registerNumber: string | null;
  /** `entity` is the organisation that gave, when the owner is one. */
  readonly owners: readonly {
    readonly ref: string;
    readonly name: string;
    readonly place: string | null;
    readonly entity: string | null;
  }[];
}

const ENTITY = `d.kind in ('legal_person', 'undertaking', 'foundation', 'association',
  'organisation', 'group_member')`;
const ENTITIES = (which: string): string => `
  select d.public_id as ref, d.kind, d.name, d.residence as place, d.country, d.address,
         d.trade_register_number as "registerNumber", d.id::text as after,
         coalesce((select json_agg(json_build_object('ref', 'K-' || md5(t.value),
             'name', case when split_part(t.value, '|', 2) = '' then t.label
               else regexp_replace(t.label, ', [^,]*$', '') end,
             'place', case when split_part(t.value, '|', 2) = '' then null
               else substring(t.label from ', ([^,]*)$') end,
             'entity', (select min(o.public_id) from insight.donor o
               where o.person_ref = md5(t.value) and o.kind in ('legal_person', 'undertaking',
                 'foundation', 'association', 'organisation', 'group_member'))) order by t.value)
           from insight.donor_trait t where t.donor_id = d.id and t.kind = 'ubo'), '[]') as owners
    from insight.donor d
   where ${ENTITY} and ${which} and ($1::uuid is null or d.id > $1::uuid)
   order by d.id limit $2`;

/** Organisations that gave: all of them. */
export function allEntities(tx: Transaction): AsyncGenerator<readonly OwnedEntity[]> {
  return batches<OwnedEntity & Keyed>(tx, ENTITIES('true'));
}

/** Of these donors those that are organisations. */
export function entitiesAmong(
  tx: Transaction,
  refs: readonly string[],
): Promise<readonly OwnedEntity[]> {
  return tx.query<OwnedEntity>(ENTITIES('d.public_id = any($3::text[])'), [null, BATCH, refs]);
}
