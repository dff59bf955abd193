import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { storeFile } from '../../../platform/files/public';
import { announce, defineJob } from '../../../platform/jobs/public';
import { findSameIntake, insertIntake, queue } from '../persistence/intake.store';

/** A file waits to be read. */
export const STATEMENT_RECEIVED = defineJob<{ tenantId: string; intakeId: string }>(
  'statements.received',
);

/** Above this a file is refused before it is kept. */
export const LARGEST_STATEMENT = 32 * 1_048_576;

export interface StatementFile {
  /** As the person named it; only shown. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface TakenIn {
  readonly intakeId: string;
  /** True when these same bytes were sent before: then this is the earlier intake. */
  readonly known: boolean;
}

/**
 * Keeps a file of a bank and has it read: in a job, in a process of its own, all of it or nothing.
 * The same bytes again give the first intake, unless that was refused.
 */
@Injectable()
export class TakeInStatement {
  async run(tx: Transaction, { name, bytes }: StatementFile): Promise<TakenIn> {
    const tenantId = tenantOf(tx);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await queue(tx, `statement ${sha256}`);
    const same = await findSameIntake(tx, tenantId, sha256);
    if (same !== null) return { intakeId: same.id, known: true };
    const mediaType = 'application/octet-stream';
    const fileId = await storeFile(tx, { purpose: 'statement', name, mediaType, bytes });
    const intakeId = await insertIntake(tx, fileId);
    await announce(tx, STATEMENT_RECEIVED, { tenantId, intakeId }, { dedupeKey: intakeId });
    return { intakeId, known: false };
  }
}
