import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { ERASE_TIP } from '../application/handle-tip';
import { eraseTip } from '../persistence/tip.store';

/** Erases what was told, when its day has come and it is still closed since. */
@HandlesJob()
export class EraseTipHandler implements JobHandler<{ readonly tipId: string }> {
  readonly job = ERASE_TIP;

  async run(tx: Transaction, { tipId }: { readonly tipId: string }): Promise<void> {
    await eraseTip(tx, tipId);
  }
}
