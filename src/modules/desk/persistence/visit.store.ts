import { type Transaction } from '../../../platform/database/transaction';

/** Looking again within this many minutes is the same visit. */
const MINUTES = 30;

/**
 * Notes that the person of this transaction looks, and gives when the visit before this one began:
 * ISO 8601, or null on the first. Reading the page twice in a row does not make what was new old.
 */
export async function noteVisit(tx: Transaction, tenantId: string): Promise<string | null> {
  const [row] = await tx.query<{ before: string | null }>(
    `insert into core.desk_visit as v (tenant_id) values ($1)
     on conflict (tenant_id, account_id) do update set
       before_at = case when platform.now() > v.began_at + make_interval(mins => $2)
         then v.began_at else v.before_at end,
       began_at = case when platform.now() > v.began_at + make_interval(mins => $2)
         then platform.now() else v.began_at end
     returning platform.iso(before_at) as before`,
    [tenantId, MINUTES],
  );
  return row?.before ?? null;
}
