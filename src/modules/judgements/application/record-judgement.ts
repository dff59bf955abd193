import { Injectable } from '@nestjs/common';
import { type DonorYear } from '../../../legal/facts/contribution';
import { type Judgement } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { type Transaction } from '../../../platform/database/transaction';
import {
  type EndedBy,
  LATE_NOTICE,
  openFindings,
  type OpenRow,
  type Source,
} from '../persistence/finding.store';
import { recordDuties } from './record-duties';
import { type RecordedFinding, storeDifference } from './store-difference';
import { YearSupplements } from './year-supplements';

export interface RecordedJudgement {
  readonly judgement: Judgement;
  /** Findings that this change brought or changed; the others stand as they were. */
  readonly fresh: readonly RecordedFinding[];
}

/**
 * Judges one donor-year and stores the difference with what was found before: a new finding is
 * added, a vanished one is ended, a changed one is ended and added anew, so that every earlier
 * answer stays readable. Runs in the transaction of the change that asked for it.
 *
 * The caller holds the lock on the donor-year; without it two bookings could judge past each other.
 */
@Injectable()
export class RecordJudgement {
  constructor(private readonly supplements: YearSupplements) {}

  /** @param gone why a finding ends that the facts no longer give. */
  async run(
    tx: Transaction,
    source: Source,
    facts: DonorYear,
    gone: EndedBy = 'resolved',
  ): Promise<RecordedJudgement> {
    const judged = judgeDonorYear(facts, tx.today);
    const more = await this.supplements.findingsOf(tx, facts);
    const judgement = { ...judged, findings: [...judged.findings, ...more] };
    const key = { tenantId: facts.group.ref, donorId: facts.donor.ref, year: facts.year };
    const open = await openFindings(tx, source, key);
    const standing = { open, ends: endsByItself, gone };
    const fresh = await storeDifference(tx, source, key, standing, judgement.findings);
    if (source === 'ledger') await recordDuties(tx, key, facts, judgement.duties);
    return { judgement, fresh };
  }
}

/** A late notice stays a fact whatever is booked later; only its own handler ends it. */
function endsByItself({ key }: OpenRow): boolean {
  return !key.startsWith(LATE_NOTICE);
}
