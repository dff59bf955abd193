import { millisecondsFor, type Read, readInProcess } from './capped-process';
import { checkGate } from './gate';
import { endingOf } from './kinds';
import { type ReadRow, refuse, type TableSummary } from './reading';

/** readTable with what the process cost. For measuring. */
export async function readTableMeasured(
  bytes: Uint8Array,
  name: string,
  onRows: (rows: readonly ReadRow[]) => Promise<void>,
): Promise<Read> {
  const kind = await checkGate(bytes, name);
  if (kind !== 'xlsx' && kind !== 'csv')
    refuse('other_kind', { ending: endingOf(name), seen: kind });
  const milliseconds = millisecondsFor(bytes);
  return readInProcess({ program: null, name, bytes, milliseconds, onRows });
}

/**
 * Reads a workbook (XLSX) or a CSV file, by its bytes and its name, in the capped process. Rows come
 * in batches of at most 1,000; the next batch is not read before `onRows` is done with this one.
 * Rows without any filled cell are left out.
 *
 * @throws FileRefused when the file cannot be read as a table; rows may have been given before.
 */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  onRows: (rows: readonly ReadRow[]) => Promise<void>,
): Promise<TableSummary> {
  const { result } = await readTableMeasured(bytes, name, onRows);
  return result as TableSummary;
}
