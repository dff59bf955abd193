import { type Example, type ExampleValue } from '../../../legal/duties/example';
import { examplesOf, exampleValues } from '../../../legal/duties/examples';
import { type Obligation } from '../../../legal/duties/obligation';
import { OBLIGATIONS, obligationOf } from '../../../legal/duties/obligations';
import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import {
  parameter,
  type ParameterInForce,
  type ParameterKey,
} from '../../../legal/parameters/index';

/** A duty with all that hangs on it: its parameters through time and its worked examples. */
export interface RuleFile {
  readonly obligation: Obligation;
  readonly parameters: readonly ParameterInForce[];
  readonly examples: readonly {
    readonly example: Example;
    readonly values: Readonly<Record<string, ExampleValue>>;
  }[];
}

/** Every value a parameter had or will have, oldest first. */
function timelineOf(key: ParameterKey, on: PlainDate): readonly ParameterInForce[] {
  const around = (day: PlainDate | null): ParameterInForce | null => {
    const found = day === null ? 'unknown' : parameter(key, day);
    return found === 'unknown' ? null : found;
  };
  const now = around(on);
  if (now === null) return [];
  const earlier: ParameterInForce[] = [];
  for (let one = around(addDays(now.from, -1)); one !== null; one = around(addDays(one.from, -1)))
    earlier.unshift(one);
  const later: ParameterInForce[] = [];
  const next = (one: ParameterInForce): ParameterInForce | null =>
    around(one.until === null ? null : addDays(one.until, 1));
  for (let one = next(now); one !== null; one = next(one)) later.push(one);
  return [...earlier, now, ...later];
}

function fileOf(obligation: Obligation, on: PlainDate): RuleFile {
  const keys = new Set([...obligation.thresholds, ...obligation.deadline.parameters]);
  return {
    obligation,
    parameters: [...keys].flatMap((key) => timelineOf(key, on)),
    examples: examplesOf(obligation.row).map((example) => ({
      example,
      values: exampleValues(example),
    })),
  };
}

/** All duties, in the order of the table of the law file. */
export function listRules(): readonly Obligation[] {
  return OBLIGATIONS;
}

/** A duty by its code; null when there is none. */
export function readRule(code: string, on: PlainDate): RuleFile | null {
  const found = obligationOf(code);
  return found === null ? null : fileOf(found, on);
}

/** The duty that a rule of a finding watches, such as 'WFPP-25a-2'; null when none does. */
export function dutyOfFinding(rule: string): Obligation | null {
  return OBLIGATIONS.find(({ rules }) => rules.some((one) => one === rule)) ?? null;
}

export type { Example, ExampleValue, Obligation };
