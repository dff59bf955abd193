import { powerHolds } from './guards';
import { inPhase, type Check, type Steps } from './step';

const powerStillHolds: Check = (state, on) =>
  state.phase === 'decided_fine' ? powerHolds(state, on) : null;

/** A decision works once it was made known; the terms run from the day after (Awb art. 6:8). */
export const NOTIFICATION_STEPS: Steps<'notify'> = {
  notify: {
    roles: ['overseer'],
    checks: [inPhase('decided_fine', 'decided_no_fine'), powerStillHolds],
    take: ({ state, on }) =>
      state.phase === 'decided_fine'
        ? { phase: 'notified', notifiedOn: on, protection: 'open', collection: 'due' }
        : { phase: 'notified', notifiedOn: on, ended: { on, reason: 'no_fine' } },
  },
};
