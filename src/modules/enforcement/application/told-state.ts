import {
  type CaseState,
  type DecidedFact,
  type Phase,
  type CaseTerm,
} from '../../../legal/procedure/case';

/** Ended or made known: here the party is told where the case stands. */
const KNOWN: readonly Phase[] = ['notified', 'dismissed', 'prosecuted', 'lapsed', 'repair_offered'];

function toldPhase({ phase, views, repair }: CaseState): Phase {
  if (KNOWN.includes(phase)) return phase;
  if (views !== null) return 'views_asked';
  return repair === null ? 'under_review' : 'repair_offered';
}

function isTold(state: CaseState, { purpose }: DecidedFact): boolean {
  if (purpose === 'objection') return (state.objection?.decisionNotifiedOn ?? null) !== null;
  return purpose === 'set_off' || state.notifiedOn !== null;
}

/**
 * The case as the party may know it: no draft, no advice, nothing of the prosecutor, no names of
 * staff, no decision before it was sent, and where it stands as the party was told.
 */
export function toldState(state: CaseState): CaseState {
  const { report, views } = state;
  return {
    ...state,
    phase: toldPhase(state),
    prosecutor: null,
    report: report === null || views === null ? null : { ...report, drawnBy: '' },
    advice: null,
    draft: null,
    draftsMade: 0,
    decisions: state.decisions
      .filter((decision) => isTold(state, decision))
      .map((decision) => ({ ...decision, draftedBy: '', approvedBy: '' })),
  };
}

const INTERNAL_TERMS: readonly CaseTerm['code'][] = [
  'prosecutor',
  'advice',
  'advice_extended',
  'decision',
  'power_lapses',
  'collection_lapses',
];

/** The terms that concern the party. */
export function toldTerms(terms: readonly CaseTerm[]): readonly CaseTerm[] {
  return terms.filter(({ code }) => !INTERNAL_TERMS.includes(code));
}
