import { type Timeline } from '../kernel/timeline';

export type ParameterUnit =
  'cents' | 'days' | 'weeks' | 'months' | 'years' | 'percent' | 'persons' | 'boolean' | 'text';

/** ">=" takes in the amount itself ("of meer"), ">" does not ("meer dan"). */
export type ParameterOperator = '>=' | '>' | '<=' | '=';

/** What a value is measured over. */
export type ParameterScope =
  | 'single_contribution'
  | 'donor_year_recipient'
  | 'donor_year'
  | 'donor_year_group'
  | 'foundation_or_association_year'
  | 'underlying_giver_year'
  | 'debt'
  | 'receipt'
  | 'recipient'
  | 'donor'
  | 'ultimate_beneficial_owner'
  | 'record'
  | 'violated_paragraph'
  | 'violation'
  | 'decision'
  | 'grant'
  | 'party'
  | 'member_year'
  | 'youth_member'
  | 'youth_organisation'
  | 'election'
  | 'law';

/** Null as a value: the law sets nothing of the kind in that period, which is known. */
export type ParameterValue = number | boolean | string | null;

export interface Parameter<Key extends string, Value extends ParameterValue> {
  readonly key: Key;
  readonly unit: ParameterUnit;
  readonly operator: ParameterOperator;
  readonly per: ParameterScope;
  readonly values: Timeline<Value>;
}

/** Keeps the key as a literal type, so that a misspelt key does not compile. */
export function defineParameter<const Key extends string, Value extends ParameterValue>(
  parameter: Parameter<Key, Value>,
): Parameter<Key, Value> {
  return parameter;
}
