import { Injectable } from '@nestjs/common';
import { type DonorYear } from '../../../legal/facts/contribution';
import { type Finding, type Judgement } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { type Transaction } from '../../../platform/database/transaction';
import {
  contentHash,
  type DonorYearKey,
  type EndedBy,
  endFinding,
  insertFinding,
  LATE_NOTICE,
  openFindings,
  type Source,
} from '../persistence/finding.store';
import { recordDuties } from './record-duties';
import { tellFindings } from './tell-findings';
import { YearSupplements } from './year-supplements';

export interface RecordedFinding {
  readonly id: string;
  readonly finding: Finding;
}

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
    const fresh = await recordFindings(tx, source, { ...key, gone }, judgement.findings);
    if (source === 'ledger') await recordDuties(tx, key, facts, judgement.duties);
    return { judgement, fresh };
  }
}

async function recordFindings(
  tx: Transaction,
  source: Source,
  key: DonorYearKey & { readonly gone: EndedBy },
  findings: readonly Finding[],
): Promise<RecordedFinding[]> {
  const before = new Map((await openFindings(tx, source, key)).map((row) => [row.key, row]));
  const fresh: RecordedFinding[] = [];
  for (const finding of findings) {
    const earlier = before.get(finding.key);
    before.delete(finding.key);
    if (earlier?.sha256 === contentHash(finding)) continue;
    if (earlier !== undefined) await endFinding(tx, key.tenantId, earlier.id, 'superseded');
    fresh.push({ id: await insertFinding(tx, source, key, finding), finding });
  }
  // A late notice stays a fact whatever is booked later; only its own handler ends it.
  const gone = [...before.values()].filter((row) => !row.key.startsWith(LATE_NOTICE));
  for (const { id } of gone) await endFinding(tx, key.tenantId, id, key.gone);
  const ended = gone.map(({ id }) => id);
  await tellFindings(tx, source, key.tenantId, fresh, ended);
  return fresh;
}
