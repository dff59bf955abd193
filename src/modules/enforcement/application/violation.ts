import { type Violation } from '../../../legal/fines/propose-fine';
import { type EuroCents, euroCents, sum } from '../../../legal/kernel/euro-cents';
import { addDays, daysBetween, plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { daysLate } from '../../../legal/rules/notice-timeliness';
import { type Finding } from '../../../legal/rules/finding';
import { type StoredDuty } from '../../judgements/public';
import { type ProposalContent } from '../persistence/proposal-content';
import { type Fineable } from './payer';

/** Of a late notice: the duty, and the day it was filed after all. */
export interface LateNotice {
  readonly duty: Pick<StoredDuty, 'content'>;
  readonly filedOn: PlainDate | null;
}

/** A gift from abroad stays forbidden when it was passed on (art. 23a lid 1); others are mended. */
export function isMended(finding: Finding): boolean {
  return finding.remedy?.open === 0 && finding.rule !== 'WFPP-23a-1';
}

/**
 * The day on which the law was first broken. Of a late notice the day after the last day of the Act,
 * also where more days are allowed before anything follows (D1): it makes the five years end sooner.
 */
export function violatedOnOf(finding: Finding, notice: LateNotice | null): PlainDate {
  return notice === null ? finding.since : addDays(notice.duty.content.due.statutory.lastDay, 1);
}

function amountInvolved(finding: Finding): EuroCents {
  return euroCents(finding.remedy?.total ?? sum(finding.contributions.map(({ amount }) => amount)));
}

function lateness(finding: Finding, notice: LateNotice | null, on: PlainDate): number {
  if (notice !== null) return daysLate(notice.duty.content, notice.filedOn ?? on);
  if (finding.filing === undefined) return 0;
  const { lastDay, filedOn } = finding.filing;
  return Math.max(0, daysBetween(lastDay, filedOn ?? on));
}

function wasRepaired(finding: Finding, notice: LateNotice | null): boolean {
  const filedOn = notice?.filedOn ?? finding.filing?.filedOn ?? null;
  // A filing that came but lacks a part is only repaired once the part is there.
  return (
    (filedOn !== null && (finding.filing?.part ?? null) === null) || finding.remedy?.open === 0
  );
}

/** How late it is on a day, from a proposal: what was not done by then is later every day. */
export function daysLateOn(
  { violation, notice, finding, calculatedOn }: ProposalContent,
  on: PlainDate,
): number {
  const done = notice === null ? (finding.filing?.filedOn ?? null) : notice.filedOn;
  const counts = notice !== null || finding.filing !== undefined;
  if (!counts || done !== null) return violation.daysLate;
  return violation.daysLate + Math.max(0, daysBetween(plainDate(calculatedOn), on));
}

/** What the fine schedule asks of a finding. */
export function violationOf(
  found: { readonly finding: Finding; readonly notice: LateNotice | null },
  payer: Fineable,
  earlierViolations: readonly PlainDate[],
  on: PlainDate,
): Violation {
  const { finding, notice } = found;
  return {
    rule: payer.rule,
    basis: finding.basis,
    violatedOn: violatedOnOf(finding, notice),
    decidedOn: on,
    daysLate: lateness(finding, notice, on),
    amountInvolved: amountInvolved(finding),
    earlierViolations,
    // The party told of it before anyone asked: what came late was told after its term.
    selfReported: notice === null && finding.filing === undefined,
    repaired: wasRepaired(finding, notice),
  };
}
