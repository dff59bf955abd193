import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { noteProgress } from '../persistence/run.writer';

export type Stage = 'reading' | 'matching' | 'judging' | 'booking';

/** Says how far a run is, in transactions of its own: the work itself is one transaction. */
@Injectable()
export class Progress {
  constructor(private readonly database: Database) {}

  note(scope: Scope, runId: string, stage: Stage, rows: number): Promise<void> {
    return this.database.inTransaction(scope, (tx) => noteProgress(tx, runId, stage, rows));
  }
}
