import { euroCents, minus, smallest, sum, type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { addMonths, type PlainDate } from '../kernel/plain-date';
import { type FineSchedule, type ScheduleStep } from './fine-schedule';
import { type FineableRule } from './fineable';
import { type SeenParameter } from '../rules/finding';
import { AS_IN_FORCE, type JudgementPolicy } from '../rules/rule';
import { see } from '../rules/seen-parameter';

export interface Violation {
  readonly rule: FineableRule;
  /** The violated paragraph or part: the ceiling holds for each of them. */
  readonly basis: LawReference;
  readonly violatedOn: PlainDate;
  readonly decidedOn: PlainDate;
  /** Whole days after the enforced last day; zero when the rule has no term. */
  readonly daysLate: number;
  readonly amountInvolved: EuroCents;
  /** Days of earlier violations of the same rule by the same addressee. */
  readonly earlierViolations: readonly PlainDate[];
  readonly selfReported: boolean;
  readonly repaired: boolean;
}

export type FineStepCode =
  'base' | 'days_late' | 'amount_involved' | 'repetition' | 'self_report' | 'repair' | 'ceiling';

/** One line of the calculation; also printed when its effect is zero. */
export interface FineStep {
  readonly code: FineStepCode;
  readonly article: LawReference;
  /** Key of the text that words this step. */
  readonly description: string;
  readonly input: number | boolean | string;
  readonly effect: EuroCents;
  readonly total: EuroCents;
}

export interface FineProposal {
  readonly rule: FineableRule;
  readonly basis: LawReference;
  readonly amount: EuroCents;
  /** Version of the schedule that gave the amount, and whether it is only an example. */
  readonly schedule: Pick<FineSchedule, 'version' | 'origin'>;
  readonly steps: readonly FineStep[];
  readonly ceiling: EuroCents;
  /** Awb art. 5:46 lid 4: the milder of the law at the violation and at the decision (D10). */
  readonly lexMitior: {
    readonly basis: LawReference;
    readonly chosen: 'violation' | 'decision';
    readonly atViolation: EuroCents;
    readonly atDecision: EuroCents;
    /** What was compared: the schedule and the highest fine of the law on each of the two days. */
    readonly sets: Readonly<Record<'violation' | 'decision', LawOfDay>>;
  };
}

/** The law about the height of a fine as it was on a day. */
export interface LawOfDay {
  readonly on: PlainDate;
  readonly schedule: Pick<FineSchedule, 'version' | 'origin'>;
  readonly highest: SeenParameter;
}

const GRAVITY: LawReference = { law: 'Awb', article: '5:46', paragraph: '2' };
const MILDER: LawReference = { law: 'Awb', article: '5:46', paragraph: '4' };
const CEILING: LawReference = { law: 'Wfpp', article: '37', paragraph: '4' };

/**
 * Proposes a fine and decides nothing (D8). Of equal amounts the law at the violation is chosen.
 * @param policy another highest fine than the one in force, for a simulation (D21)
 * @throws RangeError for a violation or decision on a day whose highest fine is not known: before
 *   the Wfpp
 */
export function proposeFine(
  violation: Violation,
  scheduleAtViolation: FineSchedule,
  scheduleAtDecision: FineSchedule,
  policy: JudgementPolicy = AS_IN_FORCE,
): FineProposal {
  const { violatedOn, decidedOn } = violation;
  const then = calculate(violation, scheduleAtViolation, highestFine(violatedOn, policy));
  const now = calculate(violation, scheduleAtDecision, highestFine(decidedOn, policy));
  const chosen = now.amount < then.amount ? 'decision' : 'violation';
  const { law, ...calculation } = chosen === 'decision' ? now : then;
  return {
    rule: violation.rule,
    basis: violation.basis,
    ...calculation,
    schedule: law.schedule,
    lexMitior: {
      basis: MILDER,
      chosen,
      atViolation: then.amount,
      atDecision: now.amount,
      sets: { violation: then.law, decision: now.law },
    },
  };
}

interface Calculation {
  readonly amount: EuroCents;
  readonly steps: readonly FineStep[];
  readonly ceiling: EuroCents;
  readonly law: LawOfDay;
}

/** Half cents fall in favour of the offender: an addition rounds down, a reduction rounds up. */
function part(amount: EuroCents, percent: number): EuroCents {
  return euroCents(Math.floor((amount * percent) / 100));
}

function percentAt(steps: readonly ScheduleStep[], value: number): number {
  return steps.findLast(({ from }) => value >= from)?.percent ?? 0;
}

/** Violations up to and including so many years before this one, this one itself excepted. */
function repeated({ earlierViolations, violatedOn }: Violation, withinYears: number): number {
  return earlierViolations.filter(
    (day) => day < violatedOn && addMonths(day, 12 * withinYears) >= violatedOn,
  ).length;
}

interface HighestFine {
  readonly on: PlainDate;
  readonly amount: EuroCents;
  readonly seen: SeenParameter;
}

function highestFine(on: PlainDate, policy: JudgementPolicy): HighestFine {
  const highest = see('fine.max', on, policy);
  if (highest.kind !== 'set') throw new RangeError(`no fine could be imposed on ${on}`);
  return { on, amount: highest.value, seen: highest.seen };
}

function calculate(
  violation: Violation,
  schedule: FineSchedule,
  highest: HighestFine,
): Calculation {
  const steps: FineStep[] = [];
  const total = (): EuroCents => sum(steps.map(({ effect }) => effect));
  const add = (code: FineStepCode, input: FineStep['input'], effect: EuroCents): void => {
    const article = code === 'ceiling' ? CEILING : GRAVITY;
    const description = `fine.step.${code}`;
    steps.push({ code, article, description, input, effect, total: sum([total(), effect]) });
  };
  const { daysLate, amountInvolved, selfReported, repaired } = violation;
  const base = schedule.base[violation.rule];
  const before = repeated(violation, schedule.repetition.withinYears);
  const ceiling = smallest(schedule.cap, highest.amount);
  add('base', violation.rule, base);
  add('days_late', daysLate, part(base, percentAt(schedule.daysLate, daysLate)));
  add(
    'amount_involved',
    amountInvolved,
    part(base, percentAt(schedule.amountInvolved, amountInvolved)),
  );
  add('repetition', before, part(total(), percentAt(schedule.repetition.steps, before)));
  add('self_report', selfReported, part(total(), selfReported ? -schedule.selfReportPercent : 0));
  add('repair', repaired, part(total(), repaired ? -schedule.repairPercent : 0));
  add('ceiling', ceiling, minus(smallest(total(), ceiling), total()));
  const { version, origin } = schedule;
  const law = { on: highest.on, schedule: { version, origin }, highest: highest.seen };
  return { amount: total(), steps, ceiling, law };
}
