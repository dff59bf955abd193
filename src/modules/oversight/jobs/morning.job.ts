import { Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { queueMessage } from '../../../platform/outbox/public';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { wordsOf } from '../../../platform/rendering/words';
import { MORNING, type MorningMail, morningMail, planMorning } from '../application/morning-mail';
import { readDigestFacts } from '../application/read-changes';
import { RefreshWork } from '../application/refresh-work';
import { StopMorningMail } from '../application/stop-morning-mail';
import {
  type Addressee,
  addressOf,
  noteTold,
  wantedDigests,
  type WorkDigest,
} from '../persistence/work-digest.store';

type Payload = NonNullable<(typeof MORNING)['payload']>;

/** Brings the queue up to date before the staff comes in, and writes to who asked for it. */
@HandlesJob()
export class MorningJob implements JobHandler<Payload> {
  readonly job = MORNING;

  constructor(
    private readonly database: Database,
    private readonly refreshing: RefreshWork,
    private readonly stopping: StopMorningMail,
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Transaction, { day }: Payload): Promise<void> {
    await planMorning(tx);
    await this.refreshing.run(tx.scope.requestId);
    // After a long stop only the newest morning is of use.
    if (day < tx.today) return;
    for (const digest of await wantedDigests(tx)) await this.write(tx, digest, day);
  }

  private async write(tx: Transaction, digest: WorkDigest, day: string): Promise<void> {
    const holder = await addressOf(tx, digest.accountId);
    if (holder === null) return;
    const mail = await this.mailFor(tx, digest, holder);
    await noteTold(tx, digest.id);
    if (mail === null) return;
    await queueMessage(tx, {
      key: `work-digest:${digest.id}:${day}`,
      tenantId: null,
      recipient: holder.email,
      stopUrl: this.stopping.linkFor(digest.id),
      ...mail,
    });
  }

  /** Reads as this person may; nothing is written in that name. */
  private mailFor(
    tx: Transaction,
    digest: WorkDigest,
    { role }: Addressee,
  ): Promise<MorningMail | null> {
    const words = wordsOf(this.renderer.texts, digest.language);
    const scope: Scope = {
      role: 'staff',
      tenantId: null,
      actorId: digest.accountId,
      actorRole: role,
      requestId: tx.scope.requestId,
    };
    const about = {
      today: tx.today,
      link: (path: string) => new URL(path, this.config.publicUrl).toString(),
      stopUrl: this.stopping.linkFor(digest.id),
    };
    return this.database.inTransaction(scope, async (reading) =>
      morningMail(await readDigestFacts(reading, digest.toldUntil), about, words),
    );
  }
}
