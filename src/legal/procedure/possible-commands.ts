import { type PlainDate } from '../kernel/plain-date';
import { type CaseCommandType, type CaseRole, type CaseState, type DraftDecision } from './case';
import { ALL_PURPOSES } from './drafting';
import { PURPOSES } from './purposes';
import { firstRefusal } from './step';
import { blocked, STEPS, stepOf } from './steps';

const TYPES = Object.keys(STEPS) as readonly CaseCommandType[];

/** The decisions that can be drafted today. */
export function possiblePurposes(
  state: CaseState,
  on: PlainDate,
): readonly DraftDecision['purpose'][] {
  if (blocked(state, 'draft_decision', on) !== null) return [];
  return ALL_PURPOSES.filter((purpose) => {
    return firstRefusal(PURPOSES[purpose].checks, state, on) === null;
  });
}

/**
 * The steps that a role can take today. What is asked and who asks it can still stand in the way:
 * a text that is missing, a drafter who would approve.
 */
export function possibleCommands(
  state: CaseState,
  role: CaseRole,
  on: PlainDate,
): readonly CaseCommandType[] {
  return TYPES.filter(
    (type) =>
      stepOf(type).roles.includes(role) &&
      blocked(state, type, on) === null &&
      (type !== 'draft_decision' || possiblePurposes(state, on).length > 0),
  );
}
