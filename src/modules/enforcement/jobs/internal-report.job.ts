import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { INTERNAL_REPORT_RECORDED } from '../../expectations/public';
import { JudgeDisclosed } from '../application/judge-disclosed';

type Payload = typeof INTERNAL_REPORT_RECORDED extends { readonly payload?: infer P }
  ? NonNullable<P>
  : never;

/** A party kept when it was told of a gift (art. 29b lid 1): what was disclosed is judged anew. */
@HandlesJob()
export class InternalReportHandler implements JobHandler<Payload> {
  readonly job = INTERNAL_REPORT_RECORDED;

  constructor(private readonly disclosed: JudgeDisclosed) {}

  async run(tx: Transaction, payload: Payload): Promise<void> {
    await this.disclosed.run(tx, payload);
  }
}
