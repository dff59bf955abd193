import { type CaseActor, type CaseCommandType, type CaseRole } from './case';
import { type Moment, type Refusal, refuseIf } from './step';

const COMMITTEE: readonly CaseRole[] = ['committee_member', 'committee_secretary'];
const PREPARING: readonly CaseCommandType[] = ['draft_decision', 'withdraw_draft'];

/** Bfpp art. 2 lid 6: who worked for the committee in this case never prepares or takes a decision. */
export function workedForCommittee({ actor, history }: Moment): Refusal | null {
  const seat = history.takenBy.find(
    (one) => one.actor === actor.id && COMMITTEE.includes(one.role),
  );
  return refuseIf(seat !== undefined, 'role_may_not', {
    article: 'Bfpp 2 lid 6',
    actedAs: seat?.role ?? '',
  });
}

/** The other side of Bfpp art. 2 lid 6: who prepared a decision in this case does not advise on it. */
export function preparedDecision({ actor, history }: Moment): Refusal | null {
  return refuseIf(hasPrepared(actor, history), 'role_may_not', { article: 'Bfpp 2 lid 6' });
}

/** Who drafted in this case never decides in it. */
export function sameAsDrafter({ actor, history, state }: Moment): Refusal | null {
  const drafted = state.draft?.draftedBy === actor.id || hasPrepared(actor, history);
  return refuseIf(drafted, 'second_person_needed', { draftedBy: state.draft?.draftedBy ?? '' });
}

function hasPrepared(actor: CaseActor, { takenBy }: Moment['history']): boolean {
  return takenBy.some(
    (one) => one.actor === actor.id && PREPARING.some((prepared) => prepared === one.type),
  );
}
