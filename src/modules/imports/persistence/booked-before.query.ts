import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';

/** What makes a row the same as a gift that stands in the ledger. */
export interface SameGift {
  readonly number: number;
  readonly donorId: string;
  readonly receivedOn: string;
  readonly amount: number;
  readonly reference: string | null;
}

export interface FoundBefore {
  readonly number: number;
  readonly contributionId: string;
}

const BATCH = 5_000;

/** The rows of which a gift by the same donor, of that day, amount and reference stands already. */
export async function bookedBefore(
  tx: Transaction,
  rows: readonly SameGift[],
): Promise<readonly FoundBefore[]> {
  const found: FoundBefore[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const some = rows.slice(start, start + BATCH);
    const same = await tx.query<FoundBefore>(
      `select distinct on (r.number) r.number, c.id as "contributionId"
         from unnest($2::int[], $3::uuid[], $4::date[], $5::bigint[], $6::text[])
           as r (number, donor_id, received_on, amount, reference)
         join core.current_contribution c on c.tenant_id = $1 and c.donor_id = r.donor_id
          and c.year = extract(year from r.received_on)::int and c.received_on = r.received_on
          and c.amount_cents = r.amount
          and (r.reference is null or c.bank_reference is null or c.bank_reference = r.reference)
        order by r.number, c.id`,
      [
        tenantOf(tx),
        some.map(({ number }) => number),
        some.map(({ donorId }) => donorId),
        some.map(({ receivedOn }) => receivedOn),
        some.map(({ amount }) => amount),
        some.map(({ reference }) => reference),
      ],
    );
    found.push(...same);
  }
  return found;
}
