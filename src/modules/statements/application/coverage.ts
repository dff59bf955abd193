import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { type CoveredDays } from '../persistence/statement.queries';

export interface CoveredPeriod {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

export interface MissingPeriod extends CoveredPeriod {
  /** What moved in it according to the balances on both sides, in cents; null when they do not say. */
  readonly moved: number | null;
}

export interface Coverage {
  readonly covered: readonly CoveredPeriod[];
  readonly missing: readonly MissingPeriod[];
}

interface Stretch {
  from: PlainDate;
  until: PlainDate;
  closing: number | null;
}

/**
 * Which days of an account its statements cover, and which are missing: between two statements where
 * the balance does not go on, or, without balances, where days lie between them. Statements that
 * overlap are one stretch. Days in which nothing moved need no statement.
 */
export function coverageOf(statements: readonly Omit<CoveredDays, 'accountId'>[]): Coverage {
  const covered: Stretch[] = [];
  const missing: MissingPeriod[] = [];
  for (const next of statements) {
    const last = covered.at(-1);
    const gap = last === undefined ? null : gapBetween(last, next);
    if (last === undefined || gap !== null) {
      covered.push({ from: next.from, until: next.until, closing: next.closing });
      if (gap !== null) missing.push(gap);
    } else if (next.until >= last.until) {
      last.until = next.until;
      last.closing = next.closing;
    }
  }
  return { covered: covered.map(({ from, until }) => ({ from, until })), missing };
}

function gapBetween(last: Stretch, next: Omit<CoveredDays, 'accountId'>): MissingPeriod | null {
  if (next.from <= last.until) return null;
  const dayAfter = addDays(last.until, 1);
  const moved = last.closing === null || next.opening === null ? null : next.opening - last.closing;
  if (moved === 0 || (moved === null && dayAfter >= next.from)) return null;
  const between = dayAfter < next.from;
  return {
    from: between ? dayAfter : last.until,
    until: between ? addDays(next.from, -1) : next.from,
    moved,
  };
}
