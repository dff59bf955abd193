import { type EuroCents } from '../kernel/euro-cents';
import { fraction, times, toEuroCents } from '../kernel/fraction';
import { daysBetween, isLeapYear, yearOf, type PlainDate } from '../kernel/plain-date';
import { type SourceStatus } from '../kernel/timeline';
import {
  parameter,
  storedElectionThreshold,
  type ElectionThresholdKind,
} from '../parameters/index';
import { daysBefore, firstDayOfYearBefore } from './countback';
import { statutoryTerm } from './statutory-term';

/** Compared with ">=": from this total a donor is listed in the overview of an election. */
export interface ElectionThreshold {
  readonly value: EuroCents;
  /** 'stored': the ministry's figure for this election; it decides over what can be computed. */
  readonly origin: 'stored' | 'statute' | 'computed';
  readonly source: string;
  readonly status: SourceStatus;
}

/** Days of the year up to and including a day, and days in that year: 8 October 2025 is 281/365. */
export function partOfYear(lastDay: PlainDate): { readonly days: number; readonly of: number } {
  const year = yearOf(lastDay);
  const days = daysBetween(firstDayOfYearBefore(lastDay, 0), lastDay) + 1;
  return { days, of: isLeapYear(year) ? 366 : 365 };
}

/** Wfpp art. 29 lid 7 and art. 32 lid 5: a threshold in proportion to the days, the last included. */
export function proRataThreshold(threshold: EuroCents, lastDay: PlainDate): EuroCents {
  const { days, of } = partOfYear(lastDay);
  return toEuroCents(times(fraction(threshold), fraction(days, of)));
}

function wholeThreshold(pollingDay: PlainDate): ElectionThreshold | 'unknown' {
  const stored = storedElectionThreshold(pollingDay, 'party');
  if (stored !== null) {
    return { value: stored.value, origin: 'stored', source: stored.source, status: stored.status };
  }
  const statute = parameter('disclosure.election', pollingDay);
  if (statute === 'unknown') return 'unknown';
  const { value, source, status } = statute;
  return { value, origin: 'statute', source, status };
}

/** The disclosure threshold of one election (decision D13), or 'unknown' before 2013-05-01. */
export function electionThreshold(
  pollingDay: PlainDate,
  kind: ElectionThresholdKind,
): ElectionThreshold | 'unknown' {
  const whole = wholeThreshold(pollingDay);
  if (whole === 'unknown' || kind === 'party') return whole;
  const stored = storedElectionThreshold(pollingDay, kind);
  if (stored !== null) {
    return { value: stored.value, origin: 'stored', source: stored.source, status: stored.status };
  }
  const opens = daysBefore(pollingDay, statutoryTerm('election.window_opens', pollingDay).count);
  return {
    value: proRataThreshold(whole.value, opens),
    origin: 'computed',
    source: 'Wfpp art. 29 lid 7: in proportion to the days up to and including the last one',
    status: 'unverified',
  };
}
