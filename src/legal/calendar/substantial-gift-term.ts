import { type LawReference } from '../kernel/law-reference';
import { addDays, type PlainDate } from '../kernel/plain-date';
import { inForceOn, type Timeline } from '../kernel/timeline';
import { noticeDays, noticeReading, type NoticeReading } from '../parameters/substantial-gift';
import { calendarWarnings } from './equated-days';
import { termAfter } from './term';
import { addWorkingDays, restReason, type RestReason } from './working-days';

/**
 * 'counted': an ordinary day of the term. 'atw_2' and 'atw_1': the working day that the Algemene
 * termijnenwet adds at the end. A rest day is named by what it is.
 */
export type DayReason = 'counted' | 'day_of_receipt' | RestReason | 'atw_2' | 'atw_1';

/**
 * One day from the receipt up to the last day. `counted` days have an ordinal, 1 and up. In the
 * reading of the statute a Saturday inside the three days counts too: its reason is 'saturday'.
 */
export interface TermDay {
  readonly date: PlainDate;
  readonly counted: boolean;
  readonly ordinal: number | null;
  readonly reason: DayReason;
}

/** How one reading arrives at its last day. Warnings are codes, never sentences. */
export interface TermExplanation {
  readonly reading: NoticeReading;
  readonly basis: readonly LawReference[];
  readonly lastDay: PlainDate;
  /** Three calendar days after the receipt, before any rule about rest days. */
  readonly naiveLastDay: PlainDate;
  readonly days: readonly TermDay[];
  readonly lengthenedBy: readonly ('atw_2' | 'atw_1')[];
  readonly warnings: readonly string[];
}

/** Both readings of the term of Wfpp art. 25a lid 2, and which one is enforced (decision D1). */
export interface DueDates {
  readonly receivedOn: PlainDate;
  readonly enforcedReading: NoticeReading;
  /** Where the choice of reading comes from. */
  readonly enforcedReadingSource: string;
  readonly enforced: TermExplanation;
  readonly statutory: TermExplanation;
}

const NOTICE_TERM: LawReference = { law: 'Wfpp', article: '25a', paragraph: '2' };
const HOLIDAYS: LawReference = { law: 'Atw', article: '3' };
const TERMS_ACT = {
  atw_1: { law: 'Atw', article: '1', paragraph: '1' },
  atw_2: { law: 'Atw', article: '2' },
} as const satisfies Record<string, LawReference>;

function daysAfter(receivedOn: PlainDate, lastDay: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = addDays(receivedOn, 1); day <= lastDay; day = addDays(day, 1)) days.push(day);
  return days;
}

function dayOfReceipt(receivedOn: PlainDate): TermDay {
  return { date: receivedOn, counted: false, ordinal: null, reason: 'day_of_receipt' };
}

function byWorkingDays(receivedOn: PlainDate, count: number): TermExplanation {
  const lastDay = addWorkingDays(receivedOn, count);
  let ordinal = 0;
  const days = daysAfter(receivedOn, lastDay).map((date): TermDay => {
    const rest = restReason(date);
    if (rest !== null) return { date, counted: false, ordinal: null, reason: rest };
    ordinal += 1;
    return { date, counted: true, ordinal, reason: 'counted' };
  });
  return {
    reading: 'working_days',
    basis: [NOTICE_TERM, HOLIDAYS],
    lastDay,
    naiveLastDay: addDays(receivedOn, count),
    days: [dayOfReceipt(receivedOn), ...days],
    lengthenedBy: [],
    warnings: calendarWarnings(receivedOn, lastDay),
  };
}

function byStatute(receivedOn: PlainDate, count: number): TermExplanation {
  const term = termAfter(receivedOn, { count, unit: 'days' });
  const added = term.lengthenedBy[0] ?? 'counted';
  const days = daysAfter(receivedOn, term.lastDay).map((date, index): TermDay => {
    const rest = restReason(date);
    return date <= term.naiveLastDay
      ? { date, counted: true, ordinal: index + 1, reason: rest ?? 'counted' }
      : { date, counted: false, ordinal: null, reason: rest ?? added };
  });
  return {
    reading: 'statute',
    basis: [NOTICE_TERM, ...term.lengthenedBy.map((rule) => TERMS_ACT[rule])],
    lastDay: term.lastDay,
    naiveLastDay: term.naiveLastDay,
    days: [dayOfReceipt(receivedOn), ...days],
    lengthenedBy: term.lengthenedBy,
    warnings: term.warnings,
  };
}

/** What the term depends on: its length, and which reading of it is enforced, both dated. */
export interface NoticeTermLaw {
  readonly days: Timeline<number | null>;
  readonly reading: Timeline<NoticeReading | null>;
}

const AS_IN_FORCE: NoticeTermLaw = { days: noticeDays.values, reading: noticeReading.values };

interface NoticeTermOnDay {
  readonly count: number;
  readonly reading: NoticeReading;
  readonly source: string;
}

function noticeTermOn(receivedOn: PlainDate, law: NoticeTermLaw): NoticeTermOnDay | null {
  const days = inForceOn(law.days, receivedOn);
  const reading = inForceOn(law.reading, receivedOn);
  if (days === 'unknown' || days.value === null) return null;
  if (reading === 'unknown' || reading.value === null) return null;
  return { count: days.value, reading: reading.value, source: reading.source };
}

/** False for gifts received before 2023-01-01, when art. 25a did not exist. */
export function hasSubstantialGiftTerm(
  receivedOn: PlainDate,
  law: NoticeTermLaw = AS_IN_FORCE,
): boolean {
  return noticeTermOn(receivedOn, law) !== null;
}

/**
 * The last day to notify a substantial gift (Wfpp art. 25a lid 2), in both readings. The law is
 * that of the day of receipt; pass another to see what it would give.
 * @throws RangeError when art. 25a was not in force on that day; ask hasSubstantialGiftTerm first.
 */
export function substantialGiftTerm(
  receivedOn: PlainDate,
  law: NoticeTermLaw = AS_IN_FORCE,
): DueDates {
  const term = noticeTermOn(receivedOn, law);
  if (term === null) throw new RangeError(`Wfpp art. 25a was not in force on ${receivedOn}`);
  const { count, reading, source } = term;
  const statutory = byStatute(receivedOn, count);
  const enforced = reading === 'statute' ? statutory : byWorkingDays(receivedOn, count);
  return {
    receivedOn,
    enforcedReading: reading,
    enforcedReadingSource: source,
    enforced,
    statutory,
  };
}
