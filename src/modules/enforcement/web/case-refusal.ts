import { type Refused } from '../../../legal/kernel/refusal';
import { type CaseCommandType } from '../../../legal/procedure/case';
import { StepProblem } from '../../../platform/http/problem';
import { type CorrectionRefusal } from '../application/correct-letter';
import { type SubmitRefusal } from '../application/submit-to-case';
import { type OpenRefusal, type StepRefusal } from '../application/case-view';

type Reason = StepRefusal | OpenRefusal | SubmitRefusal | CorrectionRefusal;

const WORDS: Readonly<Record<Reason, string>> = {
  role_may_not: 'Your role, or your earlier part in this case, does not allow this step.',
  not_in_this_phase: 'The case does not stand where this step can be taken.',
  case_has_ended: 'The case has ended.',
  not_fineable: 'This cannot be fined (Wfpp art. 37 lid 1): no step leads to a fine.',
  power_lapsed: 'The power to fine has lapsed (Awb art. 5:45).',
  at_prosecutor: 'The file is with the public prosecutor (Awb art. 5:44).',
  report_missing: 'No report was drawn up (Awb art. 5:53 lid 2).',
  views_not_asked: 'Views were not asked (Awb art. 5:53 lid 3).',
  views_term_running: 'The term for views still runs.',
  advice_missing: 'The committee has not advised and its term still runs (Bfpp art. 3 lid 1).',
  second_person_needed: 'Who drafted a decision in this case does not decide in it.',
  content_changed: 'This is not the version that waits for a decision. Read the newest one.',
  no_draft: 'No draft waits for a decision.',
  draft_pending: 'A draft waits for a decision. Withdraw it first.',
  above_ceiling: 'The amount is above the highest fine for this violation (Wfpp art. 37 lid 4).',
  amount_not_positive: 'The amount must be above zero.',
  above_outstanding: 'The amount is above what is owed.',
  higher_than_before: 'An objection or appeal does not make the fine higher.',
  day_in_the_past: 'The last day must lie after today.',
  term_running: 'A term still runs.',
  term_passed: 'The term has passed.',
  already_done: 'This was done before.',
  hearing_missing: 'Nobody was heard and no hearing was waived (Awb art. 7:2).',
  not_dunned: 'No dunning notice was sent (Awb art. 4:114).',
  nothing_to_repay: 'Nothing has to be paid back.',
  already_decided: 'This was decided before (Awb art. 5:43).',
  text_missing: 'A text that this step rests on is empty.',
  changed_meanwhile: 'Somebody took a step in this case in the meantime. Read it again.',
  already_open: 'There is a case for this cause.',
  rule_unknown: 'This is no rule that can be broken.',
  no_finding: 'The group has nobody whom this can be addressed to.',
  day_in_the_future: 'The day of the violation lies in the future.',
  already_corrected: 'Another letter puts this one right. Correct that one.',
  not_asked: 'As the case was told to you, it does not wait for this.',
};

/** 409 with the reason, the facts and what can be done instead. */
export function refusedProblem(
  { reason, facts }: Refused<Reason>,
  possible: readonly CaseCommandType[] = [],
): StepProblem {
  return new StepProblem(`case.${reason}`, WORDS[reason], { reason, facts, possible });
}
