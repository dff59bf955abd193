import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { writeCsv } from '../../../platform/spreadsheet/csv';
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook';
import { notFound } from '../../../platform/http/problem';
import { type DonorTotal, type PublishedList } from '../facts/published-list';
import {
  currentVersions,
  donorTotalsAfter,
  listVersions,
  type ListVersion,
  readList,
} from '../persistence/published-list.store';
import { compareVersions, type Difference } from './compare-versions';
import { listBook, listRows, MINISTRY_CSV } from './export-layout';

export { type ListVersion } from '../persistence/published-list.store';

export interface RowsWanted {
  readonly afterRow: number;
  readonly limit: number;
  readonly party: string | null;
}

/** A version with what it changed in the version before. */
export interface ListChange {
  readonly version: ListVersion;
  readonly differences: readonly Difference[];
}

async function newest(tx: Transaction, year: number): Promise<ListVersion> {
  const [version] = await listVersions(tx, year);
  if (version === undefined) throw notFound();
  return version;
}

/**
 * Reads the published lists, always as everybody may: under the public role of the database,
 * whoever asks. A year without a list is a Problem 404.
 */
@Injectable()
export class ReadRegister {
  constructor(private readonly database: Database) {}

  years(scope: Scope): Promise<readonly ListVersion[]> {
    return this.inPublic(scope, currentVersions);
  }

  year(scope: Scope, year: number): Promise<ListVersion> {
    return this.inPublic(scope, (tx) => newest(tx, year));
  }

  rows(scope: Scope, year: number, wanted: RowsWanted): Promise<readonly DonorTotal[]> {
    return this.inPublic(scope, async (tx) => {
      const { id } = await newest(tx, year);
      return donorTotalsAfter(tx, { listId: id, ...wanted });
    });
  }

  /** Every version of a year, the newest first, each with what it changed. */
  changes(scope: Scope, year: number): Promise<readonly ListChange[]> {
    return this.inPublic(scope, async (tx) => {
      const versions = await listVersions(tx, year);
      if (versions.length === 0) throw notFound();
      const changes: ListChange[] = [];
      for (const [at, version] of versions.entries()) {
        const before = versions[at + 1];
        const differences =
          before === undefined
            ? []
            : compareVersions(
                await readList(tx, before.id),
                await readList(tx, version.id),
                version.seenOn,
              );
        changes.push({ version, differences });
      }
      return changes;
    });
  }

  async csv(scope: Scope, year: number): Promise<string> {
    const { list } = await this.list(scope, year);
    return writeCsv(
      listRows(list).map(({ cells }) => cells),
      MINISTRY_CSV,
    );
  }

  async workbook(scope: Scope, year: number): Promise<Buffer> {
    const { list, importedAt } = await this.list(scope, year);
    return writeWorkbook(listBook(list, importedAt));
  }

  private list(
    scope: Scope,
    year: number,
  ): Promise<{ readonly list: PublishedList; readonly importedAt: string }> {
    return this.inPublic(scope, async (tx) => {
      const { id, importedAt } = await newest(tx, year);
      return { list: await readList(tx, id), importedAt };
    });
  }

  private inPublic<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction({ ...scope, role: 'public', tenantId: null }, work);
  }
}
