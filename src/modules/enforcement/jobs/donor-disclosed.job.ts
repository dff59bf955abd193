import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { DONOR_DISCLOSED } from '../../filings/public';
import { JudgeDisclosed } from '../application/judge-disclosed';

type Payload = typeof DONOR_DISCLOSED extends { readonly payload?: infer P }
  ? NonNullable<P>
  : never;

/** An overview was filed: what it says of each donor in it is judged, as a notice is (D8). */
@HandlesJob()
export class DonorDisclosedHandler implements JobHandler<Payload> {
  readonly job = DONOR_DISCLOSED;

  constructor(private readonly disclosed: JudgeDisclosed) {}

  async run(tx: Transaction, payload: Payload): Promise<void> {
    await this.disclosed.run(tx, payload);
  }
}
