import { type FineSchedule, type ScheduleStep } from '../../../legal/fines/fine-schedule';
import { FINEABLE_RULES } from '../../../legal/fines/fineable';
import { type ScheduleFault } from '../../../legal/fines/check-schedule';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatAmountInput } from '../../../platform/rendering/format';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type Language } from '../../../platform/rendering/language';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';

export type Typed = Readonly<Record<string, string>>;

/** How many lines of steps the form offers; empty ones are left out. */
const ROWS = { daysLate: 6, amountInvolved: 6, repetition: 4 } as const;
type StepList = keyof typeof ROWS;
export const STEP_LISTS = Object.keys(ROWS) as readonly StepList[];

const SINGLE = [
  'version',
  'from',
  'cap',
  'withinYears',
  'selfReportPercent',
  'repairPercent',
] as const;

export function rowsOf(list: StepList): readonly number[] {
  return Array.from({ length: ROWS[list] }, (_, row) => row);
}

/** Every field of the form. */
export function scheduleFields(): readonly string[] {
  return [
    ...SINGLE,
    ...FINEABLE_RULES.map((rule) => `base-${rule}`),
    ...STEP_LISTS.flatMap((list) =>
      rowsOf(list).flatMap((row) => [
        `${list}-${String(row)}-from`,
        `${list}-${String(row)}-percent`,
      ]),
    ),
  ];
}

/** An existing schedule as it would be typed; the new version and its first day are left open. */
export function typedFrom(schedule: FineSchedule, language: Language): Typed {
  const cents = (amount: number): string => formatAmountInput(euroCents(amount), language);
  const steps = (list: StepList, of: readonly ScheduleStep[]): Typed =>
    Object.fromEntries(
      of.flatMap(({ from, percent }, row) => [
        [`${list}-${String(row)}-from`, list === 'amountInvolved' ? cents(from) : String(from)],
        [`${list}-${String(row)}-percent`, String(percent)],
      ]),
    );
  return {
    version: '',
    from: '',
    cap: cents(schedule.cap),
    withinYears: String(schedule.repetition.withinYears),
    selfReportPercent: String(schedule.selfReportPercent),
    repairPercent: String(schedule.repairPercent),
    ...Object.fromEntries(
      FINEABLE_RULES.map((rule) => [`base-${rule}`, cents(schedule.base[rule])]),
    ),
    ...steps('daysLate', schedule.daysLate),
    ...steps('amountInvolved', schedule.amountInvolved),
    ...steps('repetition', schedule.repetition.steps),
  };
}

/** What cannot be read counts as no number, which the check of the schedule then names. */
function amountIn(typed: string, language: Language): EuroCents {
  return (readAmount(typed, language) ?? Number.NaN) as EuroCents;
}

function wholeIn(typed: string): number {
  return /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
}

interface ReadSteps {
  readonly steps: readonly ScheduleStep[];
  /** On which line of the form each step stood. */
  readonly rows: readonly number[];
}

function stepsIn(list: StepList, typed: Typed, language: Language): ReadSteps {
  const at = (row: number, part: string): string => typed[`${list}-${String(row)}-${part}`] ?? '';
  const rows = rowsOf(list).filter((row) => at(row, 'from') !== '' || at(row, 'percent') !== '');
  const from = (row: number): number =>
    list === 'amountInvolved' ? amountIn(at(row, 'from'), language) : wholeIn(at(row, 'from'));
  return {
    rows,
    steps: rows.map((row) => ({ from: from(row), percent: wholeIn(at(row, 'percent')) })),
  };
}

/** The schedule that was typed, with the way from a place in it to a field of the form. */
export interface ReadSchedule {
  readonly schedule: FineSchedule;
  readonly fieldAt: (place: string) => string;
}

export function readSchedule(typed: Typed, language: Language): ReadSchedule {
  const read = {
    daysLate: stepsIn('daysLate', typed, language),
    amountInvolved: stepsIn('amountInvolved', typed, language),
    repetition: stepsIn('repetition', typed, language),
  };
  const whole = (name: string): number => wholeIn(typed[name] ?? '');
  const base = Object.fromEntries(
    FINEABLE_RULES.map((rule) => [rule, amountIn(typed[`base-${rule}`] ?? '', language)]),
  ) as unknown as FineSchedule['base'];
  const schedule: FineSchedule = {
    version: typed['version'] ?? '',
    origin: 'overseer',
    from: (readDay(typed['from'] ?? '') ?? typed['from'] ?? '') as PlainDate,
    base,
    daysLate: read.daysLate.steps,
    amountInvolved: read.amountInvolved.steps,
    repetition: { withinYears: whole('withinYears'), steps: read.repetition.steps },
    selfReportPercent: whole('selfReportPercent'),
    repairPercent: whole('repairPercent'),
    cap: amountIn(typed['cap'] ?? '', language),
  };
  return { schedule, fieldAt: (place) => fieldAt(place, read) };
}

/** 'daysLate[1].percent' is the field of the line on which that step was typed. */
function fieldAt(place: string, read: Readonly<Record<StepList, ReadSteps>>): string {
  if (place.startsWith('base.')) return `base-${place.slice('base.'.length)}`;
  const step = /^(daysLate|amountInvolved|repetition)(?:\.steps)?\[(\d+)\]\.(from|percent)$/.exec(
    place,
  );
  if (step === null) return place === 'repetition.withinYears' ? 'withinYears' : place;
  const [, list = 'daysLate', index = '0', part = 'from'] = step;
  const row = read[list as StepList].rows[Number(index)] ?? 0;
  return `${list}-${String(row)}-${part}`;
}

/** All faults as messages at their fields; of one field the first. */
export function scheduleErrors(
  faults: readonly ScheduleFault[],
  typed: Typed,
  fieldOf: ReadSchedule['fieldAt'],
  words: Words,
): readonly FormError[] {
  const messages = new Map<string, string>();
  for (const { place, code } of faults) {
    const field = fieldOf(place);
    const given = typed[field] ?? '';
    const key = given === '' ? 'schedules.fault.missing' : `schedules.fault.${code}`;
    if (!messages.has(field)) messages.set(field, words.t(key, { typed: given }));
  }
  const order = scheduleFields();
  return [...messages]
    .map(([field, message]) => ({ field, message }))
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

export { FINEABLE_RULES };
