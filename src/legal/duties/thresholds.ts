import { electionThreshold, proRataThreshold } from '../calendar/election-threshold';
import { type Election } from '../facts/election';
import { type ExpectedFiling } from '../facts/filing';
import { yearOf, type PlainDate } from '../kernel/plain-date';
import { parameter, storedElectionThreshold } from '../parameters';

type Threshold = ExpectedFiling['threshold'];
type PartYear = ExpectedFiling['partYearThresholds'][number];

const IN_PROPORTION = 'Wfpp art. 29 lid 7: in proportion to the days up to and including the last';

/** Art. 25 lid 1 onder b, art. 30 lid 2: the threshold as it stood at the end of the year. */
export function annualThreshold(lastDayOfYear: PlainDate): Threshold {
  const found = parameter('disclosure.annual', lastDayOfYear);
  return found === 'unknown' ? null : { value: found.value, source: found.source };
}

/**
 * D13: the figure that the overseer stored for this election decides, then the one that the
 * ministry published for its polling day, then the statute.
 */
export function partyThreshold({ pollingDay, thresholds }: Election): Threshold {
  if (thresholds.party !== null) return thresholds.party;
  const found = electionThreshold(pollingDay, 'party');
  return found === 'unknown' ? null : { value: found.value, source: found.source };
}

/**
 * Art. 29 lid 7, art. 32 lid 5: the year of polling ends early for a candidate, so it has a
 * threshold of its own; stored figures decide in the same order (D13).
 * @param lastDay the last day of the period, which is counted
 */
export function candidateThresholds(election: Election, lastDay: PlainDate): readonly PartYear[] {
  const whole = partyThreshold(election);
  const stored =
    election.thresholds.candidate ??
    storedElectionThreshold(election.pollingDay, 'candidate_polling_year');
  const year = yearOf(lastDay);
  if (stored !== null) return [{ year, value: stored.value, source: stored.source }];
  if (whole === null) return [];
  return [{ year, value: proRataThreshold(whole.value, lastDay), source: IN_PROPORTION }];
}
