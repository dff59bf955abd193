import { type Transaction } from '../../../platform/database/transaction';
import { EMPTY_HIT, type Hit, type Reason, type Stretch } from '../facts/hit';
import { fits, likenessFrom, type Names, Places } from './names';

/** What to look for among donors over all parties. */
export interface DonorAsk {
  readonly names: Names;
  readonly publicIds: readonly string[];
  readonly registerNumbers: readonly string[];
}

interface DonorRow {
  readonly id: string;
  readonly publicId: string;
  readonly kind: string;
  readonly name: string | null;
  readonly residence: string | null;
  readonly registerNumber: string | null;
  readonly cents: string | null;
  readonly rank: number;
  readonly key: string;
}

function hitOf(row: DonorRow, why: readonly Reason[]): Hit {
  return {
    ...EMPTY_HIT,
    group: 'donors',
    id: row.publicId,
    href: `/toezicht/netwerk/${row.publicId}`,
    name: row.name,
    number: row.registerNumber,
    place: row.residence,
    code: row.kind,
    amountCents: row.cents === null ? null : Number(row.cents),
    why,
    position: [row.rank, row.key, row.id],
  };
}

function listed(where: string, rank: string, stretch: Stretch, places: Places): string {
  const [lastRank = null, lastKey = null, lastId = null] = stretch.after ?? [];
  const after =
    stretch.after === null
      ? ''
      : `where (rank, key, id) > (${places.of(lastRank)}::int, ${places.of(lastKey)}, ${places.of(lastId)}::uuid)`;
  return `
    select f.id, d.public_id as "publicId", d.kind, d.name, d.residence,
           d.trade_register_number as "registerNumber", f.rank, f.key,
           (select sum(t.counted_cents) from insight.network_tie t
             where t.donor_id = f.id and t.year = 0)::text as cents
      from (select * from (select d.id, ${rank} as rank, d.found_by as key
              from insight.donor d where ${where}) all_found
             ${after} order by rank, key, id limit ${places.of(stretch.limit)}) f
      join insight.donor d on d.id = f.id
     order by f.rank, f.key, f.id`;
}

/** Donors of which every word stands in the name or the place, whole words first. */
async function named(tx: Transaction, names: Names, stretch: Stretch): Promise<readonly Hit[]> {
  const places = new Places();
  const whole = places.of(`% ${names.phrase} %`);
  const where = fits('d.found_by', names, places);
  const rank = `case when d.found_by like ${whole} then 0 else 1 end`;
  const rows = await tx.query<DonorRow>(listed(where, rank, stretch, places), places.values);
  return rows.map((row) => hitOf(row, ['name']));
}

/** Ranks from here on belong to names that only look like what was typed. */
const ALIKE = 10;
/** Shorter than this everything looks like everything. */
const SHORTEST_ALIKE = 4;

/** Donors whose name looks like what was typed, the most alike first. */
async function alike(tx: Transaction, names: Names, stretch: Stretch): Promise<readonly Hit[]> {
  await likenessFrom(tx);
  const places = new Places();
  const phrase = places.of(names.phrase);
  const where = `${phrase} <% d.found_by`;
  const rank = `(${String(ALIKE)} + 100 - 100 * word_similarity(${phrase}, d.found_by))::int`;
  const rows = await tx.query<DonorRow>(listed(where, rank, stretch, places), places.values);
  return rows.map((row) => hitOf(row, ['similar_name']));
}

async function numbered(
  tx: Transaction,
  { publicIds, registerNumbers }: DonorAsk,
  stretch: Stretch,
): Promise<readonly Hit[]> {
  const places = new Places();
  const ids = places.of(publicIds);
  const numbers = places.of(registerNumbers);
  const where = `d.public_id = any(${ids}) or d.trade_register_number = any(${numbers})`;
  const rows = await tx.query<DonorRow>(listed(where, '0', stretch, places), places.values);
  return rows.map((row) =>
    hitOf(row, [publicIds.includes(row.publicId) ? 'number' : 'register_number']),
  );
}

export async function findDonors(
  tx: Transaction,
  ask: DonorAsk,
  stretch: Stretch,
): Promise<readonly Hit[]> {
  if (ask.publicIds.length + ask.registerNumbers.length > 0) return numbered(tx, ask, stretch);
  if (ask.names.patterns.length === 0) return [];
  const goesOnAlike = Number(stretch.after?.[0] ?? 0) >= ALIKE;
  const found = goesOnAlike ? [] : await named(tx, ask.names, stretch);
  const hasEnded = stretch.after !== null && !goesOnAlike;
  if (found.length > 0 || hasEnded || ask.names.phrase.length < SHORTEST_ALIKE) return found;
  return alike(tx, ask.names, stretch);
}

/** Ids of the donors a search means, at most `limit`; those that look like it when there are no others. */
export async function donorIds(
  tx: Transaction,
  { names, publicIds, registerNumbers }: DonorAsk,
  limit: number,
): Promise<readonly string[]> {
  const places = new Places();
  const signs = `(cardinality(${places.of(publicIds)}::text[]) + cardinality(${places.of(registerNumbers)}::text[]) = 0
      or d.public_id = any($1) or d.trade_register_number = any($2))`;
  const where = fits('d.found_by', names, places);
  const sql = `select d.id from insight.donor d where ${where} and ${signs} limit ${places.of(limit)}`;
  const rows = await tx.query<{ id: string }>(sql, places.values);
  return rows.map(({ id }) => id);
}

/** Ids of the donors whose names look most like what was typed. */
export async function alikeDonorIds(
  tx: Transaction,
  { phrase }: Names,
  limit: number,
): Promise<readonly string[]> {
  if (phrase.length < SHORTEST_ALIKE) return [];
  await likenessFrom(tx);
  const rows = await tx.query<{ id: string }>(
    `select d.id from insight.donor d where $1 <% d.found_by
      order by word_similarity($1, d.found_by) desc, d.id limit $2`,
    [phrase, limit],
  );
  return rows.map(({ id }) => id);
}
