import { type Database } from '../../../platform/database/database';
import { addressesInUse } from '../persistence/account-address.query';
import { systemScope } from './scope';

/** Where people can be reached: those whose account is enabled and who hold a role today. */
export function mailAddresses(
  database: Database,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return database.inTransaction(systemScope(), (tx) => addressesInUse(tx, accountIds));
}
