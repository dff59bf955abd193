import { type PlainDate } from '../kernel/plain-date';
import { refused, type Refused } from '../kernel/refusal';
import {
  type CaseActor,
  type CaseCommand,
  type CaseCommandType,
  type CaseRefusal,
  type CaseRole,
  type CaseState,
  type Phase,
} from './case';

/** Who did what before in this case. */
export interface CaseHistory {
  readonly takenBy: readonly {
    readonly actor: string;
    readonly role: CaseRole;
    readonly type: CaseCommandType | 'open';
  }[];
}

export type CommandOf<Type extends CaseCommandType> = Extract<CaseCommand, { readonly type: Type }>;

export type Refusal = Refused<CaseRefusal>;

/** Looks at the case alone: what a step finds in its way whoever takes it and with whatever words. */
export type Check = (state: CaseState, on: PlainDate) => Refusal | null;

/** The case, the day, and who takes the step. */
export interface Moment {
  readonly state: CaseState;
  readonly on: PlainDate;
  readonly actor: CaseActor;
  readonly history: CaseHistory;
}

/** One step of the procedure. `take` gives what changes, and only runs when nothing refused. */
export interface Step<Type extends CaseCommandType> {
  readonly roles: readonly CaseRole[];
  readonly checks: readonly Check[];
  /** What the words of the command or the person who gives it stand in the way of. */
  refuses?(moment: Moment, command: CommandOf<Type>): Refusal | null;
  take(moment: Moment, command: CommandOf<Type>): Partial<CaseState>;
}

/** A step of which the type of command is not known. */
export interface AnyStep {
  readonly roles: readonly CaseRole[];
  readonly checks: readonly Check[];
  refuses?(moment: Moment, command: CaseCommand): Refusal | null;
  take(moment: Moment, command: CaseCommand): Partial<CaseState>;
}

export type Steps<Type extends CaseCommandType> = { readonly [One in Type]: Step<One> };

/** The first refusal of a row of checks, or null. */
export function firstRefusal(
  checks: readonly Check[],
  state: CaseState,
  on: PlainDate,
): Refusal | null {
  for (const check of checks) {
    const refusal = check(state, on);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The refusal when something holds, else null. */
export function refuseIf(
  holds: boolean,
  reason: CaseRefusal,
  facts: Refusal['facts'],
): Refusal | null {
  return holds ? refused(reason, facts) : null;
}

/** Where the case stands, as facts of a refusal. */
export function standing({ phase, protection, collection }: CaseState): Refusal['facts'] {
  return { phase, protection, collection };
}

export function notInThisPhase(state: CaseState): Refusal {
  return refused('not_in_this_phase', standing(state));
}

export function inPhase(...phases: readonly Phase[]): Check {
  return (state) => (phases.includes(state.phase) ? null : notInThisPhase(state));
}

/** Awb art. 5:50: free text that a step rests on is never empty. */
export function textMissing(text: string, field: string): Refusal | null {
  return refuseIf(text.trim() === '', 'text_missing', { field });
}

/** A term that is set for someone ends after today. */
export function dayInThePast(lastDay: PlainDate, on: PlainDate): Refusal | null {
  return refuseIf(lastDay <= on, 'day_in_the_past', { lastDay, on });
}
