import { timeline } from '../kernel/timeline';
import { defineParameter, type Parameter } from './parameter';

type ElectionTerm<Key extends string> = Parameter<Key, number>;
type Unit = 'days' | 'weeks' | 'months' | 'years';

/** Terms that also stood in the Act before 2023, as the elections of 2017 and 2021 were run. */
function sinceTheAct<const Key extends string>(
  key: Key,
  count: number,
  unit: Unit,
  source: string,
): ElectionTerm<Key> {
  const values = timeline(
    ['2013-05-01', count, 'Assumed the same as from 2023', 'unverified'],
    ['2023-01-01', count, source],
  );
  return defineParameter({ key, unit, operator: '=', per: 'election', values });
}

/** Terms of art. 28a and of the Bfpp, known from 2023. */
function since2023<const Key extends string>(
  key: Key,
  count: number,
  unit: Unit,
  source: string,
): ElectionTerm<Key> {
  const values = timeline(['2023-01-01', count, source]);
  return defineParameter({ key, unit, operator: '=', per: 'election', values });
}

/** Counted back from polling day: the last day of the period, on which the window opens. */
export const electionWindowOpens = sinceTheAct(
  'election.window_opens',
  21,
  'days',
  'Wfpp art. 28 lid 1 and 2',
);

/** Counted back from polling day: the last day to file (decision D12). */
export const electionWindowCloses = sinceTheAct(
  'election.window_closes',
  14,
  'days',
  'Wfpp art. 28 lid 1',
);

/** Counted back from polling day: the advice on withheld names. */
export const electionShieldingAdvice = since2023(
  'election.shielding_advice',
  9,
  'days',
  'Bfpp art. 3 lid 2',
);

/** Counted back from polling day: the latest publication. */
export const electionPublication = sinceTheAct(
  'election.publication',
  7,
  'days',
  'Wfpp art. 28 lid 3',
);

/** Counted back from polling day: the first day of the post-election period. */
export const electionPostPeriodStarts = since2023(
  'election.post_period_starts',
  20,
  'days',
  'Wfpp art. 28a lid 2',
);

/** After polling day: the post-election overview. */
export const electionPostFiling = since2023(
  'election.post_filing',
  1,
  'months',
  'Wfpp art. 28a lid 1',
);

/** After polling day: the advice on names withheld from the post-election overview. */
export const electionPostShieldingAdvice = since2023(
  'election.post_shielding_advice',
  6,
  'weeks',
  'Bfpp art. 3 lid 3',
);

/** After polling day: the latest publication of the post-election overview. */
export const electionPostPublication = since2023(
  'election.post_publication',
  2,
  'months',
  'Wfpp art. 28a lid 3',
);

/** Calendar years before the year of polling in which the period of a party starts. */
export const electionPartyYearsBack = sinceTheAct(
  'election.party_years_back',
  1,
  'years',
  'Wfpp art. 28 lid 2',
);

/** Calendar years before the year of polling in which the period of a candidate starts. */
export const electionCandidateYearsBack = sinceTheAct(
  'election.candidate_years_back',
  2,
  'years',
  'Wfpp art. 29 lid 2 and art. 32 lid 2',
);

/** Calendar years before the year of nomination from which art. 31 binds an association. */
export const electionNewAssociationYearsBack = sinceTheAct(
  'election.new_association_years_back',
  2,
  'years',
  'Wfpp art. 31',
);
