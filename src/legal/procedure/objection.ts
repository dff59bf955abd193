import { latePostTermAfter, objectionTermAfter } from '../calendar/enforcement-terms';
import { type PlainDate } from '../kernel/plain-date';
import { type CaseState } from './case';
import { notYet } from './guards';
import { newestDecision } from './money';
import { objectionDecisionTerm } from './objection-terms';
import { notInThisPhase, refuseIf, type Check, type Steps } from './step';

/** Awb arts. 6:7 to 6:9: received within the term, or posted in it and received within a week after. */
export function objectedInTime(
  notifiedOn: PlainDate,
  receivedOn: PlainDate,
  postedOn: PlainDate | null,
): boolean {
  const { lastDay } = objectionTermAfter(notifiedOn);
  if (receivedOn <= lastDay) return true;
  const postedInTime = postedOn !== null && postedOn <= lastDay;
  return postedInTime && receivedOn <= latePostTermAfter(lastDay).lastDay;
}

const pending: Check = (state) => (state.protection === 'objection' ? null : notInThisPhase(state));

const undecided: Check = (state) =>
  newestDecision(state, 'objection') === null ? null : notInThisPhase(state);

const decided: Check = (state) =>
  newestDecision(state, 'objection') === null ? notInThisPhase(state) : null;

const PENDING = [pending, undecided];

const notHeard: Check = ({ objection }) =>
  refuseIf(objection?.heardOn !== null || objection.hearingWaived, 'already_done', {
    heardOn: objection?.heardOn ?? '',
  });

const termRuns: Check = (state, on) => {
  const { lastDay } = objectionDecisionTerm(state) ?? { lastDay: on };
  return refuseIf(on > lastDay, 'term_passed', { lastDay });
};

/** Also after the term: an objection that is late is decided upon all the same. */
const objectable: Check = (state) =>
  state.protection === 'open' || state.protection === 'final' ? null : notInThisPhase(state);

const notReferred: Check = ({ objection }) =>
  refuseIf(objection?.withCommittee === true, 'already_done', { withCommittee: true });

const notAdjourned: Check = ({ objection }) =>
  refuseIf(objection?.adjourned === true, 'already_done', { adjourned: true });

function objectionWith(
  { objection }: CaseState,
  change: Partial<NonNullable<CaseState['objection']>>,
): Pick<CaseState, 'objection'> {
  return { objection: objection === null ? null : { ...objection, ...change } };
}

/** The objection up to the decision on it (Awb chapters 6 and 7). It does not stop payment (6:16). */
export const OBJECTION_STEPS: Steps<
  | 'receive_objection'
  | 'refer_objection_to_committee'
  | 'hold_hearing'
  | 'waive_hearing'
  | 'adjourn_objection'
  | 'notify_objection_decision'
> = {
  receive_objection: {
    roles: ['overseer', 'party'],
    checks: [notYet(({ objection }) => objection?.receivedOn), objectable],
    take: ({ state: { notifiedOn }, on }, { postedOn }) => ({
      protection: 'objection',
      finalOn: null,
      objection: {
        receivedOn: on,
        inTime: notifiedOn !== null && objectedInTime(notifiedOn, on, postedOn),
        withCommittee: false,
        heardOn: null,
        hearingWaived: false,
        adjourned: false,
        decisionNotifiedOn: null,
      },
    }),
  },
  refer_objection_to_committee: {
    roles: ['overseer'],
    checks: [...PENDING, notReferred],
    take: ({ state }) => objectionWith(state, { withCommittee: true }),
  },
  hold_hearing: {
    roles: ['overseer'],
    checks: [...PENDING, notHeard],
    take: ({ state, on }) => objectionWith(state, { heardOn: on }),
  },
  waive_hearing: {
    roles: ['overseer'],
    checks: [...PENDING, notHeard],
    take: ({ state }) => objectionWith(state, { hearingWaived: true }),
  },
  adjourn_objection: {
    roles: ['overseer'],
    checks: [...PENDING, notAdjourned, termRuns],
    take: ({ state }) => objectionWith(state, { adjourned: true }),
  },
  notify_objection_decision: {
    roles: ['overseer'],
    checks: [pending, decided],
    take: ({ state, on }) => ({
      protection: 'objection_decided',
      ...objectionWith(state, { decisionNotifiedOn: on }),
    }),
  },
};
