import { type Transaction } from '../../../platform/database/transaction';
import { type NetworkNode, refKind, type RefKind } from '../facts/graph';

const NODES: Readonly<Record<RefKind, string>> = {
  donor: `select public_id as ref, kind, name, residence as place, country
    from insight.donor where public_id = any($1::text[])`,
  party: `select 'P-' || slug as ref, 'party' as kind, name, null as place, null as country
    from insight.party where 'P-' || slug = any($1::text[])`,
  recipient: `select 'R-' || ref as ref, kind, name, null as place, null as country
    from insight.network_recipient where ref = any(select substr(r, 3) from unnest($1::text[]) r)`,
  shared: `select 'K-' || md5(value) as ref,
      case when bool_or(kind in ('ubo', 'upstream_giver')) then 'owner' else min(kind) end as kind,
      min(label) as name, null as place, null as country
    from insight.donor_trait
   where md5(value) = any(select substr(r, 3) from unnest($1::text[]) r) group by md5(value)`,
};

/** What these references name, in the order given; those that name nothing are left out. */
export async function readNodes(
  tx: Transaction,
  refs: readonly string[],
): Promise<readonly NetworkNode[]> {
  const found = new Map<string, NetworkNode>();
  for (const kind of ['donor', 'party', 'recipient', 'shared'] as const) {
    const own = refs.filter((ref) => refKind(ref) === kind);
    if (own.length === 0) continue;
    for (const node of await tx.query<NetworkNode>(NODES[kind], [own])) found.set(node.ref, node);
  }
  return refs.flatMap((ref) => found.get(ref) ?? []);
}

/** Donors, parties and owners whose name holds every word, a few of each. */
export function findNodes(
  tx: Transaction,
  text: string,
  limit: number,
): Promise<readonly NetworkNode[]> {
  const fits = (column: string): string =>
    `(select count(*) > 0 and bool_and(${column} like '%' || word || '%')
        from unnest(string_to_array(trim(core.search_key($1)), ' ')) words (word) where word <> '')`;
  const longest = `'%' || (select word from unnest(string_to_array(trim(core.search_key($1)), ' '))
      words (word) order by length(word) desc limit 1) || '%'`;
  const label = "(' ' || core.search_key(label) || ' ')";
  return tx.query<NetworkNode>(
    `(select 'P-' || slug as ref, 'party' as kind, name, null as place, null as country
        from insight.party where ${fits('found_by')} order by name limit $2)
     union all
     (select public_id, kind, name, residence, country from insight.donor
       where found_by like ${longest} and ${fits('found_by')} order by found_by, id limit $2)
     union all
     (select 'K-' || md5(value), 'owner', min(label), null, null from insight.donor_trait
       where kind in ('ubo', 'upstream_giver') and ${label} like ${longest} and ${fits(label)}
       group by value order by min(label) limit $2)`,
    [text, limit],
  );
}
