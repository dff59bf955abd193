import { APPEAL_STEPS } from './appeal';
import { type CaseCommandType } from './case';
import { COLLECTING_STEPS } from './collecting';
import { COMMITTEE_STEPS } from './committee';
import { DRAFTING_STEPS } from './drafting';
import { LAPSE_STEPS } from './lapse';
import { NOTIFICATION_STEPS } from './notification';
import { OBJECTION_STEPS } from './objection';
import { PAYMENT_STEPS } from './payments';
import { PROSECUTION_STEPS } from './prosecution';
import { REPORT_STEPS } from './report-and-views';
import { REVIEW_STEPS } from './review';
import { firstRefusal, refuseIf, type Check, type Refusal, type AnyStep, type Steps } from './step';
import { type CaseState } from './case';
import { type PlainDate } from '../kernel/plain-date';

/** Every step of the procedure, in the order in which a case goes. */
export const STEPS: Steps<CaseCommandType> = {
  ...REVIEW_STEPS,
  ...PROSECUTION_STEPS,
  ...REPORT_STEPS,
  ...COMMITTEE_STEPS,
  ...DRAFTING_STEPS,
  ...NOTIFICATION_STEPS,
  ...OBJECTION_STEPS,
  ...APPEAL_STEPS,
  ...COLLECTING_STEPS,
  ...PAYMENT_STEPS,
  ...LAPSE_STEPS,
};

/** The only steps that the prosecutor's holding the file leaves open (Awb art. 5:44). */
const AT_PROSECUTOR: readonly CaseCommandType[] = ['receive_prosecutor', 'resume_after_prosecutor'];

const notEnded: Check = ({ ended, phase }) =>
  refuseIf(ended !== null, 'case_has_ended', {
    phase,
    on: ended?.on ?? '',
    reason: ended?.reason ?? '',
  });

export function stepOf(type: CaseCommandType): AnyStep {
  return STEPS[type];
}

/** What the case itself holds against a step, whoever would take it. */
export function blocked(state: CaseState, type: CaseCommandType, on: PlainDate): Refusal | null {
  const away: Check = ({ phase, prosecutor }) =>
    refuseIf(phase === 'at_prosecutor' && !AT_PROSECUTOR.includes(type), 'at_prosecutor', {
      sentOn: prosecutor?.sentOn ?? '',
    });
  return firstRefusal([notEnded, away, ...stepOf(type).checks], state, on);
}
