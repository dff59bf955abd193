import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type Job, type JobHandler } from '../../../platform/jobs/public';
import { BookByRules } from '../application/rules-apply';
import { RULES_MAY_APPLY } from '../application/rules-may-apply';

type Payload = typeof RULES_MAY_APPLY extends Job<infer P> ? P : never;

/** Books dues that a rule books by itself. Done twice, the second finds them booked. */
@HandlesJob()
export class RulesMayApplyHandler implements JobHandler<Payload> {
  readonly job = RULES_MAY_APPLY;

  constructor(
    private readonly database: Database,
    private readonly booking: BookByRules,
  ) {}

  async run(_tx: Transaction, { tenantId, actorId, actorRole }: Payload): Promise<void> {
    const scope = { role: 'app', tenantId, actorId, actorRole, requestId: 'bank.rules' } as const;
    await this.database.inTransaction(scope, (own) => this.booking.run(own, null));
  }
}
