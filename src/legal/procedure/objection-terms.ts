import {
  adjournedObjectionDecisionTermAfter,
  latePostTermAfter,
  objectionDecisionTermAfter,
  objectionDecisionTermWithCommitteeAfter,
  objectionTermAfter,
} from '../calendar/enforcement-terms';
import { type ForwardTerm } from '../calendar/term';
import { type PlainDate } from '../kernel/plain-date';
import { type CaseState, type CaseTerm } from './case';

export interface ObjectionDecisionTerm extends ForwardTerm {
  readonly code: Extract<CaseTerm['code'], `objection_decision${string}`>;
  readonly from: PlainDate;
}

/** Awb art. 7:10: from the end of the term for objection; null without an objection. */
export function objectionDecisionTerm(state: CaseState): ObjectionDecisionTerm | null {
  const { objection, notifiedOn } = state;
  if (objection === null || notifiedOn === null) return null;
  const from = objectionTermAfter(notifiedOn).lastDay;
  const { withCommittee } = objection;
  if (objection.adjourned) {
    const term = adjournedObjectionDecisionTermAfter(from, withCommittee);
    return { code: 'objection_decision_adjourned', from, ...term };
  }
  return withCommittee
    ? {
        code: 'objection_decision_committee',
        from,
        ...objectionDecisionTermWithCommitteeAfter(from),
      }
    : { code: 'objection_decision', from, ...objectionDecisionTermAfter(from) };
}

/** Awb arts. 6:7 and 6:24: the term for the next step of protection, and the post that may follow. */
export interface ProtectionTerm {
  readonly code: 'objection' | 'appeal' | 'higher_appeal';
  readonly from: PlainDate;
  readonly lastDay: PlainDate;
  readonly postUntil: PlainDate;
}

function protectionTerm(code: ProtectionTerm['code'], from: PlainDate): ProtectionTerm {
  const { lastDay } = objectionTermAfter(from);
  return { code, from, lastDay, postUntil: latePostTermAfter(lastDay).lastDay };
}

/** Every term for objection and appeal that has begun, oldest first. */
export function protectionTerms({
  collection,
  notifiedOn,
  objection,
  appeals,
}: CaseState): readonly ProtectionTerm[] {
  if (collection === 'none' || notifiedOn === null) return [];
  const told = objection?.decisionNotifiedOn ?? null;
  const judged = appeals[0]?.judgment?.on ?? null;
  return [
    protectionTerm('objection', notifiedOn),
    ...(told === null ? [] : [protectionTerm('appeal', told)]),
    ...(judged === null ? [] : [protectionTerm('higher_appeal', judged)]),
  ];
}
