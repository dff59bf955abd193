import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { writeCsv } from '../../../platform/spreadsheet/csv';
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook';
import { notFound } from '../../../platform/http/problem';
import {
  currentVersions,
  donorTotalsAfter,
  listVersions,
  type ListVersion,
  readList,
} from '../persistence/published-list.store';
import { compareVersions, type Difference } from './compare-versions';
import { listBook, listRows, MINISTRY_CSV } from './export-layout';
import {
  cutCells,
  type PublicList,
  publicList,
  publicReport,
  publicTotal,
  type PublicTotal,
} from './public-total';

export { type ListVersion } from '../persistence/published-list.store';
export { type PublicTotal } from './public-total';

export interface RowsWanted {
  readonly afterRow: number;
  readonly limit: number;
  readonly party: string | null;
}

/** A version with what it changed in the version before. */
export interface ListChange {
  readonly version: ListVersion;
  readonly differences: readonly Difference[];
  /** Cells of which only the place is shown, as a spreadsheet names them. */
  readonly cut: readonly string[];
}

async function newest(tx: Transaction, year: number): Promise<ListVersion> {
  const [version] = await listVersions(tx, year);
  if (version === undefined) throw notFound();
  return version;
}

function changeOf(version: ListVersion, list: PublicList, before?: PublicList): ListChange {
  const report = publicReport(version.report, list);
  return {
    version: { ...version, report },
    differences: before === undefined ? [] : compareVersions(before, list, version.seenOn),
    cut: [...cutCells(list).keys()],
  };
}

/**
 * Reads the published lists, always as everybody may: under the public role of the database,
 * whoever asks, and without the street of a person or of a beneficial owner (public-total.ts). A
 * year without a list is a Problem 404.
 */
@Injectable()
export class ReadRegister {
  constructor(private readonly database: Database) {}

  years(scope: Scope): Promise<readonly ListVersion[]> {
    return this.inPublic(scope, currentVersions);
  }

  year(scope: Scope, year: number): Promise<ListVersion> {
    return this.inPublic(scope, async (tx) => {
      const version = await newest(tx, year);
      const list = publicList(await readList(tx, version.id));
      return { ...version, report: publicReport(version.report, list) };
    });
  }

  rows(scope: Scope, year: number, wanted: RowsWanted): Promise<readonly PublicTotal[]> {
    return this.inPublic(scope, async (tx) => {
      const { id } = await newest(tx, year);
      const totals = await donorTotalsAfter(tx, { listId: id, ...wanted });
      return totals.map(publicTotal);
    });
  }

  /** Every version of a year, the newest first, each with what it changed. */
  changes(scope: Scope, year: number): Promise<readonly ListChange[]> {
    return this.inPublic(scope, async (tx) => {
      const versions = await listVersions(tx, year);
      if (versions.length === 0) throw notFound();
      const lists: PublicList[] = [];
      for (const { id } of versions) lists.push(publicList(await readList(tx, id)));
      return versions.flatMap((version, at) => {
        const list = lists[at];
        return list === undefined ? [] : [changeOf(version, list, lists[at + 1])];
      });
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
  ): Promise<{ readonly list: PublicList; readonly importedAt: string }> {
    return this.inPublic(scope, async (tx) => {
      const { id, importedAt } = await newest(tx, year);
      return { list: publicList(await readList(tx, id)), importedAt };
    });
  }

  private inPublic<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction({ ...scope, role: 'public', tenantId: null }, work);
  }
}
