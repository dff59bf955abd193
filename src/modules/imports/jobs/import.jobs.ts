import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { BookImport } from '../application/book-import';
import {
  IMPORT_CONFIRMED,
  IMPORT_SENT,
  type ImportJobPayload,
  scopeInNameOf,
  takeTime,
} from '../application/import-jobs';
import { ReadImport } from '../application/read-import';
import { findRequester } from '../persistence/run.store';

/** Reads a file that was sent in, in the name of who sent it. */
@HandlesJob()
export class ImportSentHandler implements JobHandler<ImportJobPayload> {
  readonly job = IMPORT_SENT;

  constructor(private readonly reading: ReadImport) {}

  async run(tx: Transaction, payload: ImportJobPayload): Promise<void> {
    await takeTime(tx);
    const by = await findRequester(tx, payload.tenantId, payload.importId);
    if (by === null) throw new Error(`there is no import ${payload.importId}`);
    const scope = scopeInNameOf(payload, by.requestedBy, by.requestedRole);
    await this.reading.run(scope, payload.importId);
  }
}

/** Books a file that was confirmed, in the name of who confirmed it. */
@HandlesJob()
export class ImportConfirmedHandler implements JobHandler<ImportJobPayload> {
  readonly job = IMPORT_CONFIRMED;

  constructor(private readonly booking: BookImport) {}

  async run(tx: Transaction, payload: ImportJobPayload): Promise<void> {
    await takeTime(tx);
    const by = await findRequester(tx, payload.tenantId, payload.importId);
    const { confirmedBy = null, confirmedRole = null } = by ?? {};
    if (confirmedBy === null || confirmedRole === null)
      throw new Error(`nobody confirmed the import ${payload.importId}`);
    const scope = scopeInNameOf(payload, confirmedBy, confirmedRole);
    await this.booking.run(scope, payload.importId);
  }
}
