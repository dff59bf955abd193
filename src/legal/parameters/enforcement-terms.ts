import { timeline } from '../kernel/timeline';
import { defineParameter, type Parameter, type ParameterScope } from './parameter';

interface Wording<Key extends string> {
  readonly key: Key;
  readonly count: number;
  readonly unit: 'weeks' | 'months' | 'years';
  readonly per: ParameterScope;
  readonly source: string;
}

function term<const Key extends string>(wording: Wording<Key>): Parameter<Key, number> {
  const { key, count, unit, per, source } = wording;
  const values = timeline(
    ['2013-05-01', count, 'Assumed the same as from 2023', 'unverified'],
    ['2023-01-01', count, source],
  );
  return defineParameter({ key, unit, operator: '<=', per, values });
}

/** From the dated report to the decision on the fine; a term of order. */
export const fineDecisionTerm = term({
  key: 'fine.decision_term',
  count: 13,
  unit: 'weeks',
  per: 'violation',
  source: 'Awb art. 5:51; ECLI:NL:RVS:2023:3702',
});

/** The advice of the committee on an intended decision. */
export const fineAdviceTerm = term({
  key: 'fine.advice_term',
  count: 6,
  unit: 'weeks',
  per: 'violation',
  source: 'Bfpp art. 3 lid 1',
});

/** By how much the advice may be put off, counted from its unmoved last day. */
export const fineAdviceExtension = term({
  key: 'fine.advice_extension',
  count: 2,
  unit: 'weeks',
  per: 'violation',
  source: 'Bfpp art. 3 lid 1',
});

/** From notification of a decision to the last day of objection or appeal. */
export const objectionTerm = term({
  key: 'fine.objection_term',
  count: 6,
  unit: 'weeks',
  per: 'decision',
  source: 'Awb art. 6:7 and 6:8',
});

/** From notification of the fine to the last day of payment. */
export const paymentTerm = term({
  key: 'fine.payment_term',
  count: 6,
  unit: 'weeks',
  per: 'decision',
  source: 'Awb art. 4:87 lid 1',
});

/** From the end of the objection term to the decision on the objection, without a committee. */
export const objectionDecisionTerm = term({
  key: 'fine.objection_decision_term',
  count: 6,
  unit: 'weeks',
  per: 'decision',
  source: 'Awb art. 7:10',
});

/** The same when a committee advises on the objection. */
export const objectionDecisionTermWithCommittee = term({
  key: 'fine.objection_decision_term_with_committee',
  count: 12,
  unit: 'weeks',
  per: 'decision',
  source: 'Awb art. 7:10',
});

/** From sending the dunning notice to its last day. */
export const dunningTerm = term({
  key: 'fine.dunning_term',
  count: 2,
  unit: 'weeks',
  per: 'decision',
  source: 'Awb art. 4:112',
});

/** An act that may be an offence goes to the prosecutor; after so much silence the fine is free. */
export const prosecutorTerm = term({
  key: 'fine.prosecutor_term',
  count: 13,
  unit: 'weeks',
  per: 'violation',
  source: 'Awb art. 5:44 lid 3',
});

/** An objection that was posted in time may be received this long after its term. */
export const latePostTerm = term({
  key: 'fine.late_post',
  count: 1,
  unit: 'weeks',
  per: 'decision',
  source: 'Awb art. 6:9 lid 2',
});

/** By how much the decision on an objection may be put off, from its unmoved last day. */
export const objectionAdjournment = term({
  key: 'fine.objection_adjournment',
  count: 6,
  unit: 'weeks',
  per: 'decision',
  source: 'Awb art. 7:10 lid 3',
});

/** From the end of the payment term, or from what interrupted it, until the claim lapses. */
export const collectionYears = term({
  key: 'fine.collection_lapses',
  count: 5,
  unit: 'years',
  per: 'decision',
  source: 'Awb art. 4:104 lid 1 and art. 4:106',
});

/** After the violation the power to fine lapses. */
export const finePowerYears = term({
  key: 'fine.power_lapses',
  count: 5,
  unit: 'years',
  per: 'violation',
  source: 'Awb art. 5:45 lid 1',
});

/** After its reference date a new party applies for subsidy. */
export const newPartySubsidyTerm = term({
  key: 'subsidy.new_party_application',
  count: 4,
  unit: 'months',
  per: 'party',
  source: 'Wfpp art. 15',
});
