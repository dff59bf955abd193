import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { storeFile } from '../../../platform/files/public';
import { type ImportKind } from '../layout/column';
import { type ImportRun, insertRun, runsOfFile } from '../persistence/run.store';
import { announceSent } from './import-jobs';

export interface StartImportCommand {
  readonly kind: ImportKind;
  /** Of gifts: the calendar year they were received in. */
  readonly year: number | null;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Taken in although the same file was taken in before: the person said so. */
  readonly again: boolean;
}

export type StartedImport =
  | { readonly importId: string; readonly before: null }
  /** Nothing was started: this file was sent in before. */
  | { readonly importId: null; readonly before: ImportRun };

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

/** Keeps a file as it came and has it read. The gate before it is the caller's. */
@Injectable()
export class StartImport {
  async run(tx: Transaction, command: StartImportCommand): Promise<StartedImport> {
    const tenantId = tenantOf(tx);
    const sha256 = createHash('sha256').update(command.bytes).digest('hex');
    // Two presses at the same moment: the second finds what the first started.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 8))`, [
      `${tenantId}/${sha256}`,
    ]);
    const [before] = await runsOfFile(tx, sha256);
    if (before !== undefined && !command.again) return { importId: null, before };
    const fileId = await storeFile(tx, {
      purpose: 'import',
      name: command.name,
      mediaType: MEDIA_TYPES[command.name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'],
      bytes: command.bytes,
    });
    const importId = await insertRun(tx, { kind: command.kind, fileId, year: command.year });
    await announceSent(tx, { importId, tenantId });
    return { importId, before: null };
  }
}
