import { electionCalendar, type ElectionCalendar } from '../../../legal/calendar/election-calendar';
import { statutoryTerm, type TermKey } from '../../../legal/calendar/statutory-term';
import { type ForwardTerm, type TermUnit } from '../../../legal/calendar/term';
import { type Election } from '../../../legal/facts/election';
import { type LawReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';

export const ELECTION_TERMS = [
  'new_association_regime',
  'candidate_period',
  'party_period',
  'nomination',
  'window_opens',
  'post_period',
  'window_closes',
  'shielding_advice',
  'publication',
  'polling',
  'post_filing',
  'post_shielding_advice',
  'post_publication',
] as const;
export type ElectionTermName = (typeof ELECTION_TERMS)[number];

/**
 * One day of the calendar of an election. 'back': counted back from the day it hangs on, never
 * moved (Atw art. 1 lid 2). 'on': runs on, moved as any term. 'given': the day itself.
 */
export interface ElectionTerm {
  readonly term: ElectionTermName;
  readonly day: PlainDate;
  readonly basis: LawReference | null;
  readonly counted: 'back' | 'on' | 'given';
  readonly count: number | null;
  readonly unit: Exclude<TermUnit, 'hours'> | null;
  /** The day before the Algemene termijnenwet moved it; null when it was not moved. */
  readonly movedFrom: PlainDate | null;
}

function wfpp(article: string, paragraph: string): LawReference {
  return { law: 'Wfpp', article, paragraph };
}

/** The statute's own names: the day, where it stands, which count it is. */
const BACK = [
  [
    'new_association_regime',
    'newAssociationRegimeStarts',
    wfpp('31', '1'),
    'new_association_years_back',
  ],
  ['candidate_period', 'candidatePeriodStarts', wfpp('29', '2'), 'candidate_years_back'],
  ['party_period', 'partyPeriodStarts', wfpp('28', '2'), 'party_years_back'],
  ['window_opens', 'windowOpens', wfpp('28', '1'), 'window_opens'],
  ['post_period', 'postPeriodStarts', wfpp('28a', '2'), 'post_period_starts'],
  ['window_closes', 'windowCloses', wfpp('28', '1'), 'window_closes'],
  [
    'shielding_advice',
    'shieldingAdviceBy',
    { law: 'Bfpp', article: '3', paragraph: '2' },
    'shielding_advice',
  ],
  ['publication', 'publicationBy', wfpp('28', '3'), 'publication'],
] as const satisfies readonly (readonly [
  ElectionTermName,
  keyof ElectionCalendar,
  LawReference,
  string,
])[];

const ON = [
  ['post_filing', 'postFiling', wfpp('28a', '1'), 'post_filing'],
  [
    'post_shielding_advice',
    'postShieldingAdvice',
    { law: 'Bfpp', article: '3', paragraph: '3' },
    'post_shielding_advice',
  ],
  ['post_publication', 'postPublication', wfpp('28a', '3'), 'post_publication'],
] as const satisfies readonly (readonly [
  ElectionTermName,
  keyof ElectionCalendar,
  LawReference,
  string,
])[];

function given(term: ElectionTermName, day: PlainDate): ElectionTerm {
  return { term, day, basis: null, counted: 'given', count: null, unit: null, movedFrom: null };
}

function moved({ lastDay, naiveLastDay }: ForwardTerm): PlainDate | null {
  return lastDay === naiveLastDay ? null : naiveLastDay;
}

/** Every day that hangs on an election, in order of the days. */
export function electionTerms({ pollingDay, nominationDay }: Election): readonly ElectionTerm[] {
  const calendar = electionCalendar(pollingDay, nominationDay);
  const length = (key: string): Pick<ElectionTerm, 'count' | 'unit'> =>
    statutoryTerm(`election.${key}` as TermKey, pollingDay);
  const terms = [
    given('nomination', nominationDay),
    given('polling', pollingDay),
    ...BACK.map(([term, field, basis, key]): ElectionTerm => ({
      term,
      day: calendar[field],
      basis,
      counted: 'back',
      ...length(key),
      movedFrom: null,
    })),
    ...ON.map(([term, field, basis, key]): ElectionTerm => ({
      term,
      day: calendar[field].lastDay,
      basis,
      counted: 'on',
      ...length(key),
      movedFrom: moved(calendar[field]),
    })),
  ];
  return terms.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
