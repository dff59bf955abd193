import { type Transaction } from '../../../platform/database/transaction';
import { EMPTY_HIT, type Hit, type Stretch } from '../facts/hit';
import { fits, type Names, Places } from './names';

interface OrganisationRow {
  readonly ref: string;
  readonly kind: string;
  readonly name: string;
  readonly party: string | null;
  readonly key: string;
}

/** Parties, and affiliates, candidates and branches that received something, by name. */
export async function findOrganisations(
  tx: Transaction,
  names: Names,
  { after, limit }: Stretch,
): Promise<readonly Hit[]> {
  if (names.patterns.length === 0) return [];
  const places = new Places();
  const [key = null, ref = null] = after ?? [];
  const rows = await tx.query<OrganisationRow>(
    `select * from (
       select 'P-' || p.slug as ref, 'party' as kind, p.name, null as party, p.found_by as key
         from insight.party p where ${fits('p.found_by', names, places)}
       union all
       select 'R-' || r.ref, r.kind, r.name, p.name, r.found_by
         from insight.network_recipient r join insight.party p on p.id = r.party_id
        where r.kind <> 'party' and ${fits('r.found_by', names, places)}) o
      where ${places.of(key)}::text is null or (o.key, o.ref) > (${places.of(key)}, ${places.of(ref)})
      order by o.key, o.ref limit ${places.of(limit)}`,
    places.values,
  );
  return rows.map((row) => ({
    ...EMPTY_HIT,
    group: 'organisations',
    id: row.ref,
    href: `/toezicht/netwerk/${row.ref}`,
    name: row.name,
    party: row.party,
    code: row.kind,
    why: ['name'],
    position: [row.key, row.ref],
  }));
}

interface OwnerRow {
  readonly ref: string;
  readonly label: string;
  readonly kind: string;
  readonly donors: number;
}

/** Beneficial owners and those who gave to a donor, by name. */
export async function findOwners(
  tx: Transaction,
  names: Names,
  { after, limit }: Stretch,
): Promise<readonly Hit[]> {
  if (names.patterns.length === 0) return [];
  const places = new Places();
  const [label = null, ref = null] = after ?? [];
  const rows = await tx.query<OwnerRow>(
    `select * from (
       select 'K-' || md5(t.value) as ref, min(t.label) as label, min(t.kind) as kind
         from insight.donor_trait t
        where t.kind in ('ubo', 'upstream_giver')
          and ${fits("(' ' || core.search_key(t.label) || ' ')", names, places)}
        group by 1) o
      where ${places.of(label)}::text is null
         or (o.label, o.ref) > (${places.of(label)}, ${places.of(ref)})
      order by o.label, o.ref limit ${places.of(limit)}`,
    places.values,
  );
  return rows.map((row) => ({
    ...EMPTY_HIT,
    group: 'owners',
    id: row.ref,
    href: `/toezicht/netwerk/${row.ref}`,
    name: row.label,
    code: row.kind,
    why: ['name'],
    position: [row.label, row.ref],
  }));
}

/** A party and which of the words stand in its name. */
export interface PartyMatch {
  readonly id: string;
  readonly tenantId: string | null;
  readonly matched: readonly number[];
}

/** Parties in whose name at least one of the words stands; the place of each such word. */
export async function partiesWithWords(
  tx: Transaction,
  { patterns }: Names,
): Promise<readonly PartyMatch[]> {
  if (patterns.length === 0) return [];
  return tx.query<PartyMatch>(
    `select p.id, p.tenant_id as "tenantId", array_agg(w.place::int order by w.place) as matched
       from insight.party p
       join unnest($1::text[]) with ordinality as w (pattern, place) on p.found_by like w.pattern
      group by p.id, p.tenant_id order by count(*) desc, p.id limit 50`,
    [patterns],
  );
}
