import { addDays, plainDate, type PlainDate } from './plain-date';

/** Verified: read in the source that is named. Unverified: assumed, and shown as such. */
export type SourceStatus = 'verified' | 'unverified';

/** One value of the law with the days on which it is in force and where it was read. */
export interface InForce<T> {
  readonly from: PlainDate;
  /** Its last day; null while no successor is known. */
  readonly until: PlainDate | null;
  readonly value: T;
  readonly source: string;
  readonly status: SourceStatus;
}

/** In order of date, each day once. Before the first day nothing is known. */
export type Timeline<T> = readonly InForce<T>[];

type Entry<T> = readonly [from: string, value: T, source: string, status?: SourceStatus];

/** @throws RangeError when the days do not rise: the data of the law itself is wrong then. */
export function timeline<T>(...entries: readonly Entry<T>[]): Timeline<T> {
  return entries.map(([from, value, source, status = 'verified'], index) => {
    const before = entries[index - 1];
    if (before !== undefined && before[0] >= from) {
      throw new RangeError(`"${from}" does not come after "${before[0]}" in the timeline`);
    }
    const next = entries[index + 1];
    const until = next === undefined ? null : addDays(plainDate(next[0]), -1);
    return { from: plainDate(from), until, value, source, status };
  });
}

/** The value in force on a day, or 'unknown' before the first dated value (decisions.md D19). */
export function inForceOn<T>(values: Timeline<T>, date: PlainDate): InForce<T> | 'unknown' {
  return values.findLast(({ from }) => from <= date) ?? 'unknown';
}
