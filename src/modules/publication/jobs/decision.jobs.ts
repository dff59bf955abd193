import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { ApplyDecision } from '../application/apply-decision';
import { APPLY_DECISION, SHIELD } from '../application/publication-jobs';
import { ShieldPublications } from '../application/shield';

@HandlesJob()
export class ApplyDecisionHandler implements JobHandler<{ decisionId: string }> {
  readonly job = APPLY_DECISION;

  constructor(private readonly apply: ApplyDecision) {}

  run(tx: Transaction, { decisionId }: { decisionId: string }): Promise<void> {
    return this.apply.run(tx, decisionId);
  }
}

@HandlesJob()
export class ShieldHandler implements JobHandler<{ tenantId: string; requestId: string }> {
  readonly job = SHIELD;

  constructor(private readonly shield: ShieldPublications) {}

  run(tx: Transaction, about: { tenantId: string; requestId: string }): Promise<void> {
    return this.shield.run(tx, about);
  }
}
