import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type RefKind, refKind, type Tie, type TieFilter, type TieKind } from '../facts/graph';

interface TieRow {
  readonly kind: TieKind;
  readonly from: string;
  readonly to: string;
  readonly cents: string | null;
  readonly gifts: number | null;
  readonly firstOn: PlainDate | null;
  readonly lastOn: PlainDate | null;
}

/** $1 refs, $2 at most so many of each node, $3 year (0: all), $4 least cents, $5 kinds of traits. */
interface TieSource {
  readonly of: RefKind;
  readonly kinds: readonly TieKind[];
  readonly sql: string;
}

const MONEY = `t.counted_cents::text as cents, t.gifts, t.first_on::text as "firstOn",
  t.last_on::text as "lastOn"`;
const NO_MONEY = `null::text as cents, null::int as gifts, null::text as "firstOn",
  null::text as "lastOn"`;
const TO = `case when r.kind = 'party' then 'P-' || p.slug else 'R-' || r.ref end`;
const KIND_OF_TRAIT = `case t.kind when 'ubo' then 'owned_by' when 'upstream_giver' then 'funded_by'
  when 'address' then 'same_address' when 'account' then 'same_account' else 'same_number' end`;
const REFS = 'select substr(r, 3) from unnest($1::text[]) r';

/** Given to a recipient: the largest first. */
const GIVEN_TO = `cross join lateral (select * from insight.network_tie n
    where n.recipient_ref = r.ref and n.year = $3 and n.counted_cents >= $4
    order by n.counted_cents desc, n.donor_id desc limit $2) t
  join insight.donor d on d.id = t.donor_id`;

const SOURCES: readonly TieSource[] = [
  {
    of: 'donor',
    kinds: ['gave'],
    sql: `select 'gave' as kind, d.public_id as from, ${TO} as to, ${MONEY}
      from insight.donor d
      cross join lateral (select * from insight.network_tie n
        where n.donor_id = d.id and n.year = $3 and n.counted_cents >= $4
        order by n.counted_cents desc, n.recipient_ref limit $2) t
      join insight.network_recipient r on r.ref = t.recipient_ref
      join insight.party p on p.id = r.party_id
     where d.public_id = any($1::text[]) and $5::text[] is not null`,
  },
  {
    of: 'party',
    kinds: ['gave'],
    sql: `select 'gave' as kind, d.public_id as from, 'P-' || p.slug as to, ${MONEY}
      from insight.party p
      join insight.network_recipient r on r.party_id = p.id and r.kind = 'party'
      ${GIVEN_TO}
     where 'P-' || p.slug = any($1::text[]) and $5::text[] is not null`,
  },
  {
    of: 'recipient',
    kinds: ['gave'],
    sql: `select 'gave' as kind, d.public_id as from, 'R-' || r.ref as to, ${MONEY}
      from insight.network_recipient r
      ${GIVEN_TO}
     where r.ref = any(${REFS}) and $5::text[] is not null`,
  },
  {
    of: 'party',
    kinds: ['part_of'],
    sql: `select 'part_of' as kind, 'R-' || r.ref as from, 'P-' || p.slug as to, ${NO_MONEY}
      from insight.party p
      cross join lateral (select * from insight.network_recipient n
        where n.party_id = p.id and n.kind <> 'party' and exists (select from insight.network_tie t
          where t.recipient_ref = n.ref and t.year = $3 and t.counted_cents >= $4)
        order by n.kind, n.name limit $2) r
     where 'P-' || p.slug = any($1::text[]) and $5::text[] is not null`,
  },
  {
    of: 'recipient',
    kinds: ['part_of'],
    sql: `select 'part_of' as kind, 'R-' || r.ref as from, 'P-' || p.slug as to, ${NO_MONEY}
      from insight.network_recipient r join insight.party p on p.id = r.party_id
     where r.ref = any(${REFS}) and $2::int > 0 and $3::int >= 0 and $4::bigint is not null
       and $5::text[] is not null`,
  },
  {
    of: 'donor',
    kinds: ['owned_by', 'funded_by', 'same_address', 'same_account', 'same_number'],
    sql: `select ${KIND_OF_TRAIT} as kind, d.public_id as from, 'K-' || md5(t.value) as to, ${NO_MONEY}
      from insight.donor d
      cross join lateral (select * from insight.donor_trait n
        where n.donor_id = d.id and n.kind = any($5::text[])
          and (n.kind in ('ubo', 'upstream_giver') or exists (select from insight.donor_trait o
            where o.kind = n.kind and o.value = n.value and o.donor_id <> n.donor_id))
        order by n.kind, n.label limit $2) t
     where d.public_id = any($1::text[]) and $3::int >= 0 and $4::bigint is not null`,
  },
  {
    of: 'shared',
    kinds: ['owned_by', 'funded_by', 'same_address', 'same_account', 'same_number'],
    sql: `select ${KIND_OF_TRAIT} as kind, d.public_id as from, 'K-' || s.ref as to, ${NO_MONEY}
      from (${REFS}) s (ref)
      cross join lateral (select * from insight.donor_trait n
        where md5(n.value) = s.ref and n.kind = any($5::text[])
        order by n.kind, n.donor_id limit $2) t
      join insight.donor d on d.id = t.donor_id
     where $3::int >= 0 and $4::bigint is not null`,
  },
  {
    of: 'donor',
    kinds: ['same_person'],
    sql: `select 'same_person' as kind, d.public_id as from, 'K-' || d.person_ref as to, ${NO_MONEY}
      from insight.donor d
     where d.public_id = any($1::text[]) and d.name is not null
       and exists (select from insight.donor_trait t where md5(t.value) = d.person_ref
         and t.kind in ('ubo', 'upstream_giver'))
       and $2::int > 0 and $3::int >= 0 and $4::bigint is not null and $5::text[] is not null`,
  },
  {
    of: 'shared',
    kinds: ['same_person'],
    sql: `select 'same_person' as kind, d.public_id as from, 'K-' || s.ref as to, ${NO_MONEY}
      from (${REFS}) s (ref)
      cross join lateral (select * from insight.donor n where n.person_ref = s.ref
        order by n.id limit $2) d
     where d.name is not null and $3::int >= 0 and $4::bigint is not null and $5::text[] is not null
       and exists (select from insight.donor_trait t where md5(t.value) = s.ref
         and t.kind in ('ubo', 'upstream_giver'))`,
  },
];

const TRAITS: Readonly<Partial<Record<TieKind, string>>> = {
  owned_by: 'ubo',
  funded_by: 'upstream_giver',
  same_address: 'address',
  same_account: 'account',
  same_number: 'trade_register_number',
};

function tieOf({ cents, ...row }: TieRow): Tie {
  return { ...row, cents: cents === null ? null : Number(cents) };
}

/** The ties of these nodes, of each node and each sort at most `most`, the largest first. */
export async function readTies(
  tx: Transaction,
  refs: readonly string[],
  filter: TieFilter,
  most: number,
): Promise<readonly Tie[]> {
  const traits = filter.kinds.flatMap((kind) => TRAITS[kind] ?? []);
  const ties: Tie[] = [];
  for (const { of, kinds, sql } of SOURCES) {
    const own = refs.filter((ref) => refKind(ref) === of);
    if (own.length === 0 || !kinds.some((kind) => filter.kinds.includes(kind))) continue;
    const values = [own, most, filter.year ?? 0, filter.leastCents, traits];
    ties.push(...(await tx.query<TieRow>(sql, values)).map(tieOf));
  }
  return ties;
}

/** Donors who gave to both parties, who gave most to them together first. */
export async function donorsOfBoth(
  tx: Transaction,
  one: string,
  other: string,
  filter: TieFilter,
): Promise<readonly string[]> {
  const rows = await tx.query<{ ref: string }>(
    `with own as (select slug, id from insight.party where 'P-' || slug = any($1::text[]))
     select d.public_id as ref from (
       select a.donor_id from insight.network_tie a
         join insight.network_recipient r on r.ref = a.recipient_ref and r.kind = 'party'
        where a.party_id = (select id from own where 'P-' || slug = $1[1]) and a.year = $2
          and a.counted_cents >= $3
       intersect
       select b.donor_id from insight.network_tie b
         join insight.network_recipient r on r.ref = b.recipient_ref and r.kind = 'party'
        where b.party_id = (select id from own where 'P-' || slug = $1[2]) and b.year = $2
          and b.counted_cents >= $3 limit 20) g
       join insight.donor d on d.id = g.donor_id order by d.public_id`,
    [[one, other], filter.year ?? 0, filter.leastCents],
  );
  return rows.map(({ ref }) => ref);
}
