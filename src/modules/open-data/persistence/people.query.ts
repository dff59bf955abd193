import { type Transaction } from '../../../platform/database/transaction';

/** A donor in a list, with what it gave within what was asked for. */
export interface DonorLine {
  readonly id: string;
  readonly kind: string;
  readonly name: string | null;
  readonly residence: string | null;
  readonly country: string | null;
  readonly gifts: number;
  readonly countedCents: number;
}

export interface DonorSearch {
  readonly words: readonly string[];
  readonly party: string | null;
  readonly year: number | null;
  readonly after: string | null;
  readonly limit: number;
}

/** More gifts than these match: the words are too common to tell donors by. */
const MOST_FOUND = 5000;

/** Numbers of donors of whom a gift holds all words; null when these are too many. */
async function donorsNamed(
  tx: Transaction,
  words: readonly string[],
): Promise<readonly string[] | null> {
  const [row] = await tx.query<{ ids: string[] | null; many: boolean }>(
    `with found as materialized (select register.publications_with($1::text[], $2) as ids)
     select found.ids is null as many,
            (select array_agg(distinct donor_public_id) from register.publication
              where id = any(found.ids) and donor_public_id is not null) as ids
       from found`,
    [words, MOST_FOUND],
  );
  return row?.many === true ? null : (row?.ids ?? []);
}

const DETAILS = `
  select d.id, p.donor_kind as kind, p.donor_name as name, p.donor_residence as residence,
         p.donor_country as country, s.gifts::float8 as gifts, s.cents::float8 as "countedCents"
    from found d
    join lateral (select donor_kind, donor_name, donor_residence, donor_country
       from register.publication where shown and donor_public_id = d.id
      order by received_on desc nulls last, id desc limit 1) p on true
    join lateral (select sum(gifts) as gifts, sum(counted_cents) as cents from register.donor_year
       where donor_public_id = d.id and ($2::text is null or party_slug = $2)
         and ($3::int is null or year = $3)) s on true
   order by d.id`;

/** Goes from one number to the next in the index, however many rows each has. */
const EVERYBODY = `
  with recursive step as (
    (select donor_public_id as id from register.donor_year
      where donor_public_id > $1 and $2::text is null and $3::int is null
      order by 1 limit 1)
    union all
    select (select n.donor_public_id from register.donor_year n
             where n.donor_public_id > step.id order by 1 limit 1)
      from step where step.id is not null),
  found as (select id from step where id is not null limit $4)
  ${DETAILS}`;

const NARROWED = `
  with found as (
    select distinct donor_public_id as id from register.donor_year
     where donor_public_id > $1 and ($2::text is null or party_slug = $2)
       and ($3::int is null or year = $3) and ($5::text[] is null or donor_public_id = any($5))
     order by 1 limit $4)
  ${DETAILS}`;

/** Donors by their number; null when the words are too common. */
export async function listDonors(
  tx: Transaction,
  { words, party, year, after, limit }: DonorSearch,
): Promise<readonly DonorLine[] | null> {
  const values = [after ?? '', party, year, limit];
  if (words.length === 0 && party === null && year === null)
    return tx.query<DonorLine>(EVERYBODY, values);
  const ids = words.length === 0 ? null : await donorsNamed(tx, words);
  if (words.length > 0 && ids === null) return null;
  return tx.query<DonorLine>(NARROWED, [...values, ids]);
}

export interface Part {
  readonly key: string | null;
  readonly gifts: number;
  readonly countedCents: number;
}

export interface Statistics {
  readonly years: readonly Part[];
  readonly parties: readonly Part[];
  readonly types: readonly Part[];
  readonly forms: readonly Part[];
  readonly recipientKinds: readonly Part[];
}

const PARTS = {
  years: 'year::text',
  parties: 'party_slug',
  types: 'type',
  forms: 'form',
  recipientKinds: 'recipient_kind',
} as const;

/** Sums of sums: made of what is kept with every change, not of the gifts. */
export async function readStatistics(
  tx: Transaction,
  year: number | null,
  without: readonly string[],
): Promise<Statistics> {
  const parts: Record<string, readonly Part[]> = {};
  for (const [name, column] of Object.entries(PARTS)) {
    parts[name] = await tx.query<Part>(
      `select ${column} as key, sum(gifts)::float8 as gifts,
              sum(counted_cents)::float8 as "countedCents"
         from register.party_year
        where ($1::int is null or year = $1) and (type is null or type <> all($2::text[]))
        group by 1 having sum(gifts) <> 0 or sum(counted_cents) <> 0 order by 1`,
      [year, without],
    );
  }
  return parts as unknown as Statistics;
}
