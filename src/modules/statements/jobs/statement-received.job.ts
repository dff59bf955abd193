import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { readFileBytes } from '../../../platform/files/public';
import { announce, HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { readFile } from '../application/read-file';
import { RULES_MAY_APPLY } from '../application/rules-may-apply';
import { storeReading } from '../application/store-reading';
import { STATEMENT_RECEIVED } from '../application/take-in-statement';
import { findIntake, type Intake, markReading } from '../persistence/intake.store';

type Received = { readonly tenantId: string; readonly intakeId: string };

/**
 * Reads a file that was sent and keeps what is in it. What it keeps is kept in the name of who sent
 * it, in one transaction of its own: a crash before that leaves nothing, and after it the intake is
 * ended, so that the job does nothing the second time.
 */
@HandlesJob()
export class StatementReceivedHandler implements JobHandler<Received> {
  readonly job = STATEMENT_RECEIVED;

  constructor(private readonly database: Database) {}

  async run(tx: Transaction, { tenantId, intakeId }: Received): Promise<void> {
    const intake = await findIntake(tx, tenantId, intakeId);
    if (intake === null || intake.endedAt !== null) return;
    const bytes = await readFileBytes(tx, tenantId, intake.fileId);
    if (bytes === null) throw new Error(`the file of intake ${intakeId} is not there`);
    const sender = senderOf(intake);
    await this.database.inTransaction(sender, (own) => markReading(own, intakeId, 0));
    const read = await readFile(bytes);
    if ('statements' in read) {
      const found = read.statements.reduce((sum, { entries }) => sum + entries.length, 0);
      await this.database.inTransaction(sender, (own) => markReading(own, intakeId, found));
    }
    await this.database.inTransaction(sender, async (own) => {
      await storeReading(own, intakeId, read);
      const { actorId, actorRole } = sender;
      const payload = { tenantId, actorId, actorRole };
      await announce(own, RULES_MAY_APPLY, payload, { dedupeKey: `rules ${intakeId}` });
    });
  }
}

function senderOf({ tenantId, sentBy, sentRole, id }: Intake): Scope {
  return {
    role: 'app',
    tenantId,
    actorId: sentBy,
    actorRole: sentRole,
    requestId: `statement.${id}`,
  };
}
