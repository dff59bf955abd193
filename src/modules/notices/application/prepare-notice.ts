import { Inject, Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { CONFIG, type Config } from '../../../platform/config/config';
import { notFound, Problem, problem } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { queueMessage } from '../../../platform/outbox/public';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { organisationSettings, readContactEmail } from '../../parties/public';
import {
  findPreparation,
  holdPreparation,
  insertPreparation,
  markClosed,
  markConfirmed,
  type StoredPreparation,
  waitingFor,
  waitingPreparations,
} from '../persistence/preparation.store';
import { type FiledNotice, FileNotice } from './file-notice';
import { fingerprintOf, gatherNotice, type NoticeKey } from './gather-notice';

export type { StoredPreparation };

export interface PreparedNotice {
  readonly id: string;
  /** Of what was prepared: who confirms sends it back. */
  readonly fingerprint: string;
}

/** What waits for a second person, most urgent first. */
export function listPreparations(tx: Transaction): Promise<readonly StoredPreparation[]> {
  return waitingPreparations(tx);
}

export interface SeenPreparation {
  readonly preparation: StoredPreparation;
  readonly waits: boolean;
  /** True when something changed since: only what the first person saw goes out. */
  readonly outdated: boolean;
}

/** One preparation as it stands. @throws Problem 404 when it is not there or of another party. */
export async function readPreparation(tx: Transaction, id: string): Promise<SeenPreparation> {
  const preparation = await findPreparation(tx, id);
  if (preparation === null) throw notFound();
  const waits = isWaiting(preparation);
  return { preparation, waits, outdated: waits && (await changedSince(tx, preparation)) };
}

async function changedSince(tx: Transaction, preparation: StoredPreparation): Promise<boolean> {
  try {
    return fingerprintOf(await gatherNotice(tx, preparation)) !== preparation.fingerprint;
  } catch (error) {
    // Everything went back, or was annulled: there is nothing to notify any more.
    if (error instanceof Problem && error.code === 'notice.no_duty') return true;
    throw error;
  }
}

function isWaiting({ noticeId, closedBecause }: StoredPreparation): boolean {
  return noticeId === null && closedBecause === null;
}

/** The treasurer prepares a notice that a second person of the party has to confirm. */
@Injectable()
export class PrepareNotice {
  constructor(
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 404, 409 when nothing is due, none is asked for or the same waits already. */
  async run(tx: Transaction, wanted: NoticeKey): Promise<PreparedNotice> {
    const tenantId = tenantOf(tx);
    const gathered = await gatherNotice(tx, wanted);
    const { secondSignature } = await organisationSettings(tx, tenantId);
    if (!secondSignature)
      throw problem(409, 'second_signature.off', 'Your party asks for no second person. File it.');
    const fingerprint = fingerprintOf(gathered);
    const waiting = await waitingFor(tx, gathered.key, gathered.cluster);
    if (waiting?.fingerprint === fingerprint)
      throw problem(409, 'preparation.waiting', 'This waits for a second person already.');
    if (waiting !== null) await markClosed(tx, waiting.id, 'replaced');
    const id = newId();
    await insertPreparation(tx, { ...gathered.key, id, fingerprint, totalCents: gathered.total });
    await this.tell(tx, tenantId, id);
    return { id, fingerprint };
  }

  /** The letter names no donor: it only says that something waits. */
  private async tell(tx: Transaction, tenantId: string, id: string): Promise<void> {
    const recipient = await readContactEmail(tx, tenantId);
    if (recipient === null) return;
    const link = `${this.config.publicUrl}/meldingen/klaargezet/${id}`;
    await queueMessage(tx, {
      key: `notice-preparation:${id}`,
      recipient,
      subject: this.renderer.t('nl', 'people.second.letter.subject'),
      body: this.renderer.t('nl', 'people.second.letter.body', { link }),
    });
  }
}

/** Another person of the party confirms what was prepared, and with that it is filed. */
@Injectable()
export class ConfirmNotice {
  constructor(private readonly filing: FileNotice) {}

  /**
   * @param fingerprint of what the second person looked at.
   * @throws Problem 404, 403 for who prepared it, 409 when it ended or is no longer what was prepared.
   */
  async run(tx: Transaction, id: string, fingerprint: string): Promise<FiledNotice> {
    const seen = await findPreparation(tx, id);
    if (seen === null) throw notFound();
    if (!isWaiting(seen)) throw ended();
    // First the donor's year, then the row: filing takes them in the same order.
    const gathered = await gatherNotice(tx, seen);
    const held = await holdPreparation(tx, id);
    if (held === null) throw notFound();
    if (!isWaiting(held)) throw ended();
    if (held.preparedBy === tx.scope.actorId)
      throw problem(
        403,
        'preparation.same_person',
        'You prepared this notice. Another person of your party confirms it.',
      );
    if (fingerprint !== held.fingerprint || fingerprintOf(gathered) !== held.fingerprint)
      throw problem(
        409,
        'preparation.outdated',
        'Something changed since it was prepared. Let it be prepared again.',
      );
    const filed = await this.filing.file(tx, gathered, held.preparedBy);
    await markConfirmed(tx, id, filed.noticeId);
    return filed;
  }
}

/** What was prepared is taken back; the duty stays. */
@Injectable()
export class WithdrawPreparation {
  /** @throws Problem 404, 409 when it ended. */
  async run(tx: Transaction, id: string): Promise<void> {
    const held = await holdPreparation(tx, id);
    if (held === null) throw notFound();
    if (!isWaiting(held)) throw ended();
    await markClosed(tx, id, 'withdrawn');
  }
}

function ended(): Error {
  return problem(409, 'preparation.ended', 'This was confirmed, withdrawn or replaced already.');
}
