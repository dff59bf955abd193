import { internalCapReportTermAfter } from '../calendar/enforcement-terms';
import { type ForwardTerm } from '../calendar/term';
import { type Contribution } from '../facts/contribution';
import { type DonorKind } from '../facts/donor';
import { type Group } from '../facts/group';
import { type LawReference } from '../kernel/law-reference';
import { contains } from '../kernel/period';
import { addDays, type PlainDate } from '../kernel/plain-date';
import { isNotYetBound } from './bound';
import { finding } from './drafting';
import { type Finding } from './finding';
import { isAffiliate, membershipOn, statusOn } from './receipts';
import { AS_IN_FORCE, SINCE_THE_EVALUATION_ACT } from './rule';
import { see, seenOf } from './seen-parameter';

const CODE = 'WFPP-29b-1-WEEK';
const BASIS: LawReference = { law: 'Wfpp', article: '29b', paragraph: '1' };

/** What was received by someone of a group, and by what kind of donor. */
export interface ReportableContribution extends Pick<
  Contribution,
  'ref' | 'recipient' | 'amount' | 'receivedOn'
> {
  readonly donorKind: DonorKind;
}

/**
 * Art. 29b lid 1: an affiliate or candidate tells its party of every contribution within a week, so
 * that the party can hold the total against the cap. Not for what the group gives itself (lid 3),
 * and not on a blank list, where nobody is above the candidates.
 * @returns null when nothing has to be reported
 */
export function internalReportTerm(
  group: Group,
  { recipient, receivedOn, donorKind }: ReportableContribution,
): ForwardTerm | null {
  const kind = membershipOn(group, recipient, receivedOn)?.kind;
  if (kind === undefined || !(isAffiliate(kind) || kind === 'candidate')) return null;
  if (donorKind === 'group_member' || isNotYetBound(group, receivedOn)) return null;
  if (statusOn(group, receivedOn) === 'blank_list') return null;
  if (!contains(SINCE_THE_EVALUATION_ACT, receivedOn)) return null;
  return internalCapReportTermAfter(receivedOn);
}

/**
 * Nothing while the week runs or when it was met; then a finding. Without a known status nobody can
 * tell whether the Act bound the group (D19).
 * @param reportedOn the day the party was told, null when it was not
 */
export function judgeInternalReport(
  group: Group,
  contribution: ReportableContribution,
  reportedOn: PlainDate | null,
  on: PlainDate,
): readonly Finding[] {
  const term = internalReportTerm(group, contribution);
  const told = reportedOn !== null && reportedOn <= on ? reportedOn : null;
  if (term === null || (told ?? on) <= term.lastDay) return [];
  const known = statusOn(group, contribution.receivedOn) !== null;
  return [lateReport(contribution, told, addDays(term.lastDay, 1), known)];
}

function lateReport(
  { ref, recipient, amount, receivedOn }: ReportableContribution,
  told: PlainDate | null,
  since: PlainDate,
  known: boolean,
): Finding {
  const outcome = told === null ? 'not_reported' : 'reported_late';
  return finding({
    rule: CODE,
    basis: BASIS,
    severity: known ? 'finding' : 'undecided',
    outcome: known ? outcome : 'status_unknown',
    key: `${CODE}:${ref}`,
    recipient,
    contributions: [{ contribution: ref, recipient, amount, receivedOn }],
    amounts: [{ label: 'contribution', amount }],
    parameters: seenOf([see('internal_cap_report', receivedOn, AS_IN_FORCE)]),
    missing: [...(told === null ? ['internal_report'] : []), ...(known ? [] : ['group_status'])],
    since,
    documents: [{ kind: 'internal_report', ref, version: null, amount: null, on: told }],
  });
}
