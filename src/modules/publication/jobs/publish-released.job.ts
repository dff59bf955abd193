import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { publishSoon } from '../application/propose-releases';
import { PUBLISH_RELEASED } from '../application/publication-jobs';
import { PublishReleased } from '../application/publish-released';

/** A part at a time, so that a list of thousands keeps nobody waiting. */
@HandlesJob()
export class PublishReleasedHandler implements JobHandler<{ cause: string }> {
  readonly job = PUBLISH_RELEASED;

  constructor(private readonly publish: PublishReleased) {}

  async run(tx: Transaction, { cause }: { cause: string }): Promise<void> {
    if ((await this.publish.run(tx)) > 0) await publishSoon(tx, cause);
  }
}
