import { type Transaction } from '../../../platform/database/transaction';
import { type Choice, FIELD, scopeId } from '../facts/choice';

/** Gifts and their sum in cents, less what was returned. */
export interface Sum {
  readonly gifts: number;
  readonly cents: number;
}

export interface TallyRow extends Sum {
  readonly year: number;
  readonly dimension:
    'month' | 'form' | 'size' | 'donor_kind' | 'recipient_kind' | 'country' | 'place' | 'party';
  readonly a: string;
  readonly b: string;
}

interface Amounts {
  readonly gifts: string | number;
  readonly cents: string;
}

function summed<Row extends Amounts>(rows: readonly Row[]): (Omit<Row, keyof Amounts> & Sum)[] {
  return rows.map((row) => ({ ...row, gifts: Number(row.gifts), cents: Number(row.cents) }));
}

/** Which pair of columns counts: with or without dues and remittances. */
function columns({ without }: Pick<Choice, 'without'>): string {
  return without
    ? 'gifts_without as gifts, cents_without as cents'
    : 'gifts, counted_cents as cents';
}

function yearsOf({ year, beside }: Choice): readonly number[] {
  return beside === null ? [year] : [year, beside];
}

/** Sums of the chosen years by everything but places and parties, of which there are many. */
export async function tallies(tx: Transaction, choice: Choice): Promise<readonly TallyRow[]> {
  return summed(
    await tx.query<TallyRow & Amounts>(
      `select * from (
         select year, dimension, a, b, ${columns(choice)} from insight.tally
          where scope = $1 and year = any($2::int[]) and source = $3
            and dimension in ('month', 'form', 'size', 'donor_kind', 'recipient_kind', 'country')) t
        where gifts <> 0 or cents <> 0`,
      [scopeId(choice), yearsOf(choice), choice.source],
    ),
  );
}

/** The largest of a dimension in the chosen year, with the same of the year beside it. */
export async function largest(
  tx: Transaction,
  choice: Choice,
  dimension: 'place' | 'party',
  most: number,
): Promise<readonly { readonly a: string; readonly now: Sum; readonly before: Sum }[]> {
  const rows = await tx.query<{ a: string; g: number; c: string; g2: number; c2: string }>(
    `with now as (select a, ${columns(choice)} from insight.tally
        where scope = $1 and year = $2 and source = $4 and dimension = $5
        order by counted_cents desc, a limit $6 + 20)
     select n.a, n.gifts as g, n.cents as c, coalesce(b.gifts, 0) as g2, coalesce(b.cents, 0) as c2
       from now n left join lateral (select ${columns(choice)} from insight.tally
          where scope = $1 and year = $3 and source = $4 and dimension = $5 and a = n.a) b on true
      where n.gifts <> 0 or n.cents <> 0
      order by n.cents desc, n.a limit $6`,
    [scopeId(choice), choice.year, choice.beside ?? 0, choice.source, dimension, most],
  );
  return rows.map(({ a, g, c, g2, c2 }) => ({
    a,
    now: { gifts: g, cents: Number(c) },
    before: { gifts: g2, cents: Number(c2) },
  }));
}

/** Every year that is known, by type of gift. */
export async function yearsByType(
  tx: Transaction,
  choice: Choice,
): Promise<readonly (Sum & { readonly year: number; readonly type: string })[]> {
  return summed(
    await tx.query<Amounts & { year: number; type: string }>(
      `select year, b as type, sum(gifts) as gifts, sum(cents) as cents
         from (select year, b, ${columns(choice)} from insight.tally
           where scope = $1 and source = $2 and dimension = 'month') t
        where gifts <> 0 or cents <> 0 group by year, b order by year, b`,
      [scopeId(choice), choice.source],
    ),
  );
}

/** Months of any years, all types together. */
export async function monthsOf(
  tx: Transaction,
  choice: Choice,
  years: readonly number[],
): Promise<readonly (Sum & { readonly year: number; readonly month: number })[]> {
  return summed(
    await tx.query<Amounts & { year: number; month: number }>(
      `select year, a::int as month, sum(gifts) as gifts, sum(cents) as cents
         from (select year, a, ${columns(choice)} from insight.tally
           where scope = $1 and year = any($2::int[]) and source = $3 and dimension = 'month') t
        group by year, a`,
      [scopeId(choice), years, choice.source],
    ),
  );
}

export interface TopDonor extends Sum {
  readonly id: string;
  readonly publicId: string;
  readonly name: string | null;
  readonly kind: string;
}

export async function topDonors(
  tx: Transaction,
  choice: Choice,
  most: number,
): Promise<readonly TopDonor[]> {
  const by = choice.without ? 'cents_without' : 'counted_cents';
  const from = choice.party === null ? 'insight.field_donor_year' : 'insight.donor_year';
  const own = choice.party === null ? '$1::uuid is not null' : 't.party_id = $1';
  return summed(
    await tx.query<TopDonor & Amounts>(
      `select d.id, d.public_id as "publicId", d.name, d.kind, t.gifts, t.cents
         from (select donor_id, ${columns(choice)} from ${from} t
           where ${own} and year = $2 and source = $3 and ${by} > 0
           order by ${by} desc, donor_id limit $4) t
         join insight.donor d on d.id = t.donor_id order by t.cents desc, t.donor_id`,
      [scopeId(choice), choice.year, choice.source, most],
    ),
  );
}

export interface Concentration {
  readonly year: number;
  readonly donors: number;
  readonly newDonors: number;
  readonly cents: number;
  readonly top1: number;
  readonly top5: number;
  readonly top10: number;
  readonly halfDonors: number;
  /** Between 0 and 1. */
  readonly gini: number;
}

/** Of every year, newest last. */
export async function concentrations(
  tx: Transaction,
  choice: Choice,
): Promise<readonly Concentration[]> {
  const rows = await tx.query<Record<keyof Concentration, string | number>>(
    `select year, donors, new_donors as "newDonors", cents, top_1_cents as top1,
            top_5_cents as top5, top_10_cents as top10, half_donors as "halfDonors", gini
       from insight.concentration where scope = $1 and source = $2 and without = $3 order by year`,
    [scopeId(choice), choice.source, choice.without],
  );
  return rows.map((row) => ({
    year: Number(row.year),
    donors: Number(row.donors),
    newDonors: Number(row.newDonors),
    cents: Number(row.cents),
    top1: Number(row.top1),
    top5: Number(row.top5),
    top10: Number(row.top10),
    halfDonors: Number(row.halfDonors),
    gini: Number(row.gini),
  }));
}

/** The years of which a gift is known, newest first. */
export async function yearsKnown(tx: Transaction, partyId: string | null): Promise<number[]> {
  const rows = await tx.query<{ year: number }>(
    `select distinct year from insight.tally
      where scope = $1 and source = 'all' and dimension = 'form' order by year desc`,
    [partyId ?? FIELD],
  );
  return rows.map(({ year }) => year);
}

/** Sums of a year by one property; of `type`, which is kept with the months, over all months. */
export async function figuresBy(
  tx: Transaction,
  choice: Choice,
  by: string,
): Promise<readonly (Sum & { readonly value: string })[]> {
  const dimension = by === 'type' ? 'month' : by === 'size_class' ? 'size' : by;
  return summed(
    await tx.query<Amounts & { value: string }>(
      `select ${by === 'type' ? 'b' : 'a'} as value, sum(gifts) as gifts, sum(cents) as cents
         from (select a, b, ${columns(choice)} from insight.tally
           where scope = $1 and year = $2 and source = $3 and dimension = $4) t
        where gifts <> 0 or cents <> 0 group by 1 order by 3 desc, 1`,
      [scopeId(choice), choice.year, choice.source, dimension],
    ),
  );
}
