import { statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { Problem } from '../../../platform/http/problem';
import { workerScope } from '../../../platform/jobs/public';
import { type DataFile } from '../facts/data-file';
import { findFile, holdsWithheld, listDayFiles, listFiles } from '../persistence/files.store';
import { BuildFiles } from './build-files';
import { READER } from './reader';
import { RegisterHead } from './register-head';

const NAME = /^(?:giften|wijzigingen|overzicht)-[a-z0-9-]*v\d+\.(?:csv|jsonl|xlsx|ods)$/;
const FRESH_MILLISECONDS = 1000;
/** Longer than this nobody waits for a file to be made; it is made all the same. */
const LONGEST_WAIT = 15_000;
const MOST_KNOWN = 2000;

interface Found {
  readonly file: DataFile | null;
  readonly at: number;
}

/**
 * Finds the bytes of a file. They stand ready; when they do not, or when something in them is no
 * longer public, they are made first.
 */
@Injectable()
export class ServeFile {
  private readonly known = new Map<string, Found>();
  private stamp = '';

  constructor(
    private readonly database: Database,
    private readonly build: BuildFiles,
    private readonly head: RegisterHead,
  ) {}

  /**
   * @returns null for a name that no file has.
   * @throws Problem 503 while the register is stopped or the file is being made.
   */
  async find(name: string): Promise<{ readonly file: DataFile; readonly folder: string } | null> {
    if (!NAME.test(name)) return null;
    const { stamp } = await this.head.readOpen();
    if (stamp !== this.stamp) this.known.clear();
    this.stamp = stamp;
    const { folder } = this.build;
    const ready = await this.ready(name);
    if (ready !== null) return { file: ready, folder };
    await this.make();
    const made = (await this.anew(name)) ?? (await this.again(name));
    return made === null ? null : { file: made, folder };
  }

  /** All files but those of days. */
  async list(): Promise<readonly DataFile[]> {
    await this.head.readOpen();
    return this.database.inTransaction(READER, listFiles);
  }

  async days(before: PlainDate | null, limit: number): Promise<readonly DataFile[]> {
    await this.head.readOpen();
    return this.database.inTransaction(READER, (tx) => listDayFiles(tx, before, limit));
  }

  private anew(name: string): Promise<DataFile | null> {
    this.known.delete(name);
    return this.ready(name);
  }

  /** The file is known but its bytes are lost: then everything is made once more. */
  private async again(name: string): Promise<DataFile | null> {
    const known = await this.database.inTransaction(READER, (tx) => findFile(tx, name));
    if (known === null) return null;
    await this.build.startOver();
    await this.make();
    return this.anew(name);
  }

  private async ready(name: string): Promise<DataFile | null> {
    const now = performance.now();
    const known = this.known.get(name);
    if (known !== undefined && now - known.at < FRESH_MILLISECONDS) return known.file;
    const file = await this.database.inTransaction(workerScope('open-data.file'), (tx) =>
      this.current(tx, name),
    );
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(name, { file, at: now });
    return file;
  }

  private async current(tx: Transaction, name: string): Promise<DataFile | null> {
    const file = await findFile(tx, name);
    if (file === null) return null;
    const bytes = statSync(join(this.build.folder, file.sha256), { throwIfNoEntry: false })?.size;
    if (bytes !== file.bytes) return null;
    const isDaily = file.part === 'day' || file.part === 'overview';
    return (await holdsWithheld(tx, isDaily ? 'days' : 'years')) ? null : file;
  }

  private async make(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<'late'>((done) => {
      timer = setTimeout(() => done('late'), LONGEST_WAIT);
      timer.unref();
    });
    const made = this.build.run(true);
    const outcome = await Promise.race([made, tooLong]).finally(() => clearTimeout(timer));
    if (outcome !== 'late') return;
    made.catch(() => undefined);
    const detail = 'This file is being made anew. Try again in half a minute.';
    throw new Problem(503, 'file.being_made', detail, [], { 'Retry-After': '30' });
  }
}
