import { refused } from '../kernel/refusal';
import { type CaseState, type Phase } from './case';
import { adviceTerm, powerTerm, viewsTerm } from './suspension';
import { type Check, notInThisPhase, refuseIf } from './step';

/** Before a decision, and not at the prosecutor. */
export const OPEN_PHASES: readonly Phase[] = [
  'signal',
  'under_review',
  'repair_offered',
  'report_drawn',
  'views_asked',
  'at_committee',
];

const AFTER_DECISION: readonly Phase[] = ['decided_fine', 'decided_no_fine', 'notified'];

/** law.md 8.3: nothing that leads to a fine. */
export const fineable: Check = ({ subject }) =>
  refuseIf(!subject.fineable, 'not_fineable', { rule: subject.rule });

/** Awb art. 5:45. */
export const powerHolds: Check = (state, on) => {
  const { lastDay } = powerTerm(state, on);
  return refuseIf(on > lastDay, 'power_lapsed', { lastDay });
};

/** Awb art. 5:43: no second decision, and no fine after the written word that there will be none. */
export const notDecided: Check = ({ phase, decisions }) =>
  refuseIf(AFTER_DECISION.includes(phase), 'already_decided', {
    decidedOn: decisions.at(-1)?.decidedOn ?? '',
  });

/** Awb art. 5:53 lid 2: what is drawn up before anyone decides. */
export const reportDrawn: Check = (state) => {
  if (state.phase === 'signal') return notInThisPhase(state);
  return refuseIf(state.report === null, 'report_missing', { phase: state.phase });
};

/** Awb art. 5:53 lid 3: asked, and then received or not used in time. */
export const viewsHeard: Check = (state, on) => {
  const { views } = state;
  if (views === null) return refused('views_not_asked', { phase: state.phase });
  const { lastDay } = viewsTerm(state, views, on);
  return refuseIf(views.receivedOn === null && on <= lastDay, 'views_term_running', { lastDay });
};

/** Bfpp art. 3 lid 1: a fine waits for the advice, or for the end of its term. */
export const adviceHeard: Check = (state, on) => {
  const { advice } = state;
  if (advice === null) return refused('advice_missing', { phase: state.phase });
  const { lastDay } = adviceTerm(state, advice, on);
  return refuseIf(advice.receivedOn === null && on <= lastDay, 'advice_missing', { lastDay });
};

export const noDraftPending: Check = ({ draft }) =>
  draft === null
    ? null
    : refused('draft_pending', { purpose: draft.purpose, version: draft.version });

/** Refuses what was done before; `day` tells when, null when it was not. */
export function notYet(day: (state: CaseState) => string | null | undefined): Check {
  return (state) => {
    const done = day(state) ?? null;
    return done === null ? null : refused('already_done', { on: done });
  };
}
