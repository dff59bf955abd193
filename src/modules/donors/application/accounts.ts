import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import {
  accountsOf,
  type AccountSource,
  insertAccounts,
  type KnownAccount,
} from '../persistence/account.store';

/**
 * Remembers that a donor pays from an account, so that the next gift from it needs no question. What
 * is not a valid IBAN is not remembered; saying it twice changes nothing.
 */
export async function rememberAccount(
  tx: Transaction,
  donorId: string,
  iban: string,
  source: AccountSource,
): Promise<void> {
  const plain = electronicFormatIBAN(iban);
  if (plain === null || !isValidIBAN(plain)) return;
  await insertAccounts(tx, tenantOf(tx), [{ donorId, iban: plain }], source);
}

/** The accounts these donors are known to pay from, oldest first. */
export function listAccounts(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
): Promise<readonly KnownAccount[]> {
  return accountsOf(tx, tenantId, donorIds);
}

export type { AccountSource, KnownAccount };
