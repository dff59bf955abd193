import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { CASE_SUBMITTED } from '../application/submit-to-case';
import { TakeInSubmissions } from '../application/take-in';
import { lockCase } from '../persistence/case.store';

/** The party sent something about a case: the case takes it in. */
@HandlesJob()
export class CaseSubmittedHandler implements JobHandler<{ readonly caseId: string }> {
  readonly job = CASE_SUBMITTED;

  constructor(private readonly takeIn: TakeInSubmissions) {}

  async run(tx: Transaction, { caseId }: { readonly caseId: string }): Promise<void> {
    const head = await lockCase(tx, caseId);
    if (head !== null) await this.takeIn.run(tx, head);
  }
}
