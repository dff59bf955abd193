import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type ReadRow, type TableSummary } from '../../../platform/intake/public';
import { readGroup } from '../../parties/public';
import { checkTable } from '../checks/check-table';
import { type ImportKind } from '../layout/column';
import { checkContext } from './check-context';

/** A table of which nothing is known but its rows. */
const BARE: TableSummary = {
  rows: 0,
  sheets: [],
  hiddenColumns: [],
  merged: [],
  encoding: null,
  delimiter: null,
  properties: {},
};

export interface CheckOptions {
  /** Of gifts: the calendar year they were received in; any year when left out. */
  readonly year?: number;
  /** As the reader gave it; a bare one when left out. */
  readonly summary?: TableSummary;
}

/**
 * Everything that is wrong with the rows of a table, by what the party of this transaction is.
 * Nothing is stored.
 */
export async function checkImport(
  tx: Transaction,
  kind: ImportKind,
  rows: readonly ReadRow[],
  options: CheckOptions = {},
): Promise<ReturnType<typeof checkTable>> {
  const group = await readGroup(tx, tenantOf(tx));
  const { year = null, summary = BARE } = options;
  return checkTable(rows, summary, checkContext(tx, kind, year, group));
}
