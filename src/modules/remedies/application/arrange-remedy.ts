import { Injectable } from '@nestjs/common';
import { addMonths, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { announce } from '../../../platform/jobs/job';
import {
  type ArrangementKind,
  type ArrangementSide,
  insertArrangement,
} from '../persistence/arrangement.store';
import { readRemedy, type RemedyFile, type RemedySource } from './read-remedies';
import { REMEDY_ARRANGED } from './remedy-deadlines';

export interface TermInput {
  /** The last day on which it is in time. */
  readonly dueOn: PlainDate;
  /** Who does it or to whom it goes, in words. */
  readonly inCharge: string | null;
  readonly note: string;
  /** A party's own term is seen by the overseer only when the party shares it (D7). */
  readonly shared: boolean;
}

const LONGEST_MONTHS = 24;

/** Who sets a term, by the database role of the transaction. */
function sideOf(tx: Transaction): { side: ArrangementSide; source: RemedySource } {
  return tx.scope.role === 'staff'
    ? { side: 'overseer', source: 'disclosed' }
    : { side: 'party', source: 'ledger' };
}

/**
 * An internal term for a remedy. The law gives none, or only "as soon as possible", so it binds
 * nobody: it makes that someone is reminded, and that both sides see what is late.
 * @throws Problem 404, 409 when nothing is open, 400 for a day that is past or two years away.
 */
@Injectable()
export class ArrangeRemedy {
  async run(tx: Transaction, remedyId: string, term: TermInput): Promise<string> {
    const { side, source } = sideOf(tx);
    const file = await openRemedy(tx, source, remedyId);
    checkDay(tx, term.dueOn);
    const shared = side === 'overseer' || term.shared;
    const id = await store(tx, file, { kind: 'term', setBy: side, ...term, shared });
    const { tenantId } = file;
    await announce(tx, REMEDY_ARRANGED, { tenantId, arrangementId: id }, { tenantId });
    return id;
  }
}

/**
 * Art. 29b lid 2: the donor cannot get it back, so it goes to the Minister. Recorded by the party
 * with the reason; the overseer sees it as soon as the overrun itself is known to them.
 * @throws Problem 404, 409 when nothing is open or nothing of it goes to the donor.
 */
@Injectable()
export class DeclareReturnImpossible {
  async run(tx: Transaction, remedyId: string, reason: string): Promise<string> {
    const { source } = sideOf(tx);
    const file = await openRemedy(tx, source, remedyId);
    if (!file.progress.steps.some(({ step }) => step.to === 'donor'))
      throw problem(
        409,
        'remedy.not_to_donor',
        'Nothing of this goes back to the donor: it goes to the Minister already (arts. 21a, 23, 23a).',
      );
    const nothing = { dueOn: null, inCharge: null, shared: true };
    return store(tx, file, {
      kind: 'return_impossible',
      setBy: 'party',
      note: reason,
      ...nothing,
    });
  }
}

async function openRemedy(tx: Transaction, source: RemedySource, id: string): Promise<RemedyFile> {
  const file = await readRemedy(tx, source, id);
  if (file === null) throw notFound();
  if (file.progress.state === 'open') return file;
  const detail = 'Nothing of this remedy is open any more: it was done, or its ground is gone.';
  throw problem(409, 'remedy.ended', detail);
}

function checkDay(tx: Transaction, dueOn: PlainDate): void {
  const place = { in: 'body', location: '/dueOn' } as const;
  const latest = addMonths(tx.today, LONGEST_MONTHS);
  const faults: ProblemPart[] = [];
  if (dueOn < tx.today)
    faults.push({
      ...place,
      code: 'remedy.day_past',
      detail: `${dueOn} has passed. Give today (${tx.today}) or a later day.`,
    });
  if (dueOn > latest)
    faults.push({
      ...place,
      code: 'remedy.too_far',
      detail: `${dueOn} is more than two years away. Give a day up to ${latest}.`,
    });
  if (faults.length > 0)
    throw problem(400, 'input.invalid', 'This term cannot be set like this.', faults);
}

interface Agreed extends Omit<TermInput, 'dueOn'> {
  readonly kind: ArrangementKind;
  readonly setBy: ArrangementSide;
  readonly dueOn: PlainDate | null;
}

function store(tx: Transaction, file: RemedyFile, agreed: Agreed): Promise<string> {
  const { tenantId, donorId, year } = file;
  const cause = { findingKey: file.content.key, findingId: file.id };
  return insertArrangement(tx, { tenantId, donorId, year, ...cause, ...agreed });
}
