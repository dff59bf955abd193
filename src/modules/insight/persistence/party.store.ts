import { type Transaction } from '../../../platform/database/transaction';

/** A party as the ministry knows it: from the register of parties, from a published list, or both. */
export interface InsightParty {
  readonly id: string;
  /** In addresses, for ever. */
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly tenantId: string | null;
  readonly listName: string | null;
}

const COLUMNS = `id, slug, name, short_name as "shortName", tenant_id as "tenantId",
  list_name as "listName"`;

/** Addresses of pages that stand where a slug would. */
const TAKEN = new Set(['rijen', 'uitleg', 'export', 'partijen']);
const LONGEST = 72;

/** A name as part of an address: "50PLUS" as "50plus", "PvdA/GL" as "pvda-gl". */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug === '' || TAKEN.has(slug) ? `partij-${slug}`.replace(/-$/, '') : slug;
}

async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const wanted = slugOf(name);
  const rows = await tx.query<{ slug: string }>(
    `select slug from insight.party where slug = $1 or slug like $1 || '-%'`,
    [wanted],
  );
  const used = new Set(rows.map(({ slug }) => slug));
  let slug = wanted;
  for (let next = 2; used.has(slug); next += 1) slug = `${wanted}-${String(next)}`;
  return slug;
}

interface NewParty {
  readonly name: string;
  readonly shortName: string;
  readonly tenantId: string | null;
  readonly listName: string | null;
}

async function add(tx: Transaction, party: NewParty): Promise<void> {
  await tx.query(
    `insert into insight.party (slug, name, short_name, tenant_id, list_name)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [
      await freeSlug(tx, party.shortName),
      party.name,
      party.shortName,
      party.tenantId,
      party.listName,
    ],
  );
}

/** Parties that are not there yet, never one to practise with; gives those with a new name. */
export async function keepParties(
  tx: Transaction,
  tenantIds: readonly string[],
): Promise<readonly string[]> {
  const missing = await tx.query<NewParty>(
    `select o.name, o.short_name as "shortName", o.tenant_id as "tenantId", null as "listName"
       from core.organisation o
      where o.tenant_id = any($1::uuid[]) and not o.sandbox
        and not exists (select from insight.party p where p.tenant_id = o.tenant_id)
      order by o.registered_at, o.tenant_id`,
    [tenantIds],
  );
  for (const party of missing) await add(tx, party);
  const renamed = await tx.query<{ id: string }>(
    `update insight.party p set name = o.name, short_name = o.short_name
       from core.organisation o
      where o.tenant_id = p.tenant_id and o.tenant_id = any($1::uuid[])
        and (p.name, p.short_name) is distinct from (o.name, o.short_name)
     returning p.id`,
    [tenantIds],
  );
  return renamed.map(({ id }) => id);
}

/** Parties of a published list, by the name it gives them. */
export async function keepListParties(tx: Transaction, year: number): Promise<void> {
  const missing = await tx.query<NewParty>(
    `with newest as (select id from register.published_list where year = $1
        order by version desc limit 1)
     select n.party as name, n.party as "shortName", null as "tenantId", n.party as "listName"
       from (select t.party, min(t.row_number) as place from register.donor_total t
          join newest on newest.id = t.list_id group by t.party) n
      where not exists (select from insight.party p where p.list_name = n.party)
      order by n.place`,
    [year],
  );
  for (const party of missing) await add(tx, party);
}

export function partiesOf(tx: Transaction): Promise<InsightParty[]> {
  return tx.query<InsightParty>(`select ${COLUMNS} from insight.party order by short_name, slug`);
}

export async function partyBySlug(tx: Transaction, slug: string): Promise<InsightParty | null> {
  const [row] = await tx.query<InsightParty>(
    `select ${COLUMNS} from insight.party where slug = $1`,
    [slug],
  );
  return row ?? null;
}

/** All gifts of these parties: what they are called stands in each of them. */
export function giftsOfParties(
  tx: Transaction,
  partyIds: readonly string[],
): Promise<readonly { readonly partyId: string; readonly key: string }[]> {
  return tx.query(
    'select party_id as "partyId", key from insight.gift where party_id = any($1::uuid[])',
    [partyIds],
  );
}
