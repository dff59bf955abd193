import { type PlainDate } from '../kernel/plain-date';
import { daysBefore, firstDayOfYearBefore } from './countback';
import { statutoryTerm, statutoryTermAfter, type TermKey } from './statutory-term';
import { type ForwardTerm } from './term';

/**
 * The days around one election. What is counted back from polling day is never moved (Atw art. 1
 * lid 2); what runs on from it is moved as any other term.
 */
export interface ElectionCalendar {
  readonly pollingDay: PlainDate;
  /** Art. 28 lid 2. */
  readonly partyPeriodStarts: PlainDate;
  /** Art. 29 lid 2 and art. 32 lid 2. */
  readonly candidatePeriodStarts: PlainDate;
  /** Art. 31: from this day an association without a seat is bound. */
  readonly newAssociationRegimeStarts: PlainDate;
  /** Art. 28: the last day of the period, and the first on which a complete overview can exist. */
  readonly windowOpens: PlainDate;
  /** Art. 28 lid 1: the last day to file, itself included (decision D12). */
  readonly windowCloses: PlainDate;
  /** Bfpp art. 3 lid 2. */
  readonly shieldingAdviceBy: PlainDate;
  /** Art. 28 lid 3. */
  readonly publicationBy: PlainDate;
  /** Art. 28a lid 2; the period ends on polling day. */
  readonly postPeriodStarts: PlainDate;
  /** Art. 28a lid 1. */
  readonly postFiling: ForwardTerm;
  /** Bfpp art. 3 lid 3. */
  readonly postShieldingAdvice: ForwardTerm;
  /** Art. 28a lid 3. */
  readonly postPublication: ForwardTerm;
}

/**
 * @param nominationDay decides from which year art. 31 binds a new association.
 * @throws RangeError for a polling day before 2023-01-01: art. 28a did not exist.
 */
export function electionCalendar(
  pollingDay: PlainDate,
  nominationDay: PlainDate,
): ElectionCalendar {
  const countOf = (key: TermKey): number => statutoryTerm(key, pollingDay).count;
  const back = (key: TermKey): PlainDate => daysBefore(pollingDay, countOf(key));
  return {
    pollingDay,
    partyPeriodStarts: firstDayOfYearBefore(pollingDay, countOf('election.party_years_back')),
    candidatePeriodStarts: firstDayOfYearBefore(
      pollingDay,
      countOf('election.candidate_years_back'),
    ),
    newAssociationRegimeStarts: firstDayOfYearBefore(
      nominationDay,
      countOf('election.new_association_years_back'),
    ),
    windowOpens: back('election.window_opens'),
    windowCloses: back('election.window_closes'),
    shieldingAdviceBy: back('election.shielding_advice'),
    publicationBy: back('election.publication'),
    postPeriodStarts: back('election.post_period_starts'),
    postFiling: statutoryTermAfter('election.post_filing', pollingDay),
    postShieldingAdvice: statutoryTermAfter('election.post_shielding_advice', pollingDay),
    postPublication: statutoryTermAfter('election.post_publication', pollingDay),
  };
}
