import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { canonicalDonor } from '../../donors/public';
import { readDutiesOf } from '../../judgements/public';
import { NOTICE_FILED } from '../../notices/public';
import { JudgeDisclosed } from '../application/judge-disclosed';
import { EnforcedTermPassed, StatutoryTermPassed } from '../application/term-passed';

type Payload = typeof NOTICE_FILED extends { readonly payload?: infer P } ? NonNullable<P> : never;

/** A notice was filed: judge what it disclosed, and bring a late one up to date. */
@HandlesJob()
export class NoticeFiledHandler implements JobHandler<Payload> {
  readonly job = NOTICE_FILED;

  constructor(
    private readonly disclosed: JudgeDisclosed,
    private readonly enforced: EnforcedTermPassed,
    private readonly statutory: StatutoryTermPassed,
  ) {}

  async run(tx: Transaction, payload: Payload): Promise<void> {
    const { tenantId, donorId, year, noticeId } = payload;
    await this.disclosed.run(tx, { tenantId, donorId, year });
    const now = await canonicalDonor(tx, tenantId, donorId);
    const duties = await readDutiesOf(tx, { tenantId, donorId: now, year });
    for (const duty of duties.filter(({ metByNoticeId }) => metByNoticeId === noticeId)) {
      await this.statutory.run(tx, tenantId, duty.id);
      await this.enforced.run(tx, tenantId, duty.id);
    }
  }
}
