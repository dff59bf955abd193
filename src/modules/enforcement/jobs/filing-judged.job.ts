import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { FILING_JUDGED } from '../../expectations/public';
import { readFinding } from '../../judgements/public';
import { ProposeFine } from '../application/propose-fine';

type Payload = typeof FILING_JUDGED extends { readonly payload?: infer P } ? NonNullable<P> : never;

/** A filing was late or incomplete, or did not come: a proposal where it can be fined (D8). */
@HandlesJob()
export class FilingJudgedHandler implements JobHandler<Payload> {
  readonly job = FILING_JUDGED;

  constructor(private readonly propose: ProposeFine) {}

  async run(tx: Transaction, { tenantId, year, findingId }: Payload): Promise<void> {
    const stored = await readFinding(tx, findingId);
    if (stored === null) return;
    const { donorId, content: finding } = stored;
    await this.propose.run(tx, { tenantId, donorId, year, findingId, finding, notice: null });
  }
}
