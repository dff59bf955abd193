import { type Group, type GroupStatus, type StatusPeriod } from '../facts/group';
import { contains, type Period } from '../kernel/period';
import { plainDate, yearOf, type PlainDate } from '../kernel/plain-date';

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
  return group.statuses.find((one) => contains(bindingPeriod(one), day))?.status ?? null;
}

/**
 * True on the days on which it is known that the Act does not bind the group yet: those of a
 * split-off in its own year. A day without any status is something else: there nobody knows.
 */
export function isNotYetBound(group: Group, day: PlainDate): boolean {
  return boundStatusOn(group, day) === null && group.statuses.some((one) => contains(one, day));
}

/** A party, or the association of a split-off that does what a party does (art. 33). */
export function isSeated(status: GroupStatus | null): status is 'political_party' | 'split_off' {
  return status === 'political_party' || status === 'split_off';
}
