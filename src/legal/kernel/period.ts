import { type PlainDate } from './plain-date';

/** From and including `from`, up to and including `until`; null is without end. */
export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export function contains(period: Period, date: PlainDate): boolean {
  return period.from <= date && (period.until === null || date <= period.until);
}
