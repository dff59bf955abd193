import { minus, sum, type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { type FineSchedule } from './fine-schedule';
import { type FineableRule } from './fineable';
import { proposeFine, type Violation } from './propose-fine';

/** A violation of the past; `ref` leads back to the finding and is only copied. */
export interface SimulatedViolation extends Omit<Violation, 'decidedOn'> {
  readonly ref: string;
}

export interface SimulatedFine {
  readonly ref: string;
  readonly rule: FineableRule;
  readonly basis: LawReference;
  readonly violatedOn: PlainDate;
  /** What the schedule in use gives, and the one that is tried; each as if it had always been there. */
  readonly current: EuroCents;
  readonly candidate: EuroCents;
  /** Candidate less current; below zero when it is milder. In cents. */
  readonly difference: EuroCents;
  /** What would be proposed after adoption: the milder of the two (Awb art. 5:46 lid 4). */
  readonly ifAdopted: EuroCents;
}

export interface SimulatedTotal {
  readonly violations: number;
  readonly current: EuroCents;
  readonly candidate: EuroCents;
  readonly difference: EuroCents;
  readonly ifAdopted: EuroCents;
}

/** Never a decision and never a proposal: `simulation` says so wherever this is shown (D21). */
export interface SimulationResult {
  readonly simulation: true;
  readonly on: PlainDate;
  readonly current: Pick<FineSchedule, 'version' | 'origin' | 'from'>;
  readonly candidate: Pick<FineSchedule, 'version' | 'origin' | 'from'>;
  readonly fines: readonly SimulatedFine[];
  /** By rule, in the order in which the rules first come. */
  readonly rules: readonly (SimulatedTotal & { readonly rule: FineableRule })[];
  readonly total: SimulatedTotal;
}

function totalOf(fines: readonly SimulatedFine[]): SimulatedTotal {
  const add = (field: 'current' | 'candidate' | 'difference' | 'ifAdopted'): EuroCents =>
    sum(fines.map((fine) => fine[field]));
  return {
    violations: fines.length,
    current: add('current'),
    candidate: add('candidate'),
    difference: add('difference'),
    ifAdopted: add('ifAdopted'),
  };
}

function nameOf({ version, origin, from }: FineSchedule): SimulationResult['current'] {
  return { version, origin, from };
}

/**
 * What a schedule would have meant for violations of the past, beside the one in use. Every violated
 * paragraph is a fine of its own with its own ceiling (Awb art. 5:8; Wfpp art. 37 lid 4).
 * @param on the day on which all of them are supposed to be decided
 */
export function simulateSchedule(
  violations: readonly SimulatedViolation[],
  current: FineSchedule,
  candidate: FineSchedule,
  on: PlainDate,
): SimulationResult {
  const fines = violations.map(({ ref, ...facts }): SimulatedFine => {
    const violation: Violation = { ...facts, decidedOn: on };
    const amount = (then: FineSchedule, now: FineSchedule): EuroCents =>
      proposeFine(violation, then, now).amount;
    const [before, after] = [amount(current, current), amount(candidate, candidate)];
    const { rule, basis, violatedOn } = violation;
    const amounts = { current: before, candidate: after, difference: minus(after, before) };
    return { ref, rule, basis, violatedOn, ...amounts, ifAdopted: amount(current, candidate) };
  });
  const rules = [...new Set(fines.map(({ rule }) => rule))];
  return {
    simulation: true,
    on,
    current: nameOf(current),
    candidate: nameOf(candidate),
    fines,
    rules: rules.map((rule) => ({ rule, ...totalOf(fines.filter((fine) => fine.rule === rule)) })),
    total: totalOf(fines),
  };
}
