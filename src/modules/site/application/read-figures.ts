import { type Transaction } from '../../../platform/database/transaction';
import { type NamedFigure, type PartyFigure, type YearFigure } from '../facts/figures';
import { countriesKnown, partiesOfYear, yearBy, yearFigures } from '../persistence/figures.query';
import { REMITTED } from './search-choices';

/*
 * Sums that are kept, never counted in a request. `without` is the choice in the address: empty for
 * everything, otherwise what office holders and members hand over is left out.
 */

function leftOut(without: string): readonly string[] {
  return without === '' ? [] : REMITTED;
}

/** Every year with gifts, oldest first. */
export function readYears(tx: Transaction, without: string): Promise<readonly YearFigure[]> {
  return yearFigures(tx, leftOut(without));
}

/** What each party got in a year, the most first. */
export function readPartiesOfYear(
  tx: Transaction,
  year: number,
  without: string,
): Promise<readonly PartyFigure[]> {
  return partiesOfYear(tx, year, leftOut(without));
}

/** One year cut up in three ways; of each the largest part first. */
export interface YearCut {
  readonly types: readonly NamedFigure[];
  readonly countries: readonly NamedFigure[];
  readonly sizes: readonly NamedFigure[];
}

export async function readYearCut(
  tx: Transaction,
  year: number,
  without: string,
): Promise<YearCut> {
  const left = leftOut(without);
  return {
    types: await yearBy(tx, year, 'type', left),
    countries: await yearBy(tx, year, 'country', left),
    sizes: await yearBy(tx, year, 'size', left),
  };
}

/** Countries to choose from: the Netherlands first, then those that donors are in. */
export async function readCountries(tx: Transaction): Promise<readonly string[]> {
  return ['NL', ...(await countriesKnown(tx))];
}
