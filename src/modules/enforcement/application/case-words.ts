import {
  type CaseCommand,
  type CaseCommandType,
  type CaseRole,
  type CaseState,
} from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';
import { type Audience } from './case-view';

const STAFF: readonly CaseRole[] = [
  'overseer',
  'decision_maker',
  'committee_member',
  'committee_secretary',
];

/** In which role of the procedure this transaction acts; null for who has no part in it. */
export function caseRoleOf(tx: Transaction): CaseRole | null {
  if (tx.scope.role === 'worker') return 'system';
  if (tx.scope.role === 'app') return 'party';
  return STAFF.find((role) => role === tx.scope.actorRole) ?? null;
}

const ARTICLES: Readonly<Partial<Record<CaseCommandType, string>>> = {
  start_review: 'Wfpp art. 36',
  request_information: 'Awb art. 5:16',
  receive_information: 'Awb art. 5:20',
  send_to_prosecutor: 'Wfpp art. 38',
  receive_prosecutor: 'Awb art. 5:44',
  resume_after_prosecutor: 'Awb art. 5:44',
  draw_report: 'Awb art. 5:48',
  ask_views: 'Awb art. 5:53 lid 3',
  receive_views: 'Awb art. 5:50',
  send_to_committee: 'Bfpp art. 3 lid 1',
  extend_advice: 'Bfpp art. 3 lid 1',
  receive_advice: 'Bfpp art. 3 lid 1',
  notify: 'Awb art. 3:41',
  receive_objection: 'Awb art. 6:7',
  refer_objection_to_committee: 'Awb art. 7:10',
  hold_hearing: 'Awb art. 7:2',
  waive_hearing: 'Awb art. 7:2',
  adjourn_objection: 'Awb art. 7:10',
  notify_objection_decision: 'Awb art. 7:10',
  lodge_appeal: 'Awb art. 6:24',
  become_final: 'Awb art. 6:7',
  record_payment: 'Awb art. 4:87 lid 1',
  payment_term_passed: 'Awb art. 4:97',
  dun: 'Awb art. 4:112',
  issue_writ: 'Awb art. 4:114',
  repay: 'Awb art. 4:102',
};

const DECIDED_BY = {
  fine: 'Awb art. 5:9',
  no_fine: 'Awb art. 5:50 lid 2',
  objection: 'Awb art. 7:10',
  set_off: 'Wfpp art. 37 lid 9',
} as const;

/** The article a step rests on; null where practice and not the law provides for it. */
export function articleOf(before: CaseState, command: CaseCommand): string | null {
  if (command.type === 'approve_decision')
    return before.draft === null ? null : DECIDED_BY[before.draft.purpose];
  if (command.type === 'lapse')
    return before.phase === 'notified' ? 'Awb art. 4:104' : 'Awb art. 5:45';
  return ARTICLES[command.type] ?? null;
}

/** Sent to the party, or done by it: from the first of these on the party sees the case. */
const TO_PARTY: readonly CaseCommandType[] = [
  'request_information',
  'offer_repair',
  'ask_views',
  'notify',
];

/** Shown to a party that knows of the case. */
const ABOUT_PARTY: readonly CaseCommandType[] = [
  'receive_information',
  'report_repair',
  'dismiss',
  'receive_views',
  'receive_objection',
  'refer_objection_to_committee',
  'hold_hearing',
  'waive_hearing',
  'adjourn_objection',
  'notify_objection_decision',
  'lodge_appeal',
  'receive_judgment',
  'become_final',
  'record_payment',
  'payment_term_passed',
  'dun',
  'issue_writ',
  'repay',
  'lapse',
];

export function audienceOf(before: CaseState, command: CaseCommand, knows: boolean): Audience {
  if (TO_PARTY.includes(command.type)) return 'party';
  if (!knows) return 'internal';
  const setOff = command.type === 'approve_decision' && before.draft?.purpose === 'set_off';
  return setOff || ABOUT_PARTY.includes(command.type) ? 'party' : 'internal';
}
