import { type Transaction } from '../../../platform/database/transaction';
import { readTopDonors } from '../../publication/public';
import { type Counted } from '../facts/figures';
import {
  affiliateFigures,
  type AffiliateFigure,
  donorNames,
  donorsAlike,
} from '../persistence/people.query';

export interface TopDonor extends Counted {
  readonly donorId: string;
  /** Null when no public gift names the donor. */
  readonly name: string | null;
  readonly residence: string | null;
}

/** Who gave a party the most in a year, as their newest public gift names them. */
export async function readNamedTop(
  tx: Transaction,
  of: { readonly party: string; readonly year: number },
  limit: number,
): Promise<readonly TopDonor[]> {
  const top = await readTopDonors(tx, of, limit);
  const ids = top.map(({ donorId }) => donorId);
  const names = new Map((await donorNames(tx, ids)).map((named) => [named.id, named]));
  return top.map(({ donorId, gifts, countedCents }) => ({
    donorId,
    gifts,
    countedCents,
    name: names.get(donorId)?.name ?? null,
    residence: names.get(donorId)?.residence ?? null,
  }));
}

/** What affiliates, candidates and branches of a party got in a year, the most first. */
export function readAffiliates(
  tx: Transaction,
  of: { readonly party: string; readonly year: number },
): Promise<readonly AffiliateFigure[]> {
  return affiliateFigures(tx, of.party, of.year);
}

/** Numbers of other donors with the same name and place. They may be the same; nobody knows. */
export function readAlike(
  tx: Transaction,
  donor: { readonly id: string; readonly name: string | null; readonly residence: string | null },
): Promise<readonly string[]> {
  return donorsAlike(tx, donor);
}
