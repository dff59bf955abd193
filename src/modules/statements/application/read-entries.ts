import { type Transaction } from '../../../platform/database/transaction';
import {
  type EntryFilter,
  readStatementEntries as entriesOf,
  type StoredEntry,
} from '../persistence/entry.query';

export { type EntryFilter, type EntryState, type StoredEntry } from '../persistence/entry.query';

/** The lines of the tenant's statements that fit the filter, oldest booking day first. */
export function readStatementEntries(
  tx: Transaction,
  tenantId: string,
  filter: EntryFilter = {},
): Promise<readonly StoredEntry[]> {
  return entriesOf(tx, tenantId, filter);
}
