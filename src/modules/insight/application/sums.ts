import { type Sum, type TallyRow } from '../persistence/figures.query';

const NOTHING: Sum = { gifts: 0, cents: 0 };

export function add(rows: readonly Sum[]): Sum {
  return rows.reduce<Sum>(
    (sum, { gifts, cents }) => ({ gifts: sum.gifts + gifts, cents: sum.cents + cents }),
    NOTHING,
  );
}

/** One property of the gifts of a year, the largest first. */
export function byProperty(
  rows: readonly TallyRow[],
  dimension: TallyRow['dimension'],
  year: number,
): readonly TallyRow[] {
  return rows
    .filter((row) => row.dimension === dimension && row.year === year)
    .toSorted((one, other) => other.cents - one.cents || (one.a < other.a ? -1 : 1));
}

/** Everything of a year; every gift has one form, so the forms add up to all of them. */
export function totalOf(rows: readonly TallyRow[], year: number): Sum {
  return add(byProperty(rows, 'form', year));
}

export type { Sum, TallyRow };
