import { type Transaction } from '../../../platform/database/transaction';
import { type PublicationStatus } from '../facts/public-gift';

export interface OwnPublication {
  /** 'G-…', as in the address of its public page. */
  readonly publicId: string;
  readonly version: number;
  readonly status: PublicationStatus;
  readonly publishedAt: string;
  readonly changedAt: string;
  /** A name is kept out of it (art. 25 lid 5). */
  readonly shielded: boolean;
}

export async function findOwnPublication(
  tx: Transaction,
  tenantId: string,
  rootId: string,
): Promise<OwnPublication | null> {
  const [row] = await tx.query<OwnPublication>(
    `select public_id as "publicId", version, status, platform.iso(published_at) as "publishedAt",
            platform.iso(changed_at) as "changedAt", shielded
       from core.publication_of($1, $2)`,
    [tenantId, rootId],
  );
  return row ?? null;
}
