import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, type Problem, problem } from '../../../platform/http/problem';
import { readExpected, type StoredExpected } from '../../expectations/public';
import { findFiling, lockDuty, type StoredFiling } from '../persistence/filing.store';
import { type Stated, updateDraft } from '../persistence/filing.writer';
import { drawOverview, type DrawnOverview } from './draw-overview';

export interface OpenDraft {
  readonly draft: StoredFiling;
  readonly expected: StoredExpected;
}

export function filedBefore({ number }: Pick<StoredFiling, 'number'>): Problem {
  return problem(
    409,
    'filing.filed_before',
    `This was filed under number ${number ?? ''} and stays as it is. Make a correction instead.`,
  );
}

export function otherContent(): Problem {
  return problem(
    409,
    'filing.changed',
    'The overview has changed since you opened it. Look at it again.',
  );
}

export function outdated(): Problem {
  return problem(
    409,
    'filing.outdated',
    'The ledger has changed since the overview was drawn up. Draw it up again, then sign it.',
  );
}

/** @throws Problem 404 when this is not expected of the group, or no longer. */
export async function expectedFor(
  tx: Transaction,
  tenantId: string,
  key: string,
): Promise<StoredExpected> {
  const expected = await readExpected(tx, tenantId, key);
  if (expected === null) throw notFound();
  return expected;
}

/**
 * A draft, held until the transaction ends: who changes, signs or files it at the same time waits.
 * @throws Problem 404 when it is not there, 409 when it was filed.
 */
export async function openDraft(tx: Transaction, filingId: string): Promise<OpenDraft> {
  const tenantId = tenantOf(tx);
  const seen = await findFiling(tx, filingId);
  if (seen === null) throw notFound();
  await lockDuty(tx, tenantId, seen.expectedKey);
  const draft = await findFiling(tx, filingId);
  if (draft === null) throw notFound();
  if (draft.state === 'filed') throw filedBefore(draft);
  return { draft, expected: await expectedFor(tx, tenantId, draft.expectedKey) };
}

export interface RedrawnFiling {
  readonly filingId: string;
  readonly version: number;
  readonly sha256: string;
  /** True when the bytes are others than before, which makes every signature void. */
  readonly changed: boolean;
}

/** Puts what the ledger says now under the draft; the same bytes change nothing. */
export async function redraw(
  tx: Transaction,
  { draft, expected }: OpenDraft,
  stated: Stated = draft.stated,
): Promise<RedrawnFiling> {
  const drawn: DrawnOverview = await drawOverview(tx, expected, stated);
  const changed = drawn.sha256 !== draft.sha256;
  if (changed) await updateDraft(tx, draft, stated, drawn.text);
  return { filingId: draft.id, version: draft.version, sha256: drawn.sha256, changed };
}
