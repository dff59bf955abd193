import { type PlainDate, isPlainDate } from '../kernel/plain-date';
import { parameter } from '../parameters';
import { type FineSchedule, type ScheduleStep } from './fine-schedule';
import { FINEABLE_RULES } from './fineable';

export type ScheduleFaultCode =
  | 'text_missing'
  | 'not_a_day'
  | 'before_the_law' // the law knows no fine on its first day
  | 'not_after_adopted' // it would change what an adopted schedule already said
  | 'rule_missing'
  | 'rule_unknown'
  | 'not_whole' // cents and years are whole numbers
  | 'negative'
  | 'not_positive'
  | 'above_maximum' // W 37 lid 4
  | 'above_cap'
  | 'above_hundred'
  | 'not_rising'; // each step begins above the one before

/** One thing that is wrong with a schedule: where, what stands there, and what it breaks. */
export interface ScheduleFault {
  /** Such as `base.WFPP-25a-2` or `daysLate[1].percent`. */
  readonly place: string;
  readonly code: ScheduleFaultCode;
  readonly value: number | string | null;
}

type Faults = readonly ScheduleFault[];

function faultIf(holds: boolean, fault: ScheduleFault): Faults {
  return holds ? [fault] : [];
}

/** A whole number, zero or more. */
function checkNumber(place: string, value: number): Faults {
  if (!Number.isSafeInteger(value)) return [{ place, code: 'not_whole', value }];
  return faultIf(value < 0, { place, code: 'negative', value });
}

/** A part of something that is taken off: at most all of it. */
function checkReduction(place: string, percent: number): Faults {
  return [
    ...checkNumber(place, percent),
    ...faultIf(percent > 100, { place, code: 'above_hundred', value: percent }),
  ];
}

function checkSteps(place: string, steps: readonly ScheduleStep[]): Faults {
  return steps.flatMap(({ from, percent }, index) => {
    const before = steps[index - 1]?.from;
    const at = `${place}[${String(index)}]`;
    return [
      ...checkNumber(`${at}.from`, from),
      ...checkNumber(`${at}.percent`, percent),
      ...faultIf(before !== undefined && from <= before, {
        place: `${at}.from`,
        code: 'not_rising',
        value: from,
      }),
    ];
  });
}

function checkBase({ base, cap }: FineSchedule): Faults {
  const given: Readonly<Partial<Record<string, number>>> = base;
  const known = FINEABLE_RULES.flatMap((rule) => {
    const place = `base.${rule}`;
    const value = given[rule];
    if (value === undefined) return [{ place, code: 'rule_missing' as const, value: null }];
    const above = faultIf(value > cap, { place, code: 'above_cap', value });
    return [...checkNumber(place, value), ...above];
  });
  const unknown = Object.keys(base).filter((rule) => !FINEABLE_RULES.some((one) => one === rule));
  return [
    ...known,
    ...unknown.map((rule) => ({
      place: `base.${rule}`,
      code: 'rule_unknown' as const,
      value: rule,
    })),
  ];
}

function checkCap(cap: number, from: PlainDate): Faults {
  const place = 'cap';
  const highest = parameter('fine.max', from);
  if (highest === 'unknown') return [{ place: 'from', code: 'before_the_law', value: from }];
  return [
    ...checkNumber(place, cap),
    ...faultIf(cap === 0, { place, code: 'not_positive', value: cap }),
    ...faultIf(cap > highest.value, { place, code: 'above_maximum', value: cap }),
  ];
}

function checkFrom(from: PlainDate, adopted: readonly FineSchedule[]): Faults {
  const newest = adopted
    .map((schedule) => schedule.from)
    .toSorted()
    .at(-1);
  return faultIf(newest !== undefined && from <= newest, {
    place: 'from',
    code: 'not_after_adopted',
    value: from,
  });
}

/**
 * Everything that is wrong with a schedule, at once; empty when nothing is.
 * @param adopted the schedules in use; a new one begins after the newest of them
 */
export function checkSchedule(
  schedule: FineSchedule,
  adopted: readonly FineSchedule[] = [],
): readonly ScheduleFault[] {
  const { version, from, repetition } = schedule;
  return [
    ...faultIf(version.trim() === '', { place: 'version', code: 'text_missing', value: version }),
    ...(isPlainDate(from)
      ? [...checkCap(schedule.cap, from), ...checkFrom(from, adopted)]
      : [{ place: 'from', code: 'not_a_day' as const, value: from }]),
    ...checkBase(schedule),
    ...checkSteps('daysLate', schedule.daysLate),
    ...checkSteps('amountInvolved', schedule.amountInvolved),
    ...checkNumber('repetition.withinYears', repetition.withinYears),
    ...checkSteps('repetition.steps', repetition.steps),
    ...checkReduction('selfReportPercent', schedule.selfReportPercent),
    ...checkReduction('repairPercent', schedule.repairPercent),
  ];
}
