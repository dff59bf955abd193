import { type PlainDate } from '../kernel/plain-date';
import { inForceOn, type Timeline } from '../kernel/timeline';
import { parameter, type ParameterKey, type ParameterValueOf } from '../parameters';
import { type SeenParameter } from './finding';
import { type JudgementPolicy, type ParameterOverride } from './rule';

/**
 * 'set': the law gives a value. 'none': it is known that the law sets nothing of the kind then.
 * 'unknown': nobody knows, so nothing can be decided (decisions.md D19).
 */
export type Sight<Value> =
  | { readonly kind: 'set'; readonly value: Value; readonly seen: SeenParameter }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly key: ParameterKey };

type SetValueOf<Key extends ParameterKey> = NonNullable<ParameterValueOf<Key>>;
type OverrideOf<Key extends ParameterKey> = Extract<ParameterOverride, { readonly key: Key }>;

interface LookedUp<Key extends ParameterKey> {
  readonly value: ParameterValueOf<Key>;
  readonly unit: SeenParameter['unit'];
  readonly source: string;
  readonly from: PlainDate;
}

/** The other values of a parameter; undefined when the policy leaves it as it is in force. */
export function overrideOf<Key extends ParameterKey>(
  key: Key,
  policy: JudgementPolicy,
): OverrideOf<Key> | undefined {
  return policy.overrides.find((one): one is OverrideOf<Key> => one.key === key);
}

function lookUp<Key extends ParameterKey>(
  key: Key,
  date: PlainDate,
  policy: JudgementPolicy,
): LookedUp<Key> | 'unknown' {
  const override = overrideOf(key, policy);
  if (override === undefined) return parameter(key, date);
  if (override.unknownFrom !== undefined && date >= override.unknownFrom) return 'unknown';
  const found = inForceOn(override.values as Timeline<ParameterValueOf<Key>>, date);
  return found === 'unknown' ? 'unknown' : { ...found, unit: override.unit };
}

/** A parameter of the law on a day, as a rule sees it and prints it in its findings. */
export function see<Key extends ParameterKey>(
  key: Key,
  date: PlainDate,
  policy: JudgementPolicy,
): Sight<SetValueOf<Key>> {
  const found = lookUp(key, date, policy);
  if (found === 'unknown') return { kind: 'unknown', key };
  const { value, unit, source, from } = found;
  if (value === null) return { kind: 'none' };
  return { kind: 'set', value, seen: { key, value, unit, source, inForceFrom: from } };
}

/** The parameters that have a value, to print in a finding. */
export function seenOf(sights: readonly Sight<unknown>[]): readonly SeenParameter[] {
  return sights.flatMap((sight) => (sight.kind === 'set' ? [sight.seen] : []));
}
