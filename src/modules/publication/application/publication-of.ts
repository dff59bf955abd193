import { type Transaction } from '../../../platform/database/transaction';
import { type PublicationStatus } from '../facts/public-gift';
import { type OwnPublication, findOwnPublication } from '../persistence/own-publication.query';

export type { OwnPublication, PublicationStatus };

/**
 * What is public of a gift of the party itself, by the root of its chain of corrections; null while
 * it is not public by itself. A party of another tenant learns nothing.
 */
export function publicationOf(
  tx: Transaction,
  tenantId: string,
  contributionRootId: string,
): Promise<OwnPublication | null> {
  return findOwnPublication(tx, tenantId, contributionRootId);
}
