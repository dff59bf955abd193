import { addDays, plainDate, type PlainDate } from './plain-date';

/** Verified: read in the source that is named. Unverified: assumed, and shown as such. */
export type SourceStatus = 'verified' | 'unverified';

/** One value of the law with the first day on which it is in force and where it was read. */
export interface DatedValue<T> {
  readonly from: PlainDate;
  readonly value: T;
  readonly source: string;
  readonly status: SourceStatus;
}

/** In order of date, each day once. Before the first day nothing is known. */
export type Timeline<T> = readonly DatedValue<T>[];

/** A dated value as seen on one day; `until` is its last day, null while no successor is known. */
export interface InForce<T> extends DatedValue<T> {
  readonly until: PlainDate | null;
}

type Entry<T> = readonly [from: string, value: T, source: string, status?: SourceStatus];

/** @throws RangeError when the days do not rise: the data of the law itself is wrong then. */
export function timeline<T>(...entries: readonly Entry<T>[]): Timeline<T> {
  return entries.map(([from, value, source, status = 'verified'], index) => {
    const before = entries[index - 1];
    if (before !== undefined && before[0] >= from) {
      throw new RangeError(`"${from}" does not come after "${before[0]}" in the timeline`);
    }
    return { from: plainDate(from), value, source, status };
  });
}

/** The value in force on a day, or 'unknown' before the first dated value (decisions.md D19). */
export function inForceOn<T>(values: Timeline<T>, date: PlainDate): InForce<T> | 'unknown' {
  const index = values.findLastIndex(({ from }) => from <= date);
  const found = values[index];
  if (found === undefined) return 'unknown';
  const next = values[index + 1];
  return { ...found, until: next === undefined ? null : addDays(next.from, -1) };
}
