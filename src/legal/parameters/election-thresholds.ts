import { euro, euroCents, type EuroCents } from '../kernel/euro-cents';
import { plainDate, type PlainDate } from '../kernel/plain-date';
import { type SourceStatus } from '../kernel/timeline';

/**
 * 'party': the whole threshold of art. 28. 'candidate_polling_year': the part of it for candidates
 * in the year of polling, which ends early (art. 29 lid 7, art. 32 lid 5).
 */
export type ElectionThresholdKind = 'party' | 'candidate_polling_year';

/** The figure that the ministry used for one election. It goes before the computed one (D13). */
export interface StoredElectionThreshold {
  readonly election: string;
  readonly pollingDay: PlainDate;
  readonly kind: ElectionThresholdKind;
  readonly value: EuroCents;
  readonly source: string;
  readonly status: SourceStatus;
}

export const STORED_ELECTION_THRESHOLDS: readonly StoredElectionThreshold[] = [
  {
    election: 'TK2017',
    pollingDay: plainDate('2017-03-15'),
    kind: 'candidate_polling_year',
    value: euro(653),
    source: 'eufin.nl/40500',
    status: 'verified',
  },
  {
    election: 'TK2023',
    pollingDay: plainDate('2023-11-22'),
    kind: 'party',
    value: euro(4_500),
    source: 'Overviews of the ministry, rijksoverheid.nl, 15 November 2023',
    status: 'verified',
  },
  {
    election: 'TK2025',
    pollingDay: plainDate('2025-10-29'),
    kind: 'candidate_polling_year',
    value: euroCents(767_12),
    source: 'blikopnieuws.nl; accountancyvanmorgen.nl, 28 October 2025',
    status: 'verified',
  },
];

/** The stored figure of an election, or null when none is stored. */
export function storedElectionThreshold(
  pollingDay: PlainDate,
  kind: ElectionThresholdKind,
): StoredElectionThreshold | null {
  return (
    STORED_ELECTION_THRESHOLDS.find(
      (stored) => stored.pollingDay === pollingDay && stored.kind === kind,
    ) ?? null
  );
}
