import { addDays, type PlainDate } from '../kernel/plain-date';
import { type InForce } from '../kernel/timeline';
import { parameterOf, type ParameterKey, type ParameterValue } from '../parameters';
import { type JudgementPolicy, type ParameterOverride } from '../rules/rule';

/**
 * What can be tried over facts of the past (D21): the parameters that decide which duties, findings
 * and fines there are. The others only say how a procedure runs.
 */
export const TRIED_PARAMETERS = [
  'substantial_gift',
  'notice_days',
  'notice_reading',
  'cap.money',
  'cap.in_kind',
  'cap.counting',
  'anonymous.keep_up_to',
  'foreign_gifts',
  'lookthrough.recipient_total',
  'registration.skip_up_to',
  'disclosure.annual',
  'fine.max',
] as const satisfies readonly ParameterKey[];

export type TriedParameter = (typeof TRIED_PARAMETERS)[number];

/** Another value: cents, days or a word. Null: no figure is known, so nothing can be decided. */
export interface OtherValue {
  readonly key: TriedParameter;
  readonly value: number | string | null;
}

/**
 * The law as in force, with other values from one day on. What came before that day is judged by
 * what was in force then.
 * @param source printed in every finding that saw the value
 */
export function otherLaw(
  others: readonly OtherValue[],
  from: PlainDate,
  source: string,
): JudgementPolicy {
  return { overrides: others.map((other) => overrideFor(other, from, source)) };
}

function overrideFor(
  { key, value }: OtherValue,
  from: PlainDate,
  source: string,
): ParameterOverride {
  const { unit, values } = parameterOf(key);
  const before: readonly InForce<ParameterValue>[] = values
    .filter((one) => one.from < from)
    .map((one) =>
      one.until === null || one.until >= from ? { ...one, until: addDays(from, -1) } : one,
    );
  if (value === null) return { key, unit, values, unknownFrom: from } as ParameterOverride;
  const other: InForce<ParameterValue> = { from, until: null, value, source, status: 'unverified' };
  return { key, unit, values: [...before, other] } as ParameterOverride;
}

/**
 * Named sets. The Wpp bill (36 742) takes over the rules of the Wfpp, but no figure of it is known:
 * no threshold, term or highest fine. So each of them is unknown, and what rests on it cannot be
 * decided (D19), until somebody fills in a figure with its source.
 */
export const NAMED_SETS = {
  own: [],
  cap_apart: [{ key: 'cap.counting', value: 'apart' }],
  statute_term: [{ key: 'notice_reading', value: 'statute' }],
  wpp_draft: [
    { key: 'substantial_gift', value: null },
    { key: 'notice_days', value: null },
    { key: 'cap.money', value: null },
    { key: 'cap.in_kind', value: null },
    { key: 'anonymous.keep_up_to', value: null },
    { key: 'lookthrough.recipient_total', value: null },
    { key: 'registration.skip_up_to', value: null },
    { key: 'disclosure.annual', value: null },
    { key: 'fine.max', value: null },
  ],
} as const satisfies Record<string, readonly OtherValue[]>;

export type NamedSet = keyof typeof NAMED_SETS;

/** The values of a named set, with one's own in the place of those of the set. */
export function withOwnValues(set: NamedSet, own: readonly OtherValue[]): readonly OtherValue[] {
  const named: readonly OtherValue[] = NAMED_SETS[set];
  return TRIED_PARAMETERS.flatMap((key) => {
    const found = own.find((one) => one.key === key) ?? named.find((one) => one.key === key);
    return found === undefined ? [] : [found];
  });
}
