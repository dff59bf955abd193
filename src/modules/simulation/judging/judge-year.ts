import { finePowerLapsesOn } from '../../../legal/calendar/enforcement-terms';
import { type DonorYear } from '../../../legal/facts/contribution';
import { type Ref } from '../../../legal/facts/group';
import { type FineableRule } from '../../../legal/fines/fineable';
import { type FineSchedule } from '../../../legal/fines/fine-schedule';
import { proposeFine, type Violation } from '../../../legal/fines/propose-fine';
import { fineScheduleOn } from '../../../legal/fines/schedule-on';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Finding, type NoticeDuty } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { judgeNotice } from '../../../legal/rules/notice-timeliness';
import { type JudgementPolicy } from '../../../legal/rules/rule';
import { see } from '../../../legal/rules/seen-parameter';
import { isFineableFinding, isMended, payerOf, violationOf } from '../../enforcement/public';

/** The law under which a year is judged: in force, or tried. */
export interface Law {
  readonly policy: JudgementPolicy;
  /** The fine schedules with the days from which they hold. */
  readonly schedules: readonly FineSchedule[];
}

/** What is known beside the facts of the year. */
export interface Beside {
  /** The day on which a gift was notified, by its first booking. */
  readonly notified: ReadonlyMap<Ref, PlainDate>;
  /** Days of violations for which a fine stands, by `<recipient> <rule>`. */
  readonly fined: ReadonlyMap<string, readonly PlainDate[]>;
  /** The day as of which everything is judged. */
  readonly on: PlainDate;
}

export interface SimulatedFine {
  readonly key: string;
  readonly rule: FineableRule;
  /** Null: the highest fine or the schedule of a day is not known, so none can be worked out (D19). */
  readonly amount: EuroCents | null;
  readonly violatedOn: PlainDate;
}

/** What the law says of one donor's year. Never stored as a duty, finding or proposal. */
export interface YearOutcome {
  readonly duties: readonly NoticeDuty[];
  readonly findings: readonly Finding[];
  readonly fines: readonly SimulatedFine[];
}

/** Pure: the same facts under the same law on the same day give the same outcome. */
export function judgeYear(facts: DonorYear, law: Law, beside: Beside): YearOutcome {
  const { findings, duties } = judgeDonorYear(facts, beside.on, law.policy);
  const late = duties.flatMap((duty) => lateNotice(facts, duty, beside));
  const fines = [
    ...findings.map((finding) => fineFor(facts, finding, null, law, beside)),
    ...late.map(({ finding, duty }) => fineFor(facts, finding, duty, law, beside)),
  ];
  return {
    duties,
    findings: [...findings, ...late.map(({ finding }) => finding)],
    fines: fines.filter((fine) => fine !== null),
  };
}

interface Late {
  readonly duty: NoticeDuty;
  readonly finding: Finding;
}

function lateNotice(facts: DonorYear, duty: NoticeDuty, beside: Beside): readonly Late[] {
  const gift = facts.contributions.find(({ ref }) => ref === duty.contribution);
  const filedOn = beside.notified.get(duty.contribution) ?? null;
  const finding = judgeNotice(duty, gift?.amount ?? euroCents(0), filedOn, beside.on);
  return finding === null ? [] : [{ duty, finding }];
}

function noticeOf(
  duty: NoticeDuty,
  { notified }: Beside,
): NonNullable<Parameters<typeof violationOf>[0]['notice']> {
  return { duty: { content: duty }, filedOn: notified.get(duty.contribution) ?? null };
}

function fineFor(
  facts: DonorYear,
  finding: Finding,
  duty: NoticeDuty | null,
  law: Law,
  beside: Beside,
): SimulatedFine | null {
  if (!isFineableFinding(finding) || isMended(finding)) return null;
  const payer = payerOf(facts.group, finding);
  const fineable = payer?.fineable ?? null;
  if (payer === null || fineable === null) return null;
  const notice = duty === null ? null : noticeOf(duty, beside);
  const earlier = beside.fined.get(`${payer.recipientId} ${finding.rule}`) ?? [];
  const violation = violationOf({ finding, notice }, fineable, earlier, beside.on);
  const { rule, violatedOn } = violation;
  if (finePowerLapsesOn(violatedOn) < beside.on) return null;
  return { key: finding.key, rule, violatedOn, amount: fineUnder(violation, law) };
}

/** The fine for a violation under a law; null when that law does not say how high. */
export function fineUnder(violation: Violation, { policy, schedules }: Law): EuroCents | null {
  const { violatedOn, decidedOn } = violation;
  const then = fineScheduleOn(violatedOn, schedules);
  const now = fineScheduleOn(decidedOn, schedules);
  if (then === 'unknown' || now === 'unknown') return null;
  const known = [violatedOn, decidedOn].every((day) => see('fine.max', day, policy).kind === 'set');
  return known ? proposeFine(violation, then, now, policy).amount : null;
}
