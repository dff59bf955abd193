import { type FineSchedule, type ScheduleStep } from '../../../legal/fines/fine-schedule';
import { fineScheduleOn } from '../../../legal/fines/schedule-on';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import {
  type Badge,
  type Cell,
  type Fact,
  type FormError,
} from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type StoredSchedule } from '../application/fine-schedules';
import { daysInWords } from './case-page-words';
import { FINEABLE_RULES } from './schedule-form';

export interface ScheduleReader {
  readonly today: PlainDate;
  readonly userId: string;
  readonly role: string;
}

function inUse(all: readonly StoredSchedule[], today: PlainDate): string | null {
  const adopted = all.filter(({ adoptedAt }) => adoptedAt !== null);
  const found = fineScheduleOn(
    today,
    adopted.map(({ schedule }) => schedule),
  );
  return found === 'unknown' ? null : found.version;
}

function status(
  one: StoredSchedule,
  current: string | null,
  today: PlainDate,
  words: Words,
): Badge {
  if (one.adoptedAt === null) return { kind: 'warning', label: words.t('schedules.state.draft') };
  if (one.version === current) return { kind: 'safe', label: words.t('schedules.state.current') };
  return {
    kind: 'neutral',
    label: words.t(one.schedule.from > today ? 'schedules.state.later' : 'schedules.state.earlier'),
  };
}

/** The data of pages/enforcement/schedules.njk. */
export function scheduleListPage(
  all: readonly StoredSchedule[],
  reader: ScheduleReader,
  words: Words,
): object {
  const current = inUse(all, reader.today);
  return {
    mayDraft: reader.role === 'overseer',
    rows: all.map((one): readonly Cell[] => [
      {
        text: one.version,
        href: `/toezicht/boeteschemas/${one.id}`,
        note: words.t(`schedules.origin.${one.schedule.origin}`),
      },
      { badge: status(one, current, reader.today, words) },
      words.day(one.schedule.from),
      one.draftedByName ?? '',
      one.adoptedByName ?? '',
    ]),
  };
}

function percent(value: number, words: Words): string {
  return words.t('legal.unit.percent', { count: formatCount(value, words.language) });
}

function stepRows(
  steps: readonly ScheduleStep[],
  from: (value: number) => string,
  words: Words,
): readonly (readonly Cell[])[] {
  return steps.map((step) => [
    words.t('schedules.from', { value: from(step.from) }),
    words.t('schedules.plus', { percent: percent(step.percent, words) }),
  ]);
}

/** A schedule as tables, each step readable by itself. */
function tables(schedule: FineSchedule, words: Words): object {
  const { base, repetition } = schedule;
  return {
    base: FINEABLE_RULES.map((rule): readonly Cell[] => [
      { text: words.t(`cases.rule.${rule}`), href: `/regels/${rule}` },
      words.euro(base[rule]),
    ]),
    daysLate: stepRows(schedule.daysLate, (days) => daysInWords(days, words), words),
    amountInvolved: stepRows(
      schedule.amountInvolved,
      (cents) => words.euro(euroCents(cents)),
      words,
    ),
    repetition: stepRows(
      repetition.steps,
      (times) => words.t('schedules.times', { count: formatCount(times, words.language) }),
      words,
    ),
    repetitionNote: words.t('schedules.withinYears', {
      count: formatCount(repetition.withinYears, words.language),
    }),
    other: [
      {
        label: words.t('schedules.selfReportPercent'),
        value: words.t('schedules.minus', { percent: percent(schedule.selfReportPercent, words) }),
      },
      {
        label: words.t('schedules.repairPercent'),
        value: words.t('schedules.minus', { percent: percent(schedule.repairPercent, words) }),
      },
      {
        label: words.t('schedules.cap'),
        value: words.euro(schedule.cap),
        note: words.t('schedules.capNote'),
      },
    ] satisfies readonly Fact[],
  };
}

function facts(one: StoredSchedule, words: Words): readonly Fact[] {
  const { draftedAt, adoptedAt } = one;
  const by = (name: string | null, at: string): string =>
    words.t('schedules.by', {
      name: name ?? words.t('schedules.product'),
      moment: formatMoment(at, words.language),
    });
  return [
    { label: words.t('schedules.validFrom'), value: words.longDay(one.schedule.from) },
    {
      label: words.t('schedules.whose'),
      value: words.t(`schedules.origin.${one.schedule.origin}`),
    },
    ...(draftedAt === null
      ? []
      : [{ label: words.t('schedules.drafted'), value: by(one.draftedByName, draftedAt) }]),
    {
      label: words.t('schedules.adopted'),
      value:
        adoptedAt === null ? words.t('schedules.notAdopted') : by(one.adoptedByName, adoptedAt),
    },
  ];
}

/** The data of pages/enforcement/schedule.njk. */
export function schedulePage(
  one: StoredSchedule,
  all: readonly StoredSchedule[],
  reader: ScheduleReader,
  form: { readonly once: string; readonly errors: readonly FormError[]; readonly done: string },
  words: Words,
): object {
  const draft = one.adoptedAt === null;
  const own = one.draftedBy === reader.userId;
  const decides = draft && reader.role === 'decision_maker';
  return {
    id: one.id,
    version: one.version,
    sha256: one.sha256,
    badge: status(one, inUse(all, reader.today), reader.today, words),
    done: form.done === '' ? '' : words.t(`schedules.done.${form.done}`),
    example: one.schedule.origin === 'example',
    facts: facts(one, words),
    ...tables(one.schedule, words),
    maySimulate: draft,
    mayAdopt: decides && !own,
    mayWithdraw: draft && reader.role === 'overseer',
    mayDraft: reader.role === 'overseer',
    errors: form.errors,
    once: form.once,
  };
}
