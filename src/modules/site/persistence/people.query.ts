import { type Transaction } from '../../../platform/database/transaction';

export interface NamedDonor {
  readonly id: string;
  readonly name: string | null;
  readonly residence: string | null;
}

/** Donors as their newest public gift names them. */
export function donorNames(tx: Transaction, ids: readonly string[]): Promise<NamedDonor[]> {
  return tx.query<NamedDonor>(
    `select wanted.id, p.donor_name as name, p.donor_residence as residence
       from unnest($1::text[]) as wanted (id)
       cross join lateral (
         select donor_name, donor_residence from register.publication
          where donor_public_id = wanted.id and shown
          order by received_on desc nulls last, id desc limit 1) p`,
    [ids],
  );
}

const MOST_ALIKE = 20;

/** Other donors with the same name and place. They may be the same; nobody knows. */
export async function donorsAlike(
  tx: Transaction,
  donor: { readonly id: string; readonly name: string | null; readonly residence: string | null },
): Promise<readonly string[]> {
  if (donor.name === null || donor.residence === null) return [];
  const rows = await tx.query<{ id: string }>(
    `select distinct donor_public_id as id from register.publication
      where donor_name = $1 and donor_residence = $2 and donor_public_id <> $3 and shown
        and donor_public_id is not null
      order by donor_public_id limit ${String(MOST_ALIKE)}`,
    [donor.name, donor.residence, donor.id],
  );
  return rows.map(({ id }) => id);
}

export interface AffiliateFigure {
  readonly name: string;
  readonly kind: string;
  readonly gifts: number;
  readonly countedCents: number;
}

/** What affiliates, candidates and branches of a party got in a year, the most first. */
export async function affiliateFigures(
  tx: Transaction,
  slug: string,
  year: number,
): Promise<readonly AffiliateFigure[]> {
  const rows = await tx.query<{
    name: string;
    kind: string;
    gifts: string;
    countedCents: string;
  }>(
    `select recipient_name as name, recipient_kind as kind,
            count(*) filter (where line = 'gift' and status <> 'annulled') as gifts,
            sum(counted_cents)::bigint as "countedCents"
       from register.publication
      where party_slug = $1 and year = $2 and shown and recipient_kind <> 'party'
      group by recipient_name, recipient_kind
      order by sum(counted_cents) desc, recipient_name limit 100`,
    [slug, year],
  );
  return rows.map((row) => ({
    ...row,
    gifts: Number(row.gifts),
    countedCents: Number(row.countedCents),
  }));
}
