import { type Refused } from '../../../legal/kernel/refusal';
import { StepProblem } from '../../../platform/http/problem';
import { type StepRefusal } from '../application/safety-steps';

const WORDS: Readonly<Record<StepRefusal, string>> = {
  no_request: 'There is no such request.',
  changed_meanwhile: 'Somebody took a step in the meantime. Read the request again.',
  decided_before: 'This request was decided.',
  role_may_not: 'Your role, or your earlier part in this request, does not allow this step.',
  not_now: 'This step cannot be taken now.',
  advice_first: 'The committee has not advised and its term still runs (Bfpp art. 3).',
  no_draft: 'No draft waits for a decision.',
  second_person_needed: 'Who drafted the decision does not decide.',
};

/** 409 with the reason. */
export function safetyProblem({ reason, facts }: Refused<StepRefusal>): StepProblem {
  return new StepProblem(`safety.${reason}`, WORDS[reason], { reason, facts, possible: [] });
}
