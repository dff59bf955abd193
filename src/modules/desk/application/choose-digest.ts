import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import {
  cancelDeadlines,
  defineDeadline,
  scheduleDeadline,
} from '../../../platform/deadlines/public';
import { defineJob } from '../../../platform/jobs/public';
import { sameSecret } from '../../../platform/http/same-secret';
import {
  type DigestChoice,
  type DigestWish,
  keepChoice,
  ownChoice,
  ownerOfChoice,
} from '../persistence/digest.store';
import { nextDigestDay } from './digest-day';

/** The day of a digest has begun. Its subject is the choice of a person. */
export const DIGEST_DAY = defineDeadline('desk.digest_day');
/** It is seven in the morning of that day. */
export const WRITE_DIGEST = defineJob<{
  readonly tenantId: string;
  readonly choiceId: string;
  readonly day: string;
}>('desk.write_digest');

const RULE_VERSION = 'digest/1';

/** Plans the next digest after a day, and takes back what was planned otherwise. */
export async function planDigest(
  tx: Transaction,
  choice: DigestChoice,
  after: PlainDate,
): Promise<void> {
  const { id, tenantId } = choice;
  const kinds = [DIGEST_DAY.kind];
  await cancelDeadlines(tx, { tenantId, subjectId: id, kinds });
  const day = nextDigestDay(choice, after);
  if (day === null) return;
  await scheduleDeadline(tx, {
    tenantId,
    kind: DIGEST_DAY.kind,
    subjectId: id,
    occurrence: day,
    localDate: day,
    moment: 'start_of_day',
    ruleVersion: RULE_VERSION,
  });
}

/** What the person of this transaction chose; null when nothing yet. */
export function readOwnChoice(tx: Transaction): Promise<DigestChoice | null> {
  return ownChoice(tx, tenantOf(tx));
}

export async function chooseDigest(tx: Transaction, wish: DigestWish): Promise<void> {
  await planDigest(tx, await keepChoice(tx, tenantOf(tx), wish), tx.today);
}

/** The link at the foot of a digest, with which one press stops it, without signing in. */
@Injectable()
export class StopDigest {
  private readonly key: Uint8Array;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const secret = config.secretKey;
    this.key = new Uint8Array(hkdfSync('sha256', secret, 'partijgiften', 'desk.digest.stop', 32));
  }

  /** Only this installation can make it, and it stops only this choice. */
  private proofOf(choiceId: string): string {
    return createHmac('sha256', this.key).update(choiceId).digest('base64url');
  }

  linkFor(choiceId: string): string {
    const path = `/agenda/stoppen/${choiceId}/${this.proofOf(choiceId)}`;
    return new URL(path, this.config.publicUrl).toString();
  }

  isProof(choiceId: string, given: string): boolean {
    return sameSecret(given, this.proofOf(choiceId));
  }

  /** Stopping twice changes nothing. False for a link that this installation did not make. */
  async run(scope: Scope, choiceId: string, proof: string): Promise<boolean> {
    if (!this.isProof(choiceId, proof)) return false;
    const asPublic: Scope = { ...scope, role: 'public', tenantId: null };
    const owner = await this.database.inTransaction(asPublic, (tx) => ownerOfChoice(tx, choiceId));
    if (owner === null) return false;
    const { tenantId, accountId } = owner;
    const { requestId } = scope;
    const asOwner: Scope = {
      role: 'app',
      tenantId,
      actorId: accountId,
      actorRole: 'calendar',
      requestId,
    };
    await this.database.inTransaction(asOwner, async (tx) => {
      const choice = await ownChoice(tx, tenantId);
      if (choice !== null && choice.rhythm !== 'off')
        await chooseDigest(tx, { ...choice, rhythm: 'off' });
    });
    return true;
  }
}

export { type DigestWish, type Rhythm, RHYTHMS } from '../persistence/digest.store';
