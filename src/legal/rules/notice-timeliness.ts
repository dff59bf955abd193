import { type LawReference } from '../kernel/law-reference';
import { addDays, daysBetween, type PlainDate } from '../kernel/plain-date';
import { type Finding, type NoticeDuty } from './finding';

export type Timeliness = 'in_time' | 'late_by_statute' | 'late';

const CODE = 'WFPP-25a-2';
const BASIS: LawReference = { law: 'Wfpp', article: '25a', paragraph: '2' };

/** Decision D1: after the enforced day late; after the statutory day only, late by the statute. */
export function timelinessOf({ due }: NoticeDuty, filedOn: PlainDate): Timeliness {
  if (filedOn > due.enforced.lastDay) return 'late';
  return filedOn > due.statutory.lastDay ? 'late_by_statute' : 'in_time';
}

/** Days after the enforced last day; zero when in time by the reading that is enforced. */
export function daysLate({ due }: NoticeDuty, filedOn: PlainDate): number {
  return Math.max(0, daysBetween(due.enforced.lastDay, filedOn));
}

/**
 * What a term means for one duty: nothing while it runs or was met, a signal after the statutory
 * day, a finding after the enforced day (D1). The finding holds no count of days, so that the same
 * lateness reads the same on every day.
 * @param filedOn the day the notice was stored, null when there is none
 * @param amount of the contribution that had to be notified
 */
export function judgeNotice(
  duty: NoticeDuty,
  amount: NoticeDuty['totalAfter'],
  filedOn: PlainDate | null,
  on: PlainDate,
): Finding | null {
  const timeliness = timelinessOf(duty, filedOn ?? on);
  if (timeliness === 'in_time') return null;
  const { contribution, recipient, receivedOn, due, totalAfter, parameters } = duty;
  const broken = timeliness === 'late' ? due.enforced.lastDay : due.statutory.lastDay;
  return {
    rule: CODE,
    basis: BASIS,
    severity: timeliness === 'late' ? 'finding' : 'signal',
    outcome: filedOn === null ? `not_filed_${timeliness}` : timeliness,
    key: `${CODE}:${contribution}`,
    recipient,
    contributions: [{ contribution, recipient, amount, receivedOn }],
    amounts: [{ label: 'total_after', amount: totalAfter }],
    parameters,
    missing: filedOn === null ? ['notice'] : [],
    since: addDays(broken, 1),
    remedy: null,
  };
}
