import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { type PublicationStatus } from '../facts/public-gift';
import { type Change } from '../persistence/change.query';
import { findDecision, type StoredDecision, wasCorrected } from '../persistence/decision.store';
import { publicGiftOf } from '../persistence/publication.row';
import {
  holdTheRegister,
  publicationsById,
  type StoredPublication,
  takeChangeNumbers,
  writeVersionsOf,
} from '../persistence/publication.writer';
import { inMicroseconds } from './moments';
import { PublicationChanges } from './publication-changes';

const CHANGE_OF: Partial<Record<StoredDecision['kind'], Change>> = {
  check: 'under_check',
  clear: 'cleared',
  stop: 'withheld',
  lift: 'restored',
};

/** Decisions may be applied in any order: one that was overtaken changes nothing. */
function isNeedless(row: StoredPublication, change: Change, status: PublicationStatus): boolean {
  if (change === 'withheld') return !row.stopped;
  if (change === 'restored') return row.stopped;
  return status === row.status;
}

/** Writes the version that follows from a check, its end, a stop or its end. */
@Injectable()
export class ApplyDecision {
  constructor(private readonly changes: PublicationChanges) {}

  async run(tx: Transaction, decisionId: string): Promise<void> {
    await holdTheRegister(tx);
    const decision = await findDecision(tx, decisionId);
    const change = decision === null ? undefined : CHANGE_OF[decision.kind];
    if (decision === null || change === undefined) return;
    const row = await this.rowOf(tx, decision);
    const status = await this.statusAfter(tx, row, decision);
    if (isNeedless(row, change, status)) return;
    await this.write(tx, { row, status, change, reason: decision.reason });
  }

  private async rowOf(
    tx: Transaction,
    { publicationId }: StoredDecision,
  ): Promise<StoredPublication> {
    const [row] = await publicationsById(tx, publicationId === null ? [] : [publicationId]);
    if (row === undefined) throw new Error('a decision is about a gift that is not there');
    return row;
  }

  private async statusAfter(
    tx: Transaction,
    row: StoredPublication,
    { kind }: StoredDecision,
  ): Promise<PublicationStatus> {
    if (row.status === 'annulled' || kind === 'stop' || kind === 'lift') return row.status;
    if (kind === 'check') return 'under_check';
    return (await wasCorrected(tx, row.rowId)) ? 'corrected' : 'published';
  }

  private async write(
    tx: Transaction,
    about: {
      readonly row: StoredPublication;
      readonly status: PublicationStatus;
      readonly change: Change;
      readonly reason: string | null;
    },
  ): Promise<void> {
    const { row, status, change, reason } = about;
    const [number = 0] = await takeChangeNumbers(tx, 1);
    const gone = change === 'withheld';
    await writeVersionsOf(tx, [
      {
        partyId: row.partyId,
        key: row.key,
        gift: {
          ...publicGiftOf(row),
          status,
          version: row.version + 1,
          changedAt: inMicroseconds(tx.now),
        },
        countedCents: Number(row.countedCents),
        amountCents: Number(row.amountCents),
        returnedCents: Number(row.returnedCents),
        ...{ change, reason, number, gone },
        // A tombstone says only that it is gone: everybody may read that.
        hidden: !gone && (row.stopped || row.withholding),
      },
    ]);
    this.changes.announce(tx, [number]);
  }
}
