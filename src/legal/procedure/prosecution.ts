import { prosecutorTermAfter } from '../calendar/enforcement-terms';
import { type CaseState, type Phase } from './case';
import { notYet } from './guards';
import { inPhase, notInThisPhase, refuseIf, textMissing, type Check, type Steps } from './step';

const SENT_FROM: readonly Phase[] = [
  'under_review',
  'repair_offered',
  'report_drawn',
  'views_asked',
  'at_committee',
];

/** Where the case stood when the file went out: the furthest thing that was done. */
function phaseBefore({ advice, views, report, repair }: CaseState): Phase {
  if (advice !== null) return 'at_committee';
  if (views !== null) return 'views_asked';
  if (report !== null) return 'report_drawn';
  return repair === null ? 'under_review' : 'repair_offered';
}

/** At the prosecutor, or back after his silence: he may still prosecute until a decision is there. */
const fileKnown: Check = (state) => {
  if (state.phase === 'at_prosecutor') return null;
  const silent = state.prosecutor?.answer === 'silent' && SENT_FROM.includes(state.phase);
  return silent ? null : notInThisPhase(state);
};

const silentLongEnough: Check = ({ prosecutor }, on) => {
  if (prosecutor === null) return null;
  const { lastDay } = prosecutorTermAfter(prosecutor.sentOn);
  return refuseIf(on <= lastDay, 'term_running', { lastDay });
};

/** Una via (Awb art. 5:44): a possible offence goes to the prosecutor first (Wfpp art. 38). */
export const PROSECUTION_STEPS: Steps<
  'send_to_prosecutor' | 'receive_prosecutor' | 'resume_after_prosecutor'
> = {
  send_to_prosecutor: {
    roles: ['overseer'],
    checks: [inPhase(...SENT_FROM), notYet(({ prosecutor }) => prosecutor?.sentOn)],
    refuses: (_, { offence }) => textMissing(offence, 'offence'),
    take: ({ on }) => ({
      phase: 'at_prosecutor',
      prosecutor: { sentOn: on, answeredOn: null, answer: null },
    }),
  },
  receive_prosecutor: {
    roles: ['overseer'],
    checks: [fileKnown],
    refuses: ({ state }, { answer }) =>
      answer === 'waived' && state.phase !== 'at_prosecutor' ? notInThisPhase(state) : null,
    take: ({ state, on }, { answer }) => {
      const sentOn = state.prosecutor?.sentOn ?? on;
      // After his silence the days already ran on: the suspension ended then.
      const answeredOn = state.prosecutor?.answeredOn ?? on;
      const prosecutor = { sentOn, answeredOn, answer };
      return answer === 'waived'
        ? { phase: phaseBefore(state), prosecutor }
        : { phase: 'prosecuted', prosecutor, ended: { on, reason: 'prosecuted' } };
    },
  },
  resume_after_prosecutor: {
    roles: ['system'],
    checks: [inPhase('at_prosecutor'), silentLongEnough],
    take: ({ state, on }) => ({
      phase: phaseBefore(state),
      prosecutor: {
        sentOn: state.prosecutor?.sentOn ?? on,
        answeredOn: on,
        answer: 'silent',
      },
    }),
  },
};
