import { dunningTermAfter } from '../calendar/enforcement-terms';
import { refused } from '../kernel/refusal';
import { type Collection } from './case';
import { paymentLastDay } from './collection-terms';
import { notInThisPhase, refuseIf, type Check, type Steps } from './step';

function inCollection(wanted: Collection): Check {
  return (state) => (state.collection === wanted ? null : notInThisPhase(state));
}

/** While the payment term runs there is no default. */
const paymentTermOver: Check = (state, on) => {
  const lastDay = paymentLastDay(state);
  if (lastDay === null || state.collection !== 'due') return null;
  return refuseIf(on <= lastDay, 'term_running', { lastDay });
};

const notDunnedYet: Check = ({ collection, dunnedOn }) =>
  refuseIf(collection === 'dunned' || collection === 'writ', 'already_done', {
    dunnedOn: dunnedOn ?? '',
  });

/** Awb arts. 4:114 and 5:10: a writ follows a dunning notice that was not heeded. */
const dunned: Check = ({ collection, outstanding }) =>
  refuseIf(collection === 'due' || collection === 'in_default', 'not_dunned', {
    collection,
    outstanding,
  });

const dunningTermOver: Check = ({ dunnedOn }, on) => {
  if (dunnedOn === null) return refused('not_dunned', { on });
  const { lastDay } = dunningTermAfter(dunnedOn);
  return refuseIf(on <= lastDay, 'term_running', { lastDay });
};

/** From the end of the payment term to the bailiff (Awb arts. 4:97, 4:112 and 4:114). */
export const COLLECTING_STEPS: Steps<'payment_term_passed' | 'dun' | 'issue_writ'> = {
  payment_term_passed: {
    roles: ['system'],
    checks: [inCollection('due'), paymentTermOver],
    take: () => ({ collection: 'in_default' }),
  },
  dun: {
    roles: ['overseer'],
    checks: [paymentTermOver, notDunnedYet, inCollection('in_default')],
    take: ({ on }) => ({ collection: 'dunned', dunnedOn: on }),
  },
  issue_writ: {
    roles: ['overseer'],
    checks: [dunned, inCollection('dunned'), dunningTermOver],
    take: ({ on }) => ({ collection: 'writ', writOn: on }),
  },
};
