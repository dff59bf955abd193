import { type Group, type GroupStatus } from '../facts/group';
import { overlaps, type Period } from '../kernel/period';
import { bindingPeriod, isSeated } from '../rules/bound';

/** A status with the days on which it binds. */
interface Binding {
  readonly status: GroupStatus;
  readonly period: Period;
}

/**
 * The statuses with a seat that bind on some day of a period, oldest first. A split-off that ended
 * in its own year never bound.
 */
export function seatedIn(group: Group, period: Period): readonly Binding[] {
  return group.statuses
    .filter(({ status }) => isSeated(status))
    .map((one) => ({ status: one.status, period: bindingPeriod(one) }))
    .filter(({ period: { from, until } }) => until === null || from <= until)
    .filter((binding) => overlaps(binding.period, period))
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
}
