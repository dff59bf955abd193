import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { CONTRIBUTION_SETTLED } from '../../contributions/public';
import { JudgeDisclosed } from '../application/judge-disclosed';

type Payload = typeof CONTRIBUTION_SETTLED extends { readonly payload?: infer P }
  ? NonNullable<P>
  : never;

/** Something went back or over: what the overseer knows of it is judged anew, so that both sides see it done. */
@HandlesJob()
export class ContributionSettledHandler implements JobHandler<Payload> {
  readonly job = CONTRIBUTION_SETTLED;

  constructor(private readonly disclosed: JudgeDisclosed) {}

  async run(tx: Transaction, payload: Payload): Promise<void> {
    await this.disclosed.run(tx, payload);
  }
}
