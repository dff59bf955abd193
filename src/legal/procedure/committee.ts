import { fineable, notYet, powerHolds, reportDrawn } from './guards';
import { preparedDecision } from './people';
import { refused } from '../kernel/refusal';
import { inPhase, refuseIf, textMissing, type Check, type Steps } from './step';
import { adviceTerm } from './suspension';

const viewsAsked: Check = ({ views, phase }) =>
  views === null ? refused('views_not_asked', { phase }) : null;

const adviceAwaited = notYet(({ advice }) => advice?.receivedOn);

const withinSixWeeks: Check = (state, on) => {
  if (state.advice === null) return null;
  const { lastDay } = adviceTerm(state, state.advice, on);
  return refuseIf(on > lastDay, 'term_passed', { lastDay });
};

const notExtended: Check = ({ advice }) =>
  refuseIf(advice?.extended === true, 'already_done', { extended: true });

/** The advice on an intended decision (Bfpp arts. 2 and 3). */
export const COMMITTEE_STEPS: Steps<'send_to_committee' | 'extend_advice' | 'receive_advice'> = {
  send_to_committee: {
    roles: ['overseer'],
    checks: [
      fineable,
      reportDrawn,
      viewsAsked,
      notYet(({ advice }) => advice?.sentOn),
      inPhase('views_asked'),
      powerHolds,
    ],
    take: ({ on }) => ({
      phase: 'at_committee',
      advice: { sentOn: on, extended: false, receivedOn: null, advice: null, text: null },
    }),
  },
  extend_advice: {
    roles: ['committee_member', 'committee_secretary'],
    checks: [inPhase('at_committee'), adviceAwaited, notExtended, withinSixWeeks],
    refuses: preparedDecision,
    take: ({ state: { advice } }) => ({
      advice: advice === null ? null : { ...advice, extended: true },
    }),
  },
  receive_advice: {
    roles: ['committee_member', 'committee_secretary'],
    checks: [inPhase('at_committee'), adviceAwaited],
    refuses: (moment, { text }) => preparedDecision(moment) ?? textMissing(text, 'text'),
    take: ({ state, on }, { advice, text }) => ({
      advice: state.advice === null ? null : { ...state.advice, receivedOn: on, advice, text },
    }),
  },
};
