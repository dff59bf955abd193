import { type Transaction } from '../../../platform/database/transaction';
import { EMPTY_HIT, type Hit } from '../facts/hit';

interface PublicationRow {
  readonly publicId: string;
  readonly party: string;
  readonly donor: string | null;
  readonly cents: string;
  readonly year: number;
}

/** Gifts in the public register by their public number. */
export async function findPublications(
  tx: Transaction,
  publicIds: readonly string[],
): Promise<readonly Hit[]> {
  if (publicIds.length === 0) return [];
  const rows = await tx.query<PublicationRow>(
    `select public_id as "publicId", party_name as party, donor_name as donor,
            amount_cents::text as cents, year
       from register.publication where public_id = any($1::text[]) and shown order by public_id`,
    [publicIds],
  );
  return rows.map((row) => ({
    ...EMPTY_HIT,
    group: 'publications',
    id: row.publicId,
    href: `/register/giften/${row.publicId}`,
    number: row.publicId,
    name: row.donor,
    party: row.party,
    amountCents: Number(row.cents),
    year: row.year,
    why: ['number'],
    position: [row.publicId],
  }));
}
