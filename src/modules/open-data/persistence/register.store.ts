import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type PublicChange } from '../../publication/public';

const ROWS_AT_ONCE = 1000;

/** A row as PostgreSQL gives it: a large whole number comes as text. */
type Stored<Row> = {
  readonly [Name in keyof Row]: Row[Name] extends number ? string | number : Row[Name];
};

/**
 * Hands over the rows of a query in batches. A cursor sees the register as it was when it opened,
 * and memory holds one batch.
 */
async function inBatches<Row>(
  tx: Transaction,
  select: string,
  take: (rows: readonly Stored<Row>[]) => Promise<void>,
): Promise<void> {
  await tx.query(`declare open_data no scroll cursor for ${select}`);
  for (;;) {
    const rows = await tx.query<Stored<Row>>(`fetch ${ROWS_AT_ONCE} from open_data`);
    if (rows.length > 0) await take(rows);
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await tx.query('close open_data');
}

/** Every public gift of a year as canonical JSON, by identifier. */
export function giftsOfYear(
  tx: Transaction,
  year: number,
  take: (contents: readonly string[]) => Promise<void>,
): Promise<void> {
  const select = `
    select v.content from register.publication p
      join register.publication_version v on v.change_number = p.change_number
     where p.shown and p.year = ${Math.trunc(year)} and v.content is not null
     order by p.public_id collate "C"`;
  return inBatches<{ content: string }>(tx, select, (rows) =>
    take(rows.map(({ content }) => content)),
  );
}

/**
 * Public gifts of a year from donors whose gifts to one party come to an amount, and of those who
 * have no number because they are shielded.
 */
export function giftsOfLargeDonors(
  tx: Transaction,
  year: number,
  fromCents: number,
  take: (contents: readonly string[]) => Promise<void>,
): Promise<void> {
  const select = `
    select v.content from (
      select p.public_id, p.change_number
        from register.donor_year d
        join register.publication p on p.donor_public_id = d.donor_public_id
         and p.party_slug = d.party_slug and p.year = d.year
       where d.year = ${Math.trunc(year)} and d.counted_cents >= ${Math.trunc(fromCents)} and p.shown
      union all
      select p.public_id, p.change_number from register.publication p
       where p.shown and p.year = ${Math.trunc(year)} and p.donor_public_id is null) g
      join register.publication_version v on v.change_number = g.change_number
     where v.content is not null
     order by g.public_id collate "C"`;
  return inBatches<{ content: string }>(tx, select, (rows) =>
    take(rows.map(({ content }) => content)),
  );
}

/** Every change of a day, in the order in which they happened. */
export function changesOfDay(
  tx: Transaction,
  day: PlainDate,
  take: (changes: readonly PublicChange[]) => Promise<void>,
): Promise<void> {
  const select = `
    select change_number as number, public_id as "giftId", version, change, reason,
           platform.iso(changed_at) as "changedAt", changed_on::text as "changedOn", content
      from register.publication_version
     where changed_on = '${day}' and not hidden
     order by change_number`;
  return inBatches<PublicChange>(tx, select, (rows) =>
    take(rows.map((row) => ({ ...row, number: Number(row.number), version: Number(row.version) }))),
  );
}

/** The years that hold a public gift. */
export async function yearsWithGifts(tx: Transaction): Promise<readonly number[]> {
  const rows = await tx.query<{ year: number }>(
    `with recursive years as (
       select min(year) as year from register.publication where shown
       union all
       select (select min(p.year) from register.publication p where p.shown and p.year > y.year)
         from years y where y.year is not null)
     select year from years where year is not null`,
  );
  return rows.map(({ year }) => year);
}

/** Also years in which nothing is shown any more: their files stay where they are, empty. */
export async function everyYear(tx: Transaction): Promise<readonly number[]> {
  const rows = await tx.query<{ year: number }>(
    'select distinct year from register.publication order by year',
  );
  return rows.map(({ year }) => year);
}

/** The days on which something changed. */
export async function daysWithChanges(tx: Transaction): Promise<readonly PlainDate[]> {
  const rows = await tx.query<{ day: PlainDate }>(
    `with recursive days as (
       select min(changed_on) as day from register.publication_version
       union all
       select (select min(v.changed_on) from register.publication_version v
                where v.changed_on > d.day)
         from days d where d.day is not null)
     select day::text from days where day is not null`,
  );
  return rows.map(({ day }) => day);
}

export interface Touched {
  readonly years: readonly number[];
  readonly days: readonly PlainDate[];
}

/** How far the register is. */
export interface RegisterNow {
  /** The newest number of all, also of what the public may not see. */
  readonly changeNumber: number;
  /** How many gifts are out of sight: stopped, or a name is leaving them. */
  readonly hidden: number;
}

export async function registerNow(tx: Transaction): Promise<RegisterNow> {
  const [row] = await tx.query<RegisterNow>(
    `select coalesce((select max(change_number) from register.publication_version), 0)::float8
              as "changeNumber",
            (select count(*) from register.publication where not shown)::int as hidden`,
  );
  return row ?? { changeNumber: 0, hidden: 0 };
}

/**
 * What the files must be made of anew after a change: of each gift that changed, every year it was
 * ever in and every day it ever changed on. What is withheld now leaves old days too.
 *
 * @param andHidden also of every gift that is out of sight.
 */
export async function touchedSince(
  tx: Transaction,
  changeNumber: number,
  andHidden: boolean,
): Promise<Touched> {
  const changed = `with changed as materialized (
    select publication_id as id from register.publication_version where change_number > $1
    union select id from register.publication where not shown and $2)`;
  const years = await tx.query<{ year: number }>(
    `${changed}
     select p.year from changed join register.publication p using (id)
     union
     select (v.content::jsonb ->> 'year')::int
       from changed c join register.publication_version v on v.publication_id = c.id
      where v.content is not null
     order by 1`,
    [changeNumber, andHidden],
  );
  const days = await tx.query<{ day: PlainDate }>(
    `${changed}
     select distinct v.changed_on::text as day
       from changed c join register.publication_version v on v.publication_id = c.id
      order by 1`,
    [changeNumber, andHidden],
  );
  return { years: years.map(({ year }) => year), days: days.map(({ day }) => day) };
}
