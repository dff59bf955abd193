import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type StoredFile, findFile } from '../../../platform/files/public';
import {
  countDonors,
  type DonorCounts,
  doubtfulDonors,
  type ImportDonor,
  listImportDonors,
} from '../persistence/import-donor.store';
import { listRows, type RowFilter, type StoredRow } from '../persistence/row.store';
import { findRun, type ImportRun, listRuns, type Mode } from '../persistence/run.store';

export function readRun(tx: Transaction, id: string): Promise<ImportRun | null> {
  return findRun(tx, id);
}

export function readRuns(
  tx: Transaction,
  page: Parameters<typeof listRuns>[1],
): Promise<readonly ImportRun[]> {
  return listRuns(tx, page);
}

export function readRows(
  tx: Transaction,
  runId: string,
  page: Parameters<typeof listRows>[2],
): Promise<readonly StoredRow[]> {
  return listRows(tx, runId, page);
}

export function readDonorCounts(tx: Transaction, runId: string): Promise<DonorCounts> {
  return countDonors(tx, runId);
}

/** Every donor of the file, by its number. */
export async function readImportDonors(
  tx: Transaction,
  runId: string,
): Promise<ReadonlyMap<number, ImportDonor>> {
  const donors = await listImportDonors(tx, runId);
  return new Map(donors.map((donor) => [donor.number, donor]));
}

export function readDoubts(
  tx: Transaction,
  runId: string,
  limit: number,
): Promise<readonly ImportDonor[]> {
  return doubtfulDonors(tx, runId, limit);
}

export function readSentFile(tx: Transaction, run: ImportRun): Promise<StoredFile | null> {
  return findFile(tx, tenantOf(tx), run.fileId);
}

export type { ImportDonor, ImportRun, Mode, RowFilter, StoredRow };
