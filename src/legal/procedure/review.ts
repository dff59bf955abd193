import {
  dayInThePast,
  inPhase,
  notInThisPhase,
  refuseIf,
  textMissing,
  type Check,
  type Steps,
} from './step';
import { notYet, OPEN_PHASES } from './guards';

const REVIEWED = inPhase('under_review', 'repair_offered');

/** A question that still waits for its answer is not asked again. */
const noQuestionOpen: Check = ({ informationAsked }, on) =>
  refuseIf(
    informationAsked !== null &&
      informationAsked.answeredOn === null &&
      on <= informationAsked.lastDay,
    'already_done',
    { lastDay: informationAsked?.lastDay ?? '' },
  );

const informationWasAsked: Check = (state) =>
  state.informationAsked === null ? notInThisPhase(state) : null;

const repairWasOffered: Check = (state) => (state.repair === null ? notInThisPhase(state) : null);

/** Signal, review and the term for repair (law.md 8.2; Awb arts. 5:16 and 5:17, Wfpp art. 36). */
export const REVIEW_STEPS: Steps<
  | 'start_review'
  | 'request_information'
  | 'receive_information'
  | 'offer_repair'
  | 'report_repair'
  | 'dismiss'
> = {
  start_review: {
    roles: ['overseer'],
    checks: [inPhase('signal')],
    take: () => ({ phase: 'under_review' }),
  },
  request_information: {
    roles: ['overseer'],
    checks: [REVIEWED, noQuestionOpen],
    refuses: ({ on }, { question, lastDay }) =>
      textMissing(question, 'question') ?? dayInThePast(lastDay, on),
    take: ({ on }, { question, lastDay }) => ({
      informationAsked: { question, on, lastDay, answeredOn: null },
    }),
  },
  receive_information: {
    roles: ['overseer', 'party'],
    checks: [
      inPhase(...OPEN_PHASES),
      informationWasAsked,
      notYet(({ informationAsked }) => informationAsked?.answeredOn),
    ],
    take: ({ state: { informationAsked }, on }) => ({
      informationAsked: informationAsked === null ? null : { ...informationAsked, answeredOn: on },
    }),
  },
  offer_repair: {
    roles: ['overseer'],
    checks: [REVIEWED, notYet(({ repair }) => repair?.offeredOn)],
    refuses: ({ on }, { lastDay }) => dayInThePast(lastDay, on),
    take: ({ on }, { lastDay }) => ({
      phase: 'repair_offered',
      repair: { offeredOn: on, lastDay, reportedOn: null },
    }),
  },
  report_repair: {
    roles: ['overseer', 'party'],
    checks: [inPhase(...OPEN_PHASES), repairWasOffered, notYet(({ repair }) => repair?.reportedOn)],
    take: ({ state: { repair }, on }) => ({
      repair: repair === null ? null : { ...repair, reportedOn: on },
    }),
  },
  dismiss: {
    roles: ['overseer'],
    // After the intention was told, only a written decision ends the case (Awb 5:50 lid 2).
    checks: [inPhase('signal', 'under_review', 'repair_offered', 'report_drawn')],
    refuses: (_, { reason }) => textMissing(reason, 'reason'),
    take: ({ on }, { reason }) => ({ phase: 'dismissed', ended: { on, reason } }),
  },
};
