import { type PlainDate } from './plain-date';

/** From and including `from`, up to and including `until`; null is without end. */
export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export function contains(period: Period, date: PlainDate): boolean {
  return period.from <= date && (period.until === null || date <= period.until);
}

/** True when at least one day is in both. */
export function overlaps(one: Period, other: Period): boolean {
  const startsInTime = other.until === null || one.from <= other.until;
  return startsInTime && (one.until === null || one.until >= other.from);
}
