import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { DONOR_IDENTITY_CHANGED } from '../../contributions/public';
import { endLapsedLateNotices } from '../../judgements/public';
import { JudgeDisclosed } from '../application/judge-disclosed';

type Payload = typeof DONOR_IDENTITY_CHANGED extends { readonly payload?: infer P }
  ? NonNullable<P>
  : never;

/**
 * A party united two donors or set them apart again: what was disclosed of them is judged anew, under
 * the donor it counts for now. Nothing more is disclosed by it (D7).
 */
@HandlesJob()
export class DonorIdentityChangedHandler implements JobHandler<Payload> {
  readonly job = DONOR_IDENTITY_CHANGED;

  constructor(private readonly disclosed: JudgeDisclosed) {}

  async run(tx: Transaction, { tenantId, to, from, year, kind }: Payload): Promise<void> {
    for (const donorId of kind === 'split' ? [to, from] : [to]) {
      const moved = await this.disclosed.run(tx, { tenantId, donorId, year }, kind);
      if (moved !== null) await endLapsedLateNotices(tx, 'disclosed', moved);
    }
    await this.disclosed.endOrphansOf(tx, tenantId, [to, from]);
  }
}
