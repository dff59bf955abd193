import { termAnswer } from '../../reference/public';
import { type DutyAnswer, type FindingAnswer } from './judgement.answers';
import { type Finding, type NoticeDuty } from '../../../legal/rules/finding';
import { printReference } from '../../../legal/kernel/law-reference';

/** A finding as the API gives it: codes and facts; amounts in euro cents. */
export function findingView(finding: Finding): Readonly<FindingAnswer> {
  const { basis, remedy, ...rest } = finding;
  return {
    ...rest,
    article: printReference(basis),
    remedy: remedy === null ? null : { ...remedy, basis: printReference(remedy.basis) },
  };
}

/** A duty of art. 25a as the API gives it, with both readings of the term day by day. */
export function dutyView(duty: NoticeDuty): Readonly<DutyAnswer> {
  return {
    contribution: duty.contribution,
    recipient: duty.recipient,
    receivedOn: duty.receivedOn,
    totalAfter: duty.totalAfter,
    enforcedLastDay: duty.due.enforced.lastDay,
    statutoryLastDay: duty.due.statutory.lastDay,
    enforced: termAnswer(duty.due.enforced),
    statutory: termAnswer(duty.due.statutory),
    parameters: duty.parameters,
  };
}
