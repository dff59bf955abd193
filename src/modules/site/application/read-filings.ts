import { type Transaction } from '../../../platform/database/transaction';
import { type FilingList, type FilingPlace, type FilingStatus } from '../facts/filing-status';
import { filingsIn, filingsOfParty, placeOf } from '../persistence/filing-status.query';

export interface FilingPage {
  readonly filings: readonly FilingStatus[];
  /** For `after` of the next page; null on the last. */
  readonly next: FilingPlace | null;
}

/** One page of a list, newest day first. */
export async function listFilings(
  tx: Transaction,
  list: FilingList,
  after: FilingPlace | null,
  limit: number,
): Promise<FilingPage> {
  const found = await filingsIn(tx, list, after, limit + 1);
  const filings = found.slice(0, limit);
  const last = filings.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { filings, next: hasMore ? placeOf(list, last) : null };
}

/** Of one party and its affiliates; what is due last comes first. */
export function readPartyFilings(
  tx: Transaction,
  slug: string,
  limit: number,
): Promise<readonly FilingStatus[]> {
  return filingsOfParty(tx, slug, limit);
}
