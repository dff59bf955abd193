import { type PlainDate } from '../kernel/plain-date';
import { inForceOn, type InForce, type Timeline } from '../kernel/timeline';
import { anonymousKeepUpTo } from './anonymous';
import { capCounting, capInKind, capMoney, internalCapReport } from './cap';
import { debt, debtPaidGraceDays } from './debt';
import { disclosureAnnual, disclosureElection } from './disclosure';
import {
  electionCandidateYearsBack,
  electionNewAssociationYearsBack,
  electionPartyYearsBack,
  electionPostFiling,
  electionPostPeriodStarts,
  electionPostPublication,
  electionPostShieldingAdvice,
  electionPublication,
  electionShieldingAdvice,
  electionWindowCloses,
  electionWindowOpens,
} from './election-terms';
import {
  collectionYears,
  dunningTerm,
  fineAdviceExtension,
  fineAdviceTerm,
  fineDecisionTerm,
  finePowerYears,
  latePostTerm,
  newPartySubsidyTerm,
  objectionAdjournment,
  objectionDecisionTerm,
  objectionDecisionTermWithCommittee,
  objectionTerm,
  paymentTerm,
  prosecutorTerm,
} from './enforcement-terms';
import { fineMax, fineReportThreshold } from './fine';
import { foreignGifts } from './foreign-gifts';
import { inheritanceCounts } from './inheritance';
import { lookThroughGiverTotal, lookThroughRecipientTotal } from './look-through';
import {
  type Parameter,
  type ParameterOperator,
  type ParameterScope,
  type ParameterUnit,
  type ParameterValue,
} from './parameter';
import { registrationSkipUpTo } from './registration';
import { retentionYears } from './retention';
import { advance, memberFeeMin, memberMinimum } from './subsidy';
import { noticeDays, noticeReading, substantialGift } from './substantial-gift';
import { uboPercentage, uboRegistered } from './ubo';
import { votingAge } from './voting-age';
import { youthAgeFrom, youthAgeUpTo, youthFee, youthMembers } from './youth-organisation';

const PARAMETERS = [
  registrationSkipUpTo,
  anonymousKeepUpTo,
  disclosureAnnual,
  disclosureElection,
  substantialGift,
  capMoney,
  capInKind,
  capCounting,
  lookThroughRecipientTotal,
  lookThroughGiverTotal,
  debt,
  debtPaidGraceDays,
  noticeDays,
  noticeReading,
  internalCapReport,
  foreignGifts,
  votingAge,
  inheritanceCounts,
  uboRegistered,
  uboPercentage,
  retentionYears,
  fineMax,
  fineReportThreshold,
  advance,
  memberMinimum,
  memberFeeMin,
  youthMembers,
  youthFee,
  youthAgeFrom,
  youthAgeUpTo,
  electionWindowOpens,
  electionWindowCloses,
  electionShieldingAdvice,
  electionPublication,
  electionPostPeriodStarts,
  electionPostFiling,
  electionPostShieldingAdvice,
  electionPostPublication,
  electionPartyYearsBack,
  electionCandidateYearsBack,
  electionNewAssociationYearsBack,
  fineDecisionTerm,
  fineAdviceTerm,
  fineAdviceExtension,
  objectionTerm,
  paymentTerm,
  objectionDecisionTerm,
  objectionDecisionTermWithCommittee,
  dunningTerm,
  finePowerYears,
  prosecutorTerm,
  latePostTerm,
  objectionAdjournment,
  collectionYears,
  newPartySubsidyTerm,
] as const;

type Known = (typeof PARAMETERS)[number];
type ValueOf<P> = P extends Parameter<string, infer Value> ? Value : never;

export type ParameterKey = Known['key'];

const BY_KEY: ReadonlyMap<string, Known> = new Map(PARAMETERS.map((known) => [known.key, known]));

export type ParameterValueOf<Key extends ParameterKey> = ValueOf<Extract<Known, { key: Key }>>;

/** A parameter with the value that is in force, and where that was read. */
export interface ParameterInForce<
  Value extends ParameterValue = ParameterValue,
> extends InForce<Value> {
  readonly key: ParameterKey;
  readonly unit: ParameterUnit;
  readonly operator: ParameterOperator;
  readonly per: ParameterScope;
}

function onDate<Value extends ParameterValue>(
  found: Known,
  values: Timeline<Value>,
  date: PlainDate,
): ParameterInForce<Value> | 'unknown' {
  const inForce = inForceOn(values, date);
  const { key, unit, operator, per } = found;
  return inForce === 'unknown' ? 'unknown' : { key, unit, operator, per, ...inForce };
}

/**
 * The value of one parameter on a day: amounts in cents. A value of null means that the law sets
 * nothing of the kind then; 'unknown' means that we do not know (decisions.md D19).
 */
export function parameter<Key extends ParameterKey>(
  key: Key,
  date: PlainDate,
): ParameterInForce<ParameterValueOf<Key>> | 'unknown' {
  const found = BY_KEY.get(key);
  if (found === undefined) throw new RangeError(`there is no parameter "${key}"`);
  return onDate(found, found.values as Timeline<ParameterValueOf<Key>>, date);
}

/** A parameter with every value it had and has. */
export function parameterOf<Key extends ParameterKey>(
  key: Key,
): Parameter<Key, ParameterValueOf<Key>> {
  const found = BY_KEY.get(key);
  if (found === undefined) throw new RangeError(`there is no parameter "${key}"`);
  return found as unknown as Parameter<Key, ParameterValueOf<Key>>;
}

/** Every parameter that is known on a day, in the order of the law. Empty before 2013-05-01. */
export function parametersOn(date: PlainDate): readonly ParameterInForce[] {
  return PARAMETERS.map((known) => onDate<ParameterValue>(known, known.values, date)).filter(
    (inForce) => inForce !== 'unknown',
  );
}

export { type CapCounting } from './cap';
export {
  STORED_ELECTION_THRESHOLDS,
  storedElectionThreshold,
  type ElectionThresholdKind,
  type StoredElectionThreshold,
} from './election-thresholds';
export { type ForeignGifts } from './foreign-gifts';
export {
  type ParameterOperator,
  type ParameterScope,
  type ParameterUnit,
  type ParameterValue,
} from './parameter';
export { type NoticeReading } from './substantial-gift';
