import { type Transaction } from '../../../platform/database/transaction';
import {
  type Counted,
  type NamedFigure,
  type PartyFigure,
  type YearFigure,
} from '../facts/figures';

/* All of these are read from sums that are kept, never from the gifts. */

interface CountedRow {
  readonly gifts: string;
  readonly countedCents: string;
}

function withNumbers<Row extends CountedRow>(
  row: Row,
): Omit<Row, keyof CountedRow> & { gifts: number; countedCents: number } {
  return { ...row, gifts: Number(row.gifts), countedCents: Number(row.countedCents) };
}

const SUMS = 'sum(gifts)::bigint as gifts, sum(counted_cents)::bigint as "countedCents"';
const SOMETHING = 'having sum(gifts) <> 0 or sum(counted_cents) <> 0';

/** Every year with gifts, oldest first; `without` names types to leave out. */
export async function yearFigures(
  tx: Transaction,
  without: readonly string[],
): Promise<readonly YearFigure[]> {
  const rows = await tx.query<{ year: number } & CountedRow>(
    `select year, ${SUMS} from register.year_figure where type <> all($1)
      group by year ${SOMETHING} order by year`,
    [without],
  );
  return rows.map(withNumbers);
}

export type Dimension = 'country' | 'size' | 'type' | 'form';

const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  country: 'country',
  size: 'size::text',
  type: 'type',
  form: 'form',
};

/** One year cut up along one dimension; the largest part first. */
export async function yearBy(
  tx: Transaction,
  year: number,
  dimension: Dimension,
  without: readonly string[],
): Promise<readonly NamedFigure[]> {
  const name = DIMENSIONS[dimension];
  const rows = await tx.query<{ name: string } & CountedRow>(
    `select ${name} as name, ${SUMS} from register.year_figure
      where year = $1 and type <> all($2)
      group by ${name} ${SOMETHING} order by sum(counted_cents) desc, ${name}`,
    [year, without],
  );
  return rows.map(withNumbers);
}

/** What each party got in a year, the most first. */
export async function partiesOfYear(
  tx: Transaction,
  year: number,
  without: readonly string[],
): Promise<readonly PartyFigure[]> {
  const rows = await tx.query<Omit<PartyFigure, keyof Counted> & CountedRow>(
    `select p.slug, p.name, p.short_name as "shortName", s.gifts, s."countedCents"
       from (select party_slug, ${SUMS} from register.party_year
              where year = $1 and coalesce(type, '') <> all($2)
              group by party_slug ${SOMETHING}) s
       join register.public_party p on p.slug = s.party_slug
      order by s."countedCents" desc, p.slug`,
    [year, without],
  );
  return rows.map(withNumbers);
}

/** The countries that donors of the register are in, the Netherlands left out. */
export async function countriesKnown(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.query<{ country: string }>(
    `select distinct country from register.year_figure
      where country not in ('', 'NL') and gifts > 0 order by country`,
  );
  return rows.map(({ country }) => country);
}
