import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import {
  type Deadline,
  type DeadlineHandler,
  type Effect,
  HandlesDeadline,
} from '../../../platform/deadlines/public';
import { announce, HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { queueMessage } from '../../../platform/outbox/public';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { wordsOf } from '../../../platform/rendering/words';
import { type HeldRole, ListPeople } from '../../identity/public';
import { readGroup } from '../../parties/public';
import { DIGEST_DAY, planDigest, StopDigest, WRITE_DIGEST } from '../application/choose-digest';
import { digestMail, type DigestMail } from '../application/digest-mail';
import { readDueItems } from '../application/due-items';
import { type DigestChoice, findChoice, sevenOn } from '../persistence/digest.store';

type Payload = NonNullable<(typeof WRITE_DIGEST)['payload']>;

/** The day of a digest has begun: it is written at seven, and the next one is planned. */
@HandlesDeadline()
export class DigestDayHandler implements DeadlineHandler {
  readonly kind = DIGEST_DAY.kind;

  async fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    const effects: Effect[] = [];
    for (const deadline of deadlines)
      effects.push({ deadlineId: deadline.id, effect: { did: await this.plan(tx, deadline) } });
    return effects;
  }

  private async plan(tx: Transaction, { tenantId, subjectId, localDate }: Deadline) {
    const choice = await findChoice(tx, tenantId, subjectId);
    if (choice === null || choice.rhythm === 'off') return 'not_wanted';
    await planDigest(tx, choice, tx.today);
    // After a long stop only the newest is of use.
    if (localDate < tx.today) return 'too_old';
    const payload = { tenantId, choiceId: subjectId, day: localDate };
    const dedupeKey = `${subjectId}:${localDate}`;
    const runAt = await sevenOn(tx, localDate);
    await announce(tx, WRITE_DIGEST, payload, { tenantId, dedupeKey, runAt });
    return 'planned_for_seven';
  }
}

/** Reads for whoever the digest is for; nothing is written in that name. */
@Injectable()
export class DigestReader {
  constructor(
    private readonly database: Database,
    private readonly people: ListPeople,
    private readonly stop: StopDigest,
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The role with which this person may read now; undefined when there is none any more. */
  async holder(choice: DigestChoice): Promise<HeldRole | undefined> {
    const { roles } = await this.people.run(scopeFor(choice, 'identity'));
    return roles.find(
      ({ accountId, state, disabled }) =>
        accountId === choice.accountId && state === 'in_force' && !disabled,
    );
  }

  mail(choice: DigestChoice): Promise<DigestMail | null> {
    const words = wordsOf(this.renderer.texts, choice.language);
    const stopUrl = this.stop.linkFor(choice.id);
    return this.database.inTransaction(scopeFor(choice, 'app'), async (tx) => {
      const { name: party } = await readGroup(tx, choice.tenantId);
      const link = (path: string): string => new URL(path, this.config.publicUrl).toString();
      const about = { party, today: tx.today, link, stopUrl };
      return digestMail(await readDueItems(tx), about, words);
    });
  }
}

function scopeFor({ tenantId, id }: DigestChoice, role: 'app' | 'identity'): Scope {
  return { role, tenantId, actorId: 'system', actorRole: 'system', requestId: `digest.${id}` };
}

/** Writes the digest of one person, when there is something to tell. */
@HandlesJob()
export class WriteDigestHandler implements JobHandler<Payload> {
  readonly job = WRITE_DIGEST;

  constructor(
    private readonly reader: DigestReader,
    private readonly stop: StopDigest,
  ) {}

  async run(tx: Transaction, { tenantId, choiceId, day }: Payload): Promise<void> {
    const choice = await findChoice(tx, tenantId, choiceId);
    if (choice === null || choice.rhythm === 'off') return;
    const holder = await this.reader.holder(choice);
    if (holder === undefined) return;
    const mail = await this.reader.mail(choice);
    if (mail === null) return;
    await queueMessage(tx, {
      key: `digest:${choiceId}:${day}`,
      tenantId,
      recipient: holder.email,
      stopUrl: this.stop.linkFor(choiceId),
      ...mail,
    });
  }
}
