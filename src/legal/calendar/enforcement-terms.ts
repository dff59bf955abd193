import { type PlainDate } from '../kernel/plain-date';
import { statutoryTerm, statutoryTermAfter } from './statutory-term';
import { termAfter, type ForwardTerm } from './term';

/** Awb art. 5:51: decide within 13 weeks of the dated report. Longer than 12 weeks: not moved. */
export function fineDecisionTermAfter(reportDrawnOn: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.decision_term', reportDrawnOn);
}

/** Bfpp art. 3 lid 1: the committee advises on an intended decision. */
export function fineAdviceTermAfter(sentOn: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.advice_term', sentOn);
}

/** Bfpp art. 3 lid 1: the longest the advice may take. Counted on from the unmoved last day. */
export function extendedFineAdviceTermAfter(sentOn: PlainDate): ForwardTerm {
  const { count } = statutoryTerm('fine.advice_term', sentOn);
  const extension = statutoryTerm('fine.advice_extension', sentOn);
  return termAfter(sentOn, { count: count + extension.count, unit: extension.unit });
}

/** Awb art. 6:7 and 6:8: objection or appeal, from the day the decision was notified. */
export function objectionTermAfter(notifiedOn: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.objection_term', notifiedOn);
}

/** Awb art. 4:87 lid 1: payment of the fine. */
export function paymentTermAfter(notifiedOn: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.payment_term', notifiedOn);
}

/** Awb art. 7:10: from the last day on which objection could be made. */
export function objectionDecisionTermAfter(lastDayToObject: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.objection_decision_term', lastDayToObject);
}

/** Awb art. 7:10: the same when a committee advises. */
export function objectionDecisionTermWithCommitteeAfter(lastDayToObject: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.objection_decision_term_with_committee', lastDayToObject);
}

/** Awb art. 4:112: to pay after the dunning notice was sent. */
export function dunningTermAfter(sentOn: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.dunning_term', sentOn);
}

/** Awb art. 5:44 lid 3: the prosecutor's silence frees the fine. More than 12 weeks: not moved. */
export function prosecutorTermAfter(sentOn: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.prosecutor_term', sentOn);
}

/** Awb art. 6:9 lid 2: posted in time, received within a week after the term. */
export function latePostTermAfter(lastDayToObject: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.late_post', lastDayToObject);
}

/** Awb art. 7:10 lid 3: the decision on the objection put off, from the unmoved last day. */
export function adjournedObjectionDecisionTermAfter(
  lastDayToObject: PlainDate,
  withCommittee: boolean,
): ForwardTerm {
  const term = withCommittee ? objectionDecisionTermWithCommitteeAfter : objectionDecisionTermAfter;
  return statutoryTermAfter('fine.objection_adjournment', term(lastDayToObject).naiveLastDay);
}

/** Awb arts. 4:104 and 4:106: five years from the end of the payment term or an interruption. */
export function collectionTermAfter(from: PlainDate): ForwardTerm {
  return statutoryTermAfter('fine.collection_lapses', from);
}

/**
 * Awb art. 5:45 lid 1: the last day of the five years, suspension aside. The day of the violation is
 * day zero, so the power has lapsed from the day after.
 */
export function finePowerLapsesOn(violatedOn: PlainDate): PlainDate {
  return statutoryTermAfter('fine.power_lapses', violatedOn).lastDay;
}

/** Wfpp art. 29b lid 1: an affiliate or candidate reports a contribution to its party. */
export function internalCapReportTermAfter(receivedOn: PlainDate): ForwardTerm {
  return statutoryTermAfter('internal_cap_report', receivedOn);
}
