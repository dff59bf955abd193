import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type MomentKey } from '../../../platform/http/keyset';
import { allDebts, type DebtRecord, findDebt, listDebts as list } from '../persistence/debt.store';

/** Every debt of the group, oldest first; what a filing lists of them is for the law to say. */
export function debtsOf(tx: Transaction, tenantId: string): Promise<readonly DebtRecord[]> {
  return allDebts(tx, tenantId);
}

/** Null when it is not there for who asks. */
export function readDebt(tx: Transaction, id: string): Promise<DebtRecord | null> {
  return findDebt(tx, tenantOf(tx), id);
}

export function listDebts(
  tx: Transaction,
  search: { readonly after: MomentKey | null; readonly limit: number },
): Promise<readonly DebtRecord[]> {
  return list(tx, tenantOf(tx), search);
}

export type { DebtMovement, DebtRecord } from '../persistence/debt.store';
