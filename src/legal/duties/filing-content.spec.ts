import { type Election } from '../facts/election';
import { type ExpectedFiling } from '../facts/filing';
import { type Group } from '../facts/group';
import { plainDate } from '../kernel/plain-date';
import { aGroup, aStatus, cents, PARTY, YOUTH } from '../testing/a-donor-year';
import { aGroupThatIs, anElection, TK2017, TK2023, TK2025 } from '../testing/an-election';
import { expectedFilings } from './expected-filings';
import { partsAfterElection, partsBeforeElection, partsOfCandidates } from './required-parts';

function of(
  group: Group,
  elections: readonly Election[],
  from: string,
  until: string,
): readonly ExpectedFiling[] {
  return expectedFilings(group, elections, { from: plainDate(from), until: plainDate(until) });
}

/** Everything about one election, without what is owed every year or always. */
function around(group: Group, election: Election): readonly ExpectedFiling[] {
  return of(group, [election], '2013-05-01', '2030-12-31').filter(
    (filing) => filing.election === election.ref,
  );
}

function keys(filings: readonly ExpectedFiling[]): readonly string[] {
  return filings.map(({ key }) => key);
}

const PARTY_GROUP = aGroupThatIs('political_party');
const BLANK_LIST = aGroupThatIs('blank_list');

describe('a filing in full', () => {
  it('art. 28', () => {
    const [first] = around(PARTY_GROUP, TK2025);
    expect(first).toEqual({
      key: `pre_election_overview:tk2025:${PARTY}`,
      kind: 'pre_election_overview',
      duty: 11,
      basis: { law: 'Wfpp', article: '28', paragraph: '1', part: 'a' },
      group: 'group-1',
      recipient: PARTY,
      recipientKind: 'party',
      election: 'tk2025',
      year: 2025,
      period: { from: '2024-01-01', until: '2025-10-08' },
      opensOn: '2025-10-08',
      lastDay: '2025-10-15',
      term: null,
      publicationBy: '2025-10-22',
      threshold: { value: 100_000, source: 'Wfpp art. 28' },
      partYearThresholds: [],
      parts: partsBeforeElection(plainDate('2025-10-15')),
    });
  });

  it('art. 28a: of the party with its candidates, of an affiliate without', () => {
    const [party, youth] = around(PARTY_GROUP, TK2025).slice(4);
    const shared = {
      kind: 'post_election_overview',
      duty: 12,
      basis: { law: 'Wfpp', article: '28a', paragraph: '1' },
      group: 'group-1',
      election: 'tk2025',
      year: 2025,
      period: { from: '2025-10-09', until: '2025-10-29' },
      opensOn: '2025-10-29',
      lastDay: '2025-12-01',
      publicationBy: '2025-12-29',
      threshold: { value: 100_000, source: 'Wfpp art. 28' },
      partYearThresholds: [],
    };
    const candidates = PARTY_GROUP.members.filter(({ kind }) => kind === 'candidate');
    expect(party).toEqual({
      ...shared,
      key: `post_election_overview:tk2025:${PARTY}`,
      recipient: PARTY,
      recipientKind: 'party',
      term: party?.term,
      parts: partsAfterElection(candidates),
    });
    expect(youth).toMatchObject({ ...shared, recipient: YOUTH, parts: partsAfterElection([]) });
    expect(youth?.recipientKind).toBe('youth_organisation');
  });

  it('art. 29 and art. 32: the article, the group and the candidates', () => {
    const candidates = PARTY_GROUP.members.filter(({ kind }) => kind === 'candidate');
    expect(around(PARTY_GROUP, TK2025)[3]).toMatchObject({
      key: `candidate_overview:tk2025:${PARTY}`,
      duty: 13,
      basis: { law: 'Wfpp', article: '29', paragraph: '1' },
      group: 'group-1',
      parts: partsOfCandidates(candidates),
    });
  });
});

describe('decision D13: thresholds of an election', () => {
  function thresholds(election: Election, group = PARTY_GROUP): readonly unknown[] {
    return around(group, election).map(({ kind, threshold, partYearThresholds }) => [
      kind,
      threshold?.value,
      ...partYearThresholds.map(({ year, value }) => [year, value]),
    ]);
  }

  it('T1: 2017 at 4 500, candidates in the year of polling at the stored 653', () => {
    expect(thresholds(TK2017)).toEqual([
      ['pre_election_overview', 450_000],
      ['candidate_overview', 450_000, [2017, 65_300]],
    ]);
  });

  it('T2: 2025 at 1 000, candidates at the stored 767.12 and not at the computed 769.86', () => {
    expect(thresholds(TK2025)[3]).toEqual(['candidate_overview', 100_000, [2025, 76_712]]);
    expect(thresholds(TK2025, BLANK_LIST)).toEqual([
      ['blank_list_overview', 100_000, [2025, 76_712]],
    ]);
    const overview = around(PARTY_GROUP, TK2025)[3];
    expect(overview?.partYearThresholds[0]?.source).toBe('the ministry');
  });

  it('the figure in the built-in table is used when the overseer stored none', () => {
    const bare = { ...TK2025, thresholds: { party: null, candidate: null } };
    expect(thresholds(bare)[3]).toEqual(['candidate_overview', 100_000, [2025, 76_712]]);
    const other = { ...bare, pollingDay: plainDate('2025-10-22') };
    expect(thresholds(other)[3]).toEqual(['candidate_overview', 100_000, [2025, 75_068]]);
    expect(around(PARTY_GROUP, other)[3]?.partYearThresholds[0]?.source).toContain('29 lid 7');
    expect(thresholds({ ...TK2023, thresholds: bare.thresholds })[0]).toEqual([
      'pre_election_overview',
      450_000,
    ]);
  });

  it('without a stored figure for candidates the part of the stored figure for parties is taken', () => {
    expect(thresholds(TK2023)[3]).toEqual(['candidate_overview', 450_000, [2023, 376_027]]);
    const lower = { party: { value: cents(1_000), source: 'test' }, candidate: null };
    expect(thresholds({ ...TK2023, thresholds: lower })).toEqual([
      ['pre_election_overview', 100_000],
      ['pre_election_overview', 100_000],
      ['pre_election_overview', 100_000],
      ['candidate_overview', 100_000, [2023, 83_562]],
      ['post_election_overview', 100_000],
      ['post_election_overview', 100_000],
      ['post_election_overview', 100_000],
    ]);
  });

  it('the year that ends early is the year of the last day, not always that of polling', () => {
    const january = anElection({ pollingDay: plainDate('2027-01-13') });
    expect(thresholds(january)[3]).toEqual(['candidate_overview', 100_000, [2026, 97_808]]);
  });
});

describe('art. 34: a public gift regulation, as long as there is a seat', () => {
  it('one key for every year, expected from the first day', () => {
    const [found] = of(
      aGroupThatIs('political_party', '2021-03-31'),
      [],
      '2026-08-01',
      '2026-08-01',
    );
    expect(found).toMatchObject({
      key: `gift_regulation:${PARTY}`,
      duty: 20,
      basis: { law: 'Wfpp', article: '34', paragraph: '1' },
      year: 2021,
      opensOn: '2021-03-31',
      lastDay: '2021-03-31',
      period: { from: '2021-03-31', until: '2021-03-31' },
      publicationBy: null,
      threshold: null,
      recipientKind: 'party',
    });
  });

  it('not before the Act, not after the seat was lost', () => {
    expect(
      of(aGroupThatIs('political_party', '2010-01-01'), [], '2026-08-01', '2026-08-01'),
    ).toMatchObject([{ lastDay: '2013-05-01', year: 2013 }]);
    const lost = aGroup({ statuses: [aStatus('political_party', '2021-03-31', '2023-11-21')] });
    expect(keys(of(lost, [], '2023-11-21', '2023-11-21'))).toEqual([`gift_regulation:${PARTY}`]);
    expect(keys(of(lost, [], '2025-11-22', '2025-11-22'))).toEqual([]);
  });
});
