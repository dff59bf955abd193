import { fineable, notYet, powerHolds, reportDrawn } from './guards';
import {
  dayInThePast,
  inPhase,
  notInThisPhase,
  refuseIf,
  textMissing,
  type Check,
  type Steps,
} from './step';

/** A repair that was offered is waited for: it may end the case. */
const repairAwaited: Check = ({ repair }, on) =>
  refuseIf(repair !== null && repair.reportedOn === null && on <= repair.lastDay, 'term_running', {
    lastDay: repair?.lastDay ?? '',
  });

const viewsAsked: Check = (state) => (state.views === null ? notInThisPhase(state) : null);

/** The dated report and the request for views (Awb arts. 5:48, 5:50 and 5:53). */
export const REPORT_STEPS: Steps<'draw_report' | 'ask_views' | 'receive_views'> = {
  draw_report: {
    roles: ['overseer'],
    checks: [fineable, inPhase('under_review', 'repair_offered'), powerHolds, repairAwaited],
    refuses: (_, { text }) => textMissing(text, 'text'),
    take: ({ on, actor }, { text }) => ({
      phase: 'report_drawn',
      report: { drawnOn: on, drawnBy: actor.id, text },
    }),
  },
  ask_views: {
    roles: ['overseer'],
    checks: [
      fineable,
      reportDrawn,
      notYet(({ views }) => views?.askedOn),
      inPhase('report_drawn'),
      powerHolds,
    ],
    refuses: ({ on }, { lastDay }) => dayInThePast(lastDay, on),
    take: ({ on }, { lastDay }) => ({
      phase: 'views_asked',
      views: { askedOn: on, lastDay, receivedOn: null },
    }),
  },
  receive_views: {
    roles: ['overseer', 'party'],
    checks: [
      inPhase('views_asked', 'at_committee'),
      viewsAsked,
      notYet(({ views }) => views?.receivedOn),
    ],
    take: ({ state: { views }, on }) => ({
      views: views === null ? null : { ...views, receivedOn: on },
    }),
  },
};
