import { type Group, type GroupStatus, type StatusPeriod } from '../facts/group';
import { contains, overlaps, type Period } from '../kernel/period';
import { plainDate, yearOf, type PlainDate } from '../kernel/plain-date';

/** The statuses that report every year and after an election; the others only before one. */
export const SEATED: readonly GroupStatus[] = ['political_party', 'split_off'];

/**
 * The days on which a status binds. Art. 33 lid 1: the association of a split-off is bound from
 * the first calendar year after the split, so not in the year in which its status starts.
 */
export function bindingPeriod({ status, from, until }: StatusPeriod): Period {
  return status === 'split_off'
    ? { from: plainDate(`${String(yearOf(from) + 1)}-01-01`), until }
    : { from, until };
}

/** The status that binds the group on a day; null when there is none. */
export function boundStatusOn(group: Group, day: PlainDate): GroupStatus | null {
  const period = group.statuses.find((one) => contains(bindingPeriod(one), day));
  return period?.status ?? null;
}

/**
 * The last status with a seat that bound the group on some day of a period; null when none did.
 * A period that would end before it begins, a split-off that ended in its own year, binds on no day.
 */
export function seatedStatusIn(group: Group, period: Period): GroupStatus | null {
  const seated = group.statuses.filter(({ status }) => SEATED.includes(status));
  const bound = seated.filter((one) => {
    const { from, until } = bindingPeriod(one);
    return (until === null || from <= until) && overlaps({ from, until }, period);
  });
  return bound.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.status ?? null;
}
