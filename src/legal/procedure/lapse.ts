import { collectionTermAfter } from '../calendar/enforcement-terms';
import { type PlainDate } from '../kernel/plain-date';
import { type CaseState, type Phase } from './case';
import { collectionCountsFrom } from './collection-terms';
import { OPEN_PHASES } from './guards';
import { COLLECTING } from './money';
import { notInThisPhase, refuseIf, type Check, type Steps } from './step';
import { powerTerm } from './suspension';

const BEFORE_NOTICE: readonly Phase[] = [...OPEN_PHASES, 'decided_fine'];

function powerCanLapse({ phase }: CaseState): boolean {
  return BEFORE_NOTICE.includes(phase);
}

/** The last day before a case or its collection lapses; null when neither can. */
export function lapsesAfter(state: CaseState, on: PlainDate): PlainDate | null {
  if (powerCanLapse(state)) return powerTerm(state, on).lastDay;
  const from = collectionCountsFrom(state);
  if (from === null || !COLLECTING.includes(state.collection)) return null;
  return collectionTermAfter(from).lastDay;
}

const lapsed: Check = (state, on) => {
  const lastDay = lapsesAfter(state, on);
  return lastDay === null
    ? notInThisPhase(state)
    : refuseIf(on <= lastDay, 'term_running', { lastDay });
};

/** Awb art. 5:45: the power to fine; art. 4:104: the claim. */
export const LAPSE_STEPS: Steps<'lapse'> = {
  lapse: {
    roles: ['system'],
    checks: [lapsed],
    take: ({ state, on }) =>
      powerCanLapse(state)
        ? { phase: 'lapsed', ended: { on, reason: 'power_lapsed' } }
        : { collection: 'lapsed' },
  },
};
