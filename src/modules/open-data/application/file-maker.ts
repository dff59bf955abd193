import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type Database } from '../../../platform/database/database';
import { workerScope } from '../../../platform/jobs/public';
import { GIFT_COLUMNS } from '../facts/columns';
import {
  type FilePart,
  fileNameOf,
  type Format,
  FORMATS,
  MEDIA_TYPES,
  type OverviewKind,
} from '../facts/data-file';
import { findFile, keepFile, type NewFile } from '../persistence/files.store';
import { HashedFile, type WrittenFile } from '../writing/hashed-file';
import { odsFiles } from '../writing/ods-file';
import { type MakeTableFile, type StoredRow, type Table } from '../writing/table-file';
import { csvFile, csvHeader, jsonLinesFile } from '../writing/text-files';
import { xlsxFiles } from '../writing/xlsx-file';

const WRITERS: Readonly<Record<Format, MakeTableFile>> = {
  csv: csvFile,
  jsonl: jsonLinesFile,
  xlsx: xlsxFiles(),
  ods: odsFiles(),
};

type Add<Row> = (rows: readonly StoredRow<Row>[]) => Promise<void>;

/** An overview that was made elsewhere, whole: they are small. */
export interface MadeOverview {
  readonly kind: OverviewKind;
  readonly year: number;
  readonly format: 'csv' | 'xlsx';
  readonly bytes: Buffer;
  readonly rows: number;
}

/** Writes files to the state folder and keeps what they are. */
export class FileMaker {
  constructor(
    private readonly database: Database,
    private readonly folder: string,
  ) {}

  /** One pass over the rows makes the file in every format. */
  async make<Row>(
    of: FilePart,
    table: Table<Row>,
    feed: (add: Add<Row>) => Promise<void>,
  ): Promise<void> {
    const making = await Promise.all(
      FORMATS.map(async (format) => ({
        format,
        file: WRITERS[format](await HashedFile.open(this.folder), table),
      })),
    );
    let count = 0;
    try {
      for (const { file } of making) await file.begin();
      await feed(async (rows) => {
        count += rows.length;
        for (const { file } of making) await file.add(rows);
      });
      const made: NewFile[] = [];
      for (const { format, file } of making)
        made.push(newFile(of, format, await file.finish(), count));
      await this.keep(made);
    } catch (error) {
      await Promise.all(making.map(({ file }) => file.abandon()));
      throw error;
    }
  }

  /** The whole set is its years one after the other; as a spreadsheet there is one for each year. */
  async whole(years: readonly number[]): Promise<void> {
    const header = csvHeader(GIFT_COLUMNS);
    const made = [await this.joined('csv', years, header), await this.joined('jsonl', years, '')];
    await this.keep(made);
  }

  async overview({ kind, year, format, bytes, rows }: MadeOverview): Promise<void> {
    const file = await HashedFile.open(this.folder);
    await file.write(bytes);
    const of = { part: 'overview', kind, year } as const;
    await this.keep([newFile(of, format, await file.finish(), rows)]);
  }

  private async joined(
    format: 'csv' | 'jsonl',
    years: readonly number[],
    header: string,
  ): Promise<NewFile> {
    const parts = await this.database.inTransaction(workerScope('open-data'), async (tx) => {
      const files = [];
      for (const year of years)
        files.push(await findFile(tx, fileNameOf({ part: 'year', year }, format)));
      return files.filter((file) => file !== null);
    });
    const file = await HashedFile.open(this.folder);
    try {
      await file.write(header);
      const start = Buffer.byteLength(header);
      for (const { sha256 } of parts) {
        const bytes = createReadStream(join(this.folder, sha256), { start });
        for await (const piece of bytes as AsyncIterable<Buffer>) await file.write(piece);
      }
      const rows = parts.reduce((sum, part) => sum + part.rows, 0);
      return newFile({ part: 'whole' }, format, await file.finish(), rows);
    } catch (error) {
      await file.abandon();
      throw error;
    }
  }

  private async keep(files: readonly NewFile[]): Promise<void> {
    await this.database.inTransaction(workerScope('open-data'), async (tx) => {
      for (const file of files) await keepFile(tx, file);
    });
  }
}

function newFile(of: FilePart, format: Format, written: WrittenFile, rows: number): NewFile {
  return { name: fileNameOf(of, format), of, mediaType: MEDIA_TYPES[format], ...written, rows };
}
