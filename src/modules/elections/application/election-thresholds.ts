import { partOfYear, proRataThreshold } from '../../../legal/calendar/election-threshold';
import { daysBefore } from '../../../legal/calendar/countback';
import { statutoryTerm } from '../../../legal/calendar/statutory-term';
import { partyThreshold } from '../../../legal/duties/thresholds';
import { type Election, type StoredFigure } from '../../../legal/facts/election';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { parameter, storedElectionThreshold } from '../../../legal/parameters';

/** Where a figure comes from: kept by the overseer, published by the ministry, or worked out. */
export type ThresholdOrigin = 'stored' | 'published' | 'computed';

export interface ThresholdFigure {
  readonly origin: ThresholdOrigin;
  readonly value: EuroCents;
  readonly source: string;
}

/** One threshold of an election: the figure that decides and the others beside it (D13). */
export interface ElectionThresholdView {
  readonly kind: 'party' | 'candidate';
  readonly decides: ThresholdFigure;
  readonly others: readonly ThresholdFigure[];
  /** Days of the polling year up to and including day -21, of how many; candidates only. */
  readonly part: { readonly days: number; readonly of: number } | null;
}

function figure(origin: ThresholdOrigin, found: StoredFigure | null): readonly ThresholdFigure[] {
  return found === null ? [] : [{ origin, value: found.value, source: found.source }];
}

function viewOf(
  kind: ElectionThresholdView['kind'],
  figures: readonly ThresholdFigure[],
  part: ElectionThresholdView['part'],
): ElectionThresholdView {
  const [decides, ...others] = figures;
  if (decides === undefined) throw new RangeError(`no threshold is known for a ${kind}`);
  return { kind, decides, others, part };
}

/** Both thresholds of an election; every figure says where it comes from, the first one decides. */
export function electionThresholds(election: Election): readonly ElectionThresholdView[] {
  const { pollingDay, thresholds } = election;
  const statute = parameter('disclosure.election', pollingDay);
  const party = [
    ...figure('stored', thresholds.party),
    ...figure('published', storedElectionThreshold(pollingDay, 'party')),
    ...(statute === 'unknown' ? [] : figure('computed', statute)),
  ];
  const lastDay = daysBefore(pollingDay, statutoryTerm('election.window_opens', pollingDay).count);
  const whole = partyThreshold(election);
  const computed =
    whole === null
      ? null
      : { value: proRataThreshold(whole.value, lastDay), source: 'Wfpp art. 29 lid 7' };
  const candidate = [
    ...figure('stored', thresholds.candidate),
    ...figure('published', storedElectionThreshold(pollingDay, 'candidate_polling_year')),
    ...figure('computed', computed),
  ];
  return [viewOf('party', party, null), viewOf('candidate', candidate, partOfYear(lastDay))];
}
