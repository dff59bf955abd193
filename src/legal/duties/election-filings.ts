import { daysBefore, firstDayOfYearBefore } from '../calendar/countback';
import { statutoryTerm, statutoryTermAfter, type TermKey } from '../calendar/statutory-term';
import { type Election } from '../facts/election';
import { type ExpectedFiling, type FilingKind } from '../facts/filing';
import { type Group, type GroupStatus, type Membership } from '../facts/group';
import { type LawReference } from '../kernel/law-reference';
import { contains } from '../kernel/period';
import { yearOf, type PlainDate } from '../kernel/plain-date';
import { boundStatusOn, isSeated } from '../rules/bound';
import { SINCE_THE_ACT, SINCE_THE_EVALUATION_ACT } from '../rules/rule';
import { groundOf } from './annual-filings';
import { affiliatesIn, candidatesOn, headIn, type Belonging } from './members';
import {
  partsAfterElection,
  partsBeforeElection,
  partsOfBlankList,
  partsOfCandidates,
} from './required-parts';
import { candidateThresholds, partyThreshold } from './thresholds';

type Period = ExpectedFiling['period'];
type Filer = Pick<Belonging, 'recipient' | 'kind'>;
type Rest = Pick<ExpectedFiling, 'period' | 'parts' | 'duty' | 'basis'>;
type Shared = Pick<
  ExpectedFiling,
  | 'opensOn'
  | 'lastDay'
  | 'term'
  | 'publicationBy'
  | 'threshold'
  | 'partYearThresholds'
  | 'group'
  | 'election'
  | 'year'
>;

const BEFORE: LawReference = { law: 'Wfpp', article: '28', paragraph: '1', part: 'a' };
const AFTER: LawReference = { law: 'Wfpp', article: '28a', paragraph: '1' };
const CANDIDATES: LawReference = { law: 'Wfpp', article: '29', paragraph: '1' };
const BLANK_LIST: LawReference = { law: 'Wfpp', article: '32', paragraph: '1' };
const NEW_ASSOCIATION: LawReference = { law: 'Wfpp', article: '31', paragraph: '3' };

function filing(kind: FilingKind, { recipient, kind: recipientKind }: Filer, rest: Rest & Shared) {
  const key = `${kind}:${rest.election ?? ''}:${recipient}`;
  return { key, kind, recipient, recipientKind, ...rest } satisfies ExpectedFiling;
}

function countOf(key: TermKey, pollingDay: PlainDate): number {
  return statutoryTerm(key, pollingDay).count;
}

/** Art. 28 lid 1: counted back from polling day, never moved (Atw art. 1 lid 2). */
function sharedBefore(group: Group, election: Election): Shared {
  const { pollingDay } = election;
  const back = (key: TermKey): PlainDate => daysBefore(pollingDay, countOf(key, pollingDay));
  return {
    group: group.ref,
    election: election.ref,
    year: yearOf(pollingDay),
    opensOn: back('election.window_opens'),
    lastDay: back('election.window_closes'),
    term: null,
    publicationBy: back('election.publication'),
    threshold: partyThreshold(election),
    partYearThresholds: [],
  };
}

function filingsOfCandidates(
  group: Group,
  election: Election,
  status: GroupStatus,
  shared: Shared,
): readonly ExpectedFiling[] {
  const { pollingDay } = election;
  const { opensOn } = shared;
  const years = countOf('election.candidate_years_back', pollingDay);
  const common = {
    ...shared,
    period: { from: firstDayOfYearBefore(pollingDay, years), until: opensOn },
    partYearThresholds: candidateThresholds(election, opensOn),
  };
  const candidates = candidatesOn(group, opensOn);
  if (status === 'blank_list') {
    const [first, ...others] = candidates;
    if (first === undefined) return [];
    const parts = partsOfBlankList(others);
    return [
      filing('blank_list_overview', first, { ...common, parts, duty: 16, basis: BLANK_LIST }),
    ];
  }
  const head = headIn(group, { from: opensOn, until: opensOn });
  if (head === null) return [];
  const parts = partsOfCandidates(candidates);
  const ground = groundOf(status, 13, CANDIDATES);
  return [filing('candidate_overview', head, { ...common, ...ground, parts })];
}

/** Art. 30 lid 1 makes arts. 28 and 28a hold for affiliates of a party, since 2023. */
function affiliatesReporting(group: Group, on: PlainDate, period: Period): readonly Belonging[] {
  if (!contains(SINCE_THE_EVALUATION_ACT, on)) return [];
  const there = affiliatesIn(group, { from: on, until: on }).map(({ recipient }) => recipient);
  return affiliatesIn(group, period).filter(({ recipient }) => there.includes(recipient));
}

/** Arts. 28, 29, 31 and 32, for what the group is in law on the day on which the period ends. */
export function filingsBefore(group: Group, election: Election): readonly ExpectedFiling[] {
  const { pollingDay } = election;
  if (!contains(SINCE_THE_ACT, pollingDay)) return [];
  const shared = sharedBefore(group, election);
  const { opensOn } = shared;
  const status = boundStatusOn(group, opensOn);
  if (status === null) return [];
  const ofCandidates = filingsOfCandidates(group, election, status, shared);
  if (status === 'blank_list') return ofCandidates;
  const years = countOf('election.party_years_back', pollingDay);
  const period = { from: firstDayOfYearBefore(pollingDay, years), until: opensOn };
  const parts = partsBeforeElection(shared.lastDay);
  const head = headIn(group, { from: opensOn, until: opensOn });
  const ground =
    status === 'new_association'
      ? { duty: 19, basis: NEW_ASSOCIATION }
      : groundOf(status, 11, BEFORE);
  const filers: readonly (Filer & { readonly period: Period })[] = [
    ...(head === null ? [] : [{ ...(head satisfies Membership), period }]),
    ...(isSeated(status) ? affiliatesReporting(group, opensOn, period) : []),
  ];
  return [
    ...filers.map((filer) =>
      filing('pre_election_overview', filer, {
        ...shared,
        ...ground,
        period: filer.period,
        parts,
      }),
    ),
    ...ofCandidates,
  ];
}

/**
 * Art. 28a, for who has a seat on polling day: an association that wins its first is a party from
 * then on (T34). One month is moved by Atw art. 1 lid 1.
 */
export function filingsAfter(group: Group, election: Election): readonly ExpectedFiling[] {
  const { pollingDay } = election;
  if (!contains(SINCE_THE_EVALUATION_ACT, pollingDay)) return [];
  const status = boundStatusOn(group, pollingDay);
  if (!isSeated(status)) return [];
  const term = statutoryTermAfter('election.post_filing', pollingDay);
  const shared: Shared = {
    group: group.ref,
    election: election.ref,
    year: yearOf(pollingDay),
    opensOn: pollingDay,
    lastDay: term.lastDay,
    term,
    publicationBy: statutoryTermAfter('election.post_publication', pollingDay).lastDay,
    threshold: partyThreshold(election),
    partYearThresholds: [],
  };
  const back = countOf('election.post_period_starts', pollingDay);
  const period = { from: daysBefore(pollingDay, back), until: pollingDay };
  const ground = groundOf(status, 12, AFTER);
  const head = headIn(group, { from: pollingDay, until: pollingDay });
  const ofHead = partsAfterElection(candidatesOn(group, pollingDay));
  return [
    ...(head === null
      ? []
      : [filing('post_election_overview', head, { ...shared, ...ground, period, parts: ofHead })]),
    ...affiliatesReporting(group, pollingDay, period).map((affiliate) =>
      filing('post_election_overview', affiliate, {
        ...shared,
        ...ground,
        period: affiliate.period,
        parts: partsAfterElection([]),
      }),
    ),
  ];
}
