import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { type StoredExpected } from '../../expectations/public';
import { findFiling, lockDuty, type StoredFiling, versionsOf } from '../persistence/filing.store';
import { insertDraft, type Stated } from '../persistence/filing.writer';
import { drawOverview } from './draw-overview';
import { expectedFor, filedBefore, openDraft, redraw, type RedrawnFiling } from './open-draft';

const NOTHING_STATED: Stated = { noGifts: false, noGiftsInKind: false, noDebts: false };

async function firstDraft(
  tx: Transaction,
  expected: StoredExpected,
  before: StoredFiling | null,
  reason: string | null,
): Promise<RedrawnFiling> {
  const stated = before?.stated ?? NOTHING_STATED;
  const { text, sha256 } = await drawOverview(tx, expected, stated);
  const version = (before?.version ?? 0) + 1;
  const filingId = await insertDraft(tx, {
    tenantId: expected.tenantId,
    expectedKey: expected.key,
    kind: expected.kind,
    recipientId: expected.recipient,
    year: expected.year,
    version,
    replacesId: before?.id ?? null,
    reason,
    stated,
    content: text,
  });
  return { filingId, version, sha256, changed: true };
}

/** Draws up the overview of one duty from the ledger, or draws its draft up anew. */
@Injectable()
export class DraftFiling {
  /** @throws Problem 404 when it is not expected of the group, 409 when it was filed before. */
  async run(tx: Transaction, expectedKey: string): Promise<RedrawnFiling> {
    const tenantId = tenantOf(tx);
    const expected = await expectedFor(tx, tenantId, expectedKey);
    await lockDuty(tx, tenantId, expectedKey);
    const newest = (await versionsOf(tx, tenantId, expectedKey)).at(-1);
    if (newest?.state === 'filed') throw filedBefore(newest);
    if (newest !== undefined) return redraw(tx, { draft: newest, expected });
    if (expected.withdrawnAt !== null) throw notFound();
    return firstDraft(tx, expected, null, null);
  }
}

/** What is stated in so many words: no gifts, none in kind, no debts (T3). */
@Injectable()
export class StateNone {
  /** @throws Problem 404, or 409 when it was filed. */
  async run(tx: Transaction, filingId: string, stated: Stated): Promise<RedrawnFiling> {
    return redraw(tx, await openDraft(tx, filingId), stated);
  }
}

/** A new version beside the one that was filed, with the reason; the old one stays readable. */
@Injectable()
export class CorrectFiling {
  /** @throws Problem 404, or 409 when it is no filed version, or not the newest one. */
  async run(tx: Transaction, filingId: string, reason: string): Promise<RedrawnFiling> {
    const tenantId = tenantOf(tx);
    const filing = await findFiling(tx, filingId);
    if (filing === null) throw notFound();
    await lockDuty(tx, tenantId, filing.expectedKey);
    const newest = (await versionsOf(tx, tenantId, filing.expectedKey)).at(-1);
    if (newest?.id !== filingId || newest.state !== 'filed')
      throw problem(
        409,
        'filing.not_newest',
        'Only the newest version that was filed is corrected. Go on with the version after it.',
      );
    const expected = await expectedFor(tx, tenantId, filing.expectedKey);
    return firstDraft(tx, expected, newest, reason);
  }
}

export type { RedrawnFiling, Stated };
