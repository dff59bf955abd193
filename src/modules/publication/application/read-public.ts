import { type Transaction } from '../../../platform/database/transaction';
import { type PublicGift } from '../facts/public-gift';
import { type PublicSearch } from '../facts/public-search';
import {
  findPublicDonor,
  findPublicParty,
  type PublicDonorCard,
  type PublicParty,
} from '../persistence/public-people.query';
import { publicGiftOf } from '../persistence/publication.row';
import { findPublication, searchPublications } from '../persistence/publication.query';
import { type PublicTotals, totalsFor } from '../persistence/totals.query';

/*
 * What everybody may read. Every function wants a transaction under the public database role, so
 * that row-level security decides: what is stopped or withheld is not there.
 */

export interface PublicPage {
  readonly gifts: readonly PublicGift[];
  /** For `after` of the next page; null on the last. */
  readonly next: string | null;
}

function asPublic(tx: Transaction): Transaction {
  if (tx.scope.role !== 'public')
    throw new Error(`the register is read under the public role, not as ${tx.scope.role}`);
  return tx;
}

/** The gift as it stands now; null when there is none, or when it is stopped. */
export async function readPublicGift(
  tx: Transaction,
  publicId: string,
): Promise<PublicGift | null> {
  const row = await findPublication(asPublic(tx), publicId);
  return row === null ? null : publicGiftOf(row);
}

/**
 * One page of what a search finds. A gift without a day comes after all that have one.
 *
 * @throws Problem 400 for an `after` that this list did not give.
 */
export async function listPublicGifts(tx: Transaction, search: PublicSearch): Promise<PublicPage> {
  const { rows, next } = await searchPublications(asPublic(tx), search);
  return { gifts: rows.map(publicGiftOf), next };
}

/** Number and sum of all a search finds; nulls when that is more than can be added up in a moment. */
export function publicTotals(tx: Transaction, search: PublicSearch): Promise<PublicTotals> {
  return totalsFor(asPublic(tx), search);
}

export function readPublicParty(tx: Transaction, slug: string): Promise<PublicParty | null> {
  return findPublicParty(asPublic(tx), slug);
}

/** Null for a number nobody has, and for a donor whose gifts are all shielded. */
export function readPublicDonor(
  tx: Transaction,
  publicId: string,
): Promise<PublicDonorCard | null> {
  return findPublicDonor(asPublic(tx), publicId);
}
