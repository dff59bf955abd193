import { type PlainDate } from '../../../legal/kernel/plain-date';
import {
  findRequest,
  listRequests,
  type SafetyOutcome,
  type SafetyRequest,
  type SafetySearch,
  type SafetyStep,
} from '../persistence/safety.store';
import { type Transaction } from '../../../platform/database/transaction';

export type SafetyState = 'asked' | 'at_committee' | 'advised' | 'drafted' | 'granted' | 'refused';

export interface SafetyStanding {
  readonly state: SafetyState;
  /** The last day of the committee's term; null before it was asked. */
  readonly dueOn: PlainDate | null;
  readonly outcome: SafetyOutcome | null;
}

const STATE_AFTER: Readonly<Record<Exclude<SafetyStep['kind'], 'decided'>, SafetyState>> = {
  sent_to_committee: 'at_committee',
  extended: 'at_committee',
  advised: 'advised',
  drafted: 'drafted',
};

/** Where a request stands, as far as its reader sees the steps. */
export function standingOf({ steps }: Pick<SafetyRequest, 'steps'>): SafetyStanding {
  const dueOn = steps.findLast(({ dueOn: day }) => day !== null)?.dueOn ?? null;
  const last = steps.at(-1);
  if (last === undefined) return { state: 'asked', dueOn, outcome: null };
  if (last.kind !== 'decided') return { state: STATE_AFTER[last.kind], dueOn, outcome: null };
  const state = last.outcome === 'grant' ? 'granted' : 'refused';
  return { state, dueOn, outcome: last.outcome };
}

/** A party reads its own requests, staff read all of them. */
export function readSafetyRequest(tx: Transaction, id: string): Promise<SafetyRequest | null> {
  return findRequest(tx, id);
}

export function readSafetyRequests(
  tx: Transaction,
  search: SafetySearch,
): Promise<readonly SafetyRequest[]> {
  return listRequests(tx, search);
}

export type {
  SafetyOutcome,
  SafetyRequest,
  SafetySearch,
  SafetyStep,
} from '../persistence/safety.store';
