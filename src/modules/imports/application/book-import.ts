import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { Problem } from '../../../platform/http/problem';
import { sparing } from '../../../platform/process/sparing';
import { markRowsBooked } from '../persistence/row.store';
import { lockRun } from '../persistence/run.store';
import { markBooked, markNotBooked } from '../persistence/run.writer';
import { BookRows } from './book-rows';
import { takeTime } from './import-jobs';
import { Progress } from './progress';

/**
 * Books what was confirmed, in one transaction in the name of the person who confirmed it: every good
 * row or none. A run that is not confirmed, or booked already, is left alone, so that a second try
 * after a crash books nothing twice.
 */
@Injectable()
export class BookImport {
  constructor(
    private readonly database: Database,
    private readonly progress: Progress,
    private readonly rows: BookRows,
  ) {}

  async run(scope: Scope, runId: string): Promise<void> {
    try {
      await sparing(() => this.database.inTransaction(scope, (tx) => this.book(tx, runId)));
    } catch (error) {
      // Something changed between the look and the booking, such as who belongs to the group.
      if (!(error instanceof Problem)) throw error;
      const code = error.errors[0]?.code ?? error.code;
      await this.database.inTransaction(scope, (tx) => markNotBooked(tx, runId, code));
    }
  }

  private async book(tx: Transaction, runId: string): Promise<void> {
    await takeTime(tx);
    const run = await lockRun(tx, runId);
    if (run?.state !== 'booking') return;
    await this.progress.note(tx.scope, runId, 'booking', 0);
    const booked = await this.rows.run(tx, run);
    await markRowsBooked(tx, runId, booked);
    await markBooked(tx, runId, booked.length);
  }
}
