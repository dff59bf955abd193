import { type Transaction } from '../../../platform/database/transaction';

/** Which kind of lock it is; the others are 0 to 5. */
const LEDGER = '7';

/** Bookings for one donor in one year queue here, so that none judges past another. */
export async function lockDonorYear(
  tx: Transaction,
  tenantId: string,
  donorId: string,
  year: number,
): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock_shared(hashtextextended($2, ${LEDGER})),
            pg_advisory_xact_lock(hashtextextended($1, 0))`,
    [`${tenantId}/${donorId}/${String(year)}`, tenantId],
  );
}

/** Every booking of the party waits: for booking so many at once that each would need its own lock. */
export async function lockLedger(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, ${LEDGER}))`, [tenantId]);
}
