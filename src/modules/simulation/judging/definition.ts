import { type FineSchedule } from '../../../legal/fines/fine-schedule';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type JudgementPolicy } from '../../../legal/rules/rule';
import {
  NAMED_SETS,
  type NamedSet,
  otherLaw,
  type OtherValue,
  withOwnValues,
} from '../../../legal/what-if/other-law';

/** What somebody tries: kept as it was asked, so that a result can always be explained. */
export interface Definition {
  readonly set: NamedSet;
  /** One's own values; they go before those of the set. */
  readonly own: readonly OtherValue[];
  /** From this day on the other values count. */
  readonly from: PlainDate;
  /** The years of which donors' gifts are judged, both included. */
  readonly yearFrom: number;
  readonly yearUntil: number;
  /** Another fine schedule, as if it had always been there; null: those in use. */
  readonly schedule: FineSchedule | null;
}

/** What stands as the source of a value that was tried, wherever it is seen. */
export const SIMULATED_SOURCE = 'Simulatie: dit is geen geldend recht';

export const NAMED_SET_KEYS = Object.keys(NAMED_SETS) as readonly NamedSet[];

/** Everything that differs from the law in force. */
export function valuesOf({ set, own }: Definition): readonly OtherValue[] {
  return withOwnValues(set, own);
}

export function policyOf(definition: Definition): JudgementPolicy {
  return otherLaw(valuesOf(definition), definition.from, SIMULATED_SOURCE);
}
