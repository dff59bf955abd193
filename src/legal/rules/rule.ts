import { type DonorYear } from '../facts/contribution';
import { type LawReference } from '../kernel/law-reference';
import { type Period } from '../kernel/period';
import { plainDate, type PlainDate } from '../kernel/plain-date';
import { timeline, type Timeline } from '../kernel/timeline';
import { type ParameterKey, type ParameterUnit, type ParameterValueOf } from '../parameters';
import { type Finding, type RuleCode } from './finding';

/** Other values for one parameter than those in force: a named strategy, or a law to come (D21). */
export type ParameterOverride = {
  readonly [Key in ParameterKey]: {
    readonly key: Key;
    readonly unit: ParameterUnit;
    readonly values: Timeline<ParameterValueOf<Key>>;
    /** From this day on nobody knows it: a law to come of which no figure is known (D19, D21). */
    readonly unknownFrom?: PlainDate;
  };
}[ParameterKey];

/**
 * How the law is read where it leaves room. Every choice is a parameter; an override is shown as
 * such in each finding that saw it, because its source is printed there.
 */
export interface JudgementPolicy {
  readonly overrides: readonly ParameterOverride[];
}

export const AS_IN_FORCE: JudgementPolicy = { overrides: [] };

/** The literal text of art. 29b lid 1: money and in kind each have a cap of their own (D3). */
export const CAP_APART: JudgementPolicy = {
  overrides: [
    {
      key: 'cap.counting',
      unit: 'text',
      values: timeline(
        ['2013-05-01', null, 'No cap before the Evaluatiewet Wfpp (Stb. 2022, 412)'],
        ['2023-01-01', 'apart', 'The literal text of Wfpp art. 29b lid 1'],
      ),
    },
  ],
};

export interface Rule {
  readonly code: RuleCode;
  readonly basis: LawReference;
  /** Contributions received outside this period are not shown to the rule. */
  readonly inForce: Period;
  /**
   * Every contribution counts whatever its date, so that a mistyped day never hides a gift; a
   * settlement counts once its day has come, so `on` is the day as of which money has left.
   */
  readonly evaluate: (
    facts: DonorYear,
    on: PlainDate,
    policy: JudgementPolicy,
  ) => readonly Finding[];
}

/** The Wfpp itself. */
export const SINCE_THE_ACT: Period = { from: plainDate('2013-05-01'), until: null };

/** What the Evaluatiewet Wfpp brought (Stb. 2022, 412 and 462): arts. 21a, 23a, 25a, 29b and 32a. */
export const SINCE_THE_EVALUATION_ACT: Period = { from: plainDate('2023-01-01'), until: null };
