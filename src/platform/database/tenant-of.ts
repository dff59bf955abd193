import { type Transaction } from './transaction';

/** @throws when work for a tenant runs without one: a fault in the program, never input. */
export function tenantOf(tx: Transaction): string {
  if (tx.scope.tenantId === null) throw new Error('this work needs a tenant in its scope');
  return tx.scope.tenantId;
}
