import { type Transaction } from '../../../platform/database/transaction';

export interface DonorYearTotal {
  readonly donorId: string;
  readonly year: number;
  /** Gross, in cents: what left again is seen when it is judged. */
  readonly cents: number;
}

/** What each donor gave in each year, from a year on. */
export async function donorYearTotalsFrom(
  tx: Transaction,
  tenantId: string,
  firstYear: number,
): Promise<readonly DonorYearTotal[]> {
  const rows = await tx.query<Omit<DonorYearTotal, 'cents'> & { readonly cents: string }>(
    `select donor_id as "donorId", year, sum(amount_cents) as cents
       from core.current_contribution where tenant_id = $1 and year >= $2
      group by donor_id, year`,
    [tenantId, firstYear],
  );
  return rows.map(({ donorId, year, cents }) => ({ donorId, year, cents: Number(cents) }));
}
