import { ZERO } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { accepted, type Accepted, refused, type Refused } from '../kernel/refusal';
import { type CaseActor, type CaseCommand, type CaseRefusal, type CaseState } from './case';
import { amountToRepay, COLLECTING, withMoney } from './money';
import { type CaseHistory } from './step';
import { blocked, stepOf } from './steps';

/** A fine ends when nothing can be brought against it, nothing is owed and nothing goes back. */
function withEnd(state: CaseState, on: PlainDate): CaseState {
  if (state.ended !== null) return { ...state, draft: null };
  const settled = state.collection !== 'none' && !COLLECTING.includes(state.collection);
  const over = settled && state.protection === 'final' && amountToRepay(state) === ZERO;
  return over ? { ...state, draft: null, ended: { on, reason: state.collection } } : state;
}

/**
 * Takes one step in a case, or says why not. The only way from one state to another: what the law
 * asks before a step (law.md 8.1 to 8.3) is asked here, whatever the route.
 * @param on the day the step counts from, in Europe/Amsterdam
 */
export function applyCommand(
  state: CaseState,
  command: CaseCommand,
  actor: CaseActor,
  history: CaseHistory,
  on: PlainDate,
): Accepted<CaseState> | Refused<CaseRefusal> {
  const step = stepOf(command.type);
  if (!step.roles.includes(actor.role)) {
    return refused('role_may_not', { role: actor.role, step: command.type });
  }
  const moment = { state, on, actor, history };
  const refusal = blocked(state, command.type, on) ?? step.refuses?.(moment, command) ?? null;
  if (refusal !== null) return refusal;
  return accepted(withEnd(withMoney({ ...state, ...step.take(moment, command) }), on));
}

export { openCase } from './open-case';
export { type CaseHistory };
