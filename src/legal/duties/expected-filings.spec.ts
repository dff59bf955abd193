import { type Election } from '../facts/election';
import { type ExpectedFiling } from '../facts/filing';
import { type Group } from '../facts/group';
import { plainDate } from '../kernel/plain-date';
import { aGroup, aStatus, CANDIDATE, INSTITUTE, PARTY, YOUTH } from '../testing/a-donor-year';
import { aGroupThatIs, anElection, TK2017, TK2023, TK2025 } from '../testing/an-election';
import { expectedFilings } from './expected-filings';

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

/** Who, first and last day of the period, window, publication. */
function days({ kind, recipient, period, ...rest }: ExpectedFiling): readonly unknown[] {
  const { opensOn, lastDay, publicationBy } = rest;
  return [kind, recipient, period.from, period.until, opensOn, lastDay, publicationBy];
}

const PARTY_GROUP = aGroupThatIs('political_party');
const ASSOCIATION = aGroupThatIs('new_association');
const BLANK_LIST = aGroupThatIs('blank_list');

describe('law.md 4.3: the filings around an election, with their days', () => {
  it('Tweede Kamer 22 November 2023', () => {
    const pre = ['2023-11-01', '2023-11-08', '2023-11-15'];
    const post = ['2023-11-02', '2023-11-22', '2023-11-22', '2023-12-22', '2024-01-22'];
    expect(around(PARTY_GROUP, TK2023).map(days)).toEqual([
      ['pre_election_overview', PARTY, '2022-01-01', '2023-11-01', ...pre],
      ['pre_election_overview', YOUTH, '2022-01-01', '2023-11-01', ...pre],
      ['pre_election_overview', INSTITUTE, '2022-01-01', '2023-11-01', ...pre],
      ['candidate_overview', PARTY, '2021-01-01', '2023-11-01', ...pre],
      ['post_election_overview', PARTY, ...post],
      ['post_election_overview', YOUTH, ...post],
      ['post_election_overview', INSTITUTE, ...post],
    ]);
  });

  it('Tweede Kamer 29 October 2025: Saturday 29 November moves to Monday 1 December', () => {
    const pre = ['2025-10-08', '2025-10-15', '2025-10-22'];
    const post = ['2025-10-09', '2025-10-29', '2025-10-29', '2025-12-01', '2025-12-29'];
    const found = around(PARTY_GROUP, TK2025);
    expect(found.map(days)).toEqual([
      ['pre_election_overview', PARTY, '2024-01-01', '2025-10-08', ...pre],
      ['pre_election_overview', YOUTH, '2024-01-01', '2025-10-08', ...pre],
      ['pre_election_overview', INSTITUTE, '2024-01-01', '2025-10-08', ...pre],
      ['candidate_overview', PARTY, '2023-01-01', '2025-10-08', ...pre],
      ['post_election_overview', PARTY, ...post],
      ['post_election_overview', YOUTH, ...post],
      ['post_election_overview', INSTITUTE, ...post],
    ]);
    expect(found.at(-1)?.term).toMatchObject({
      naiveLastDay: '2025-11-29',
      lastDay: '2025-12-01',
      lengthenedBy: ['atw_1'],
    });
    expect(found[0]?.term).toBeNull();
  });

  it('Atw art. 1 lid 2: days counted back stay where they fall, also on Good Friday and Saturday', () => {
    const election = anElection({ pollingDay: plainDate('2025-05-09') });
    const [found] = around(PARTY_GROUP, election);
    expect(found).toMatchObject({
      opensOn: '2025-04-18',
      lastDay: '2025-04-25',
      publicationBy: '2025-05-02',
    });
    const saturday = anElection({ pollingDay: plainDate('2025-05-10') });
    expect(around(PARTY_GROUP, saturday)[0]).toMatchObject({ lastDay: '2025-04-26' });
  });

  it('the year is that of polling day, also when the period ends in the year before', () => {
    const january = anElection({ pollingDay: plainDate('2027-01-13') });
    const filings = around(PARTY_GROUP, january);
    expect(new Set(filings.map(({ year }) => year))).toEqual(new Set([2027]));
    expect(filings[0]).toMatchObject({ opensOn: '2026-12-23', period: { from: '2026-01-01' } });
  });

  it('nothing before the Act, and no overview after polling before 2023', () => {
    const before = anElection({ pollingDay: plainDate('2012-09-12') });
    expect(around(PARTY_GROUP, before)).toEqual([]);
    expect(keys(around(PARTY_GROUP, TK2017))).toEqual([
      `pre_election_overview:tk2017:${PARTY}`,
      `candidate_overview:tk2017:${PARTY}`,
    ]);
    const lastDayOfOldLaw = anElection({ pollingDay: plainDate('2022-12-31') });
    const firstDayOfNewLaw = anElection({ pollingDay: plainDate('2023-01-01') });
    expect(around(PARTY_GROUP, lastDayOfOldLaw)).toHaveLength(2);
    expect(around(PARTY_GROUP, firstDayOfNewLaw).map(({ kind }) => kind)).toEqual([
      'pre_election_overview',
      'candidate_overview',
      'post_election_overview',
      'post_election_overview',
      'post_election_overview',
    ]);
  });
});

describe('the five kinds of actor, by dated status', () => {
  it('art. 31: an association without a seat files before the election, never after it', () => {
    const found = around(ASSOCIATION, TK2025);
    expect(keys(found)).toEqual([
      `pre_election_overview:tk2025:${PARTY}`,
      `candidate_overview:tk2025:${PARTY}`,
    ]);
    expect(found.map(({ duty }) => duty)).toEqual([19, 13]);
    expect(found[0]?.basis).toEqual({ law: 'Wfpp', article: '31', paragraph: '3' });
    expect(of(ASSOCIATION, [], '2013-05-01', '2030-12-31')).toEqual([]);
  });

  it('T34: it wins a seat on polling day: 28a from that day, 25 from that year', () => {
    const group = aGroup({
      statuses: [
        aStatus('new_association', '2023-01-01', '2025-10-28'),
        aStatus('political_party', '2025-10-29'),
      ],
    });
    const filings = of(group, [TK2025], '2025-01-01', '2026-12-31');
    expect(keys(filings)).toEqual([
      `pre_election_overview:tk2025:${PARTY}`,
      `candidate_overview:tk2025:${PARTY}`,
      `gift_regulation:${PARTY}`,
      `post_election_overview:tk2025:${PARTY}`,
      `post_election_overview:tk2025:${YOUTH}`,
      `post_election_overview:tk2025:${INSTITUTE}`,
      `annual_report:2025:${PARTY}`,
      `affiliate_overview:2025:${YOUTH}`,
      `affiliate_overview:2025:${INSTITUTE}`,
    ]);
    const lost = aGroup({ statuses: [aStatus('new_association', '2023-01-01', '2025-10-29')] });
    expect(keys(of(lost, [TK2025], '2025-01-01', '2026-12-31'))).toHaveLength(2);
  });

  it('a party that loses its seats on polling day files no overview after it, but its year', () => {
    const group = aGroup({ statuses: [aStatus('political_party', '2013-05-01', '2025-10-28')] });
    const kinds = of(group, [TK2025], '2025-10-01', '2027-12-31').map(({ kind }) => kind);
    expect(kinds).not.toContain('post_election_overview');
    expect(kinds.filter((kind) => kind === 'annual_report')).toHaveLength(1);
  });

  it('art. 32: the first candidate of a blank list files, for all of them', () => {
    const second = { ...BLANK_LIST.members[3]!, recipient: 'candidate-2', name: 'Second' };
    const group = { ...BLANK_LIST, members: [...BLANK_LIST.members, second] };
    const [found, ...rest] = around(group, TK2025);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      key: `blank_list_overview:tk2025:${CANDIDATE}`,
      duty: 16,
      basis: { law: 'Wfpp', article: '32', paragraph: '1' },
      recipient: CANDIDATE,
      recipientKind: 'candidate',
      period: { from: '2023-01-01', until: '2025-10-08' },
      lastDay: '2025-10-15',
      publicationBy: '2025-10-22',
    });
    expect(found?.parts.filter(({ part }) => part === 'candidate')).toMatchObject([
      { ref: 'candidate-2', name: 'Second', fineable: true },
    ]);
    expect(of(BLANK_LIST, [], '2013-05-01', '2030-12-31')).toEqual([]);
  });

  it('art. 33: a split-off from the calendar year after the split, all on the ground of art. 33', () => {
    const group = aGroup({ statuses: [aStatus('split_off', '2024-03-01')] });
    const filings = of(group, [TK2025], '2024-01-01', '2026-12-31');
    expect(keys(filings)).toEqual([
      `gift_regulation:${PARTY}`,
      `pre_election_overview:tk2025:${PARTY}`,
      `pre_election_overview:tk2025:${YOUTH}`,
      `pre_election_overview:tk2025:${INSTITUTE}`,
      `candidate_overview:tk2025:${PARTY}`,
      `post_election_overview:tk2025:${PARTY}`,
      `post_election_overview:tk2025:${YOUTH}`,
      `post_election_overview:tk2025:${INSTITUTE}`,
      `annual_report:2025:${PARTY}`,
      `affiliate_overview:2025:${YOUTH}`,
      `affiliate_overview:2025:${INSTITUTE}`,
    ]);
    const [regulation, ...others] = filings;
    expect(regulation).toMatchObject({ duty: 20, lastDay: '2025-01-01' });
    for (const filing of others) {
      expect(filing.duty).toBe(23);
      expect(filing.basis).toEqual({ law: 'Wfpp', article: '33', paragraph: '1' });
    }
  });

  it('art. 33: a split in the year of the election binds nothing that year', () => {
    const group = aGroup({ statuses: [aStatus('split_off', '2025-01-01', '2025-12-31')] });
    expect(of(group, [TK2025], '2013-05-01', '2030-12-31')).toEqual([]);
  });

  it('art. 33: a split-off of one day reports on that year', () => {
    const group = aGroup({ statuses: [aStatus('split_off', '2024-03-01', '2025-01-01')] });
    const reports = of(group, [], '2024-01-01', '2027-12-31').filter(
      ({ kind }) => kind === 'annual_report',
    );
    expect(keys(reports)).toEqual([`annual_report:2025:${PARTY}`]);
  });

  it('without a status nothing is expected', () => {
    expect(of(aGroup({ statuses: [] }), [TK2023, TK2025], '2013-05-01', '2030-12-31')).toEqual([]);
  });

  it('without a party, or a candidate on a blank list, there is nobody to file', () => {
    const [, ...others] = PARTY_GROUP.members;
    const headless = { ...PARTY_GROUP, members: others };
    const found = of(headless, [TK2025], '2025-01-01', '2026-12-31');
    expect(new Set(found.map(({ recipient }) => recipient))).toEqual(new Set([YOUTH, INSTITUTE]));
    expect(around({ ...BLANK_LIST, members: PARTY_GROUP.members.slice(0, 3) }, TK2025)).toEqual([]);
  });
});

describe('dated membership', () => {
  function withYouth(from: string, until: string | null): Group {
    const members = PARTY_GROUP.members.map((member) =>
      member.recipient === YOUTH ? { ...member, ...aStatus('split_off', from, until) } : member,
    );
    return { ...PARTY_GROUP, members };
  }

  it('art. 30 lid 2: an affiliate reports on the days that it was one', () => {
    const group = withYouth('2024-07-01', '2025-03-31');
    const found = of(group, [], '2024-01-01', '2027-12-31').filter(
      ({ recipient }) => recipient === YOUTH,
    );
    expect(found.map(({ key, period }) => [key, period.from, period.until])).toEqual([
      [`affiliate_overview:2024:${YOUTH}`, '2024-07-01', '2024-12-31'],
      [`affiliate_overview:2025:${YOUTH}`, '2025-01-01', '2025-03-31'],
    ]);
  });

  it('an affiliate that left and came back in one year files once, under its latest name', () => {
    const left = withYouth('2013-05-01', '2025-02-28');
    const back = { ...PARTY_GROUP.members[1]!, from: plainDate('2025-06-01'), name: 'New name' };
    const group = { ...left, members: [back, ...left.members] };
    const reversed = { ...group, members: group.members.toReversed() };
    const found = of(group, [], '2026-01-01', '2026-12-31');
    const youth = found.find(({ recipient }) => recipient === YOUTH);
    expect(of(reversed, [], '2026-01-01', '2026-12-31')).toContainEqual(youth);
    const own = found.filter(({ recipient }) => recipient === YOUTH);
    expect(own.map(({ period }) => period)).toEqual([{ from: '2025-01-01', until: '2025-12-31' }]);
    const report = found.find(({ kind }) => kind === 'annual_report');
    expect(
      report?.parts.filter(({ part }) => part === 'affiliate').map(({ name }) => name),
    ).toEqual(['New name', `Voorbeeld ${INSTITUTE}`]);
  });

  it.each([
    ['2025-10-07', false, false],
    ['2025-10-08', true, false],
    ['2025-10-28', true, false],
    ['2025-10-29', true, true],
  ])('an affiliate until %s files before the election: %s, after it: %s', (until, pre, post) => {
    const kinds = around(withYouth('2013-05-01', until), TK2025)
      .filter(({ recipient }) => recipient === YOUTH)
      .map(({ kind }) => kind);
    expect(kinds.includes('pre_election_overview')).toBe(pre);
    expect(kinds.includes('post_election_overview')).toBe(post);
  });

  it('arts. 28 and 28a: an affiliate of less long reports on less', () => {
    const found = around(withYouth('2025-10-20', null), TK2025).filter(
      ({ recipient }) => recipient === YOUTH,
    );
    expect(found.map(({ period }) => period)).toEqual([
      { from: '2025-10-20', until: '2025-10-29' },
    ]);
  });

  it('art. 29: the candidates on the list on the day on which the period ends', () => {
    const candidate = PARTY_GROUP.members[3]!;
    const listed = (from: string): readonly (string | null)[] => {
      const members = [...PARTY_GROUP.members.slice(0, 3), { ...candidate, from: plainDate(from) }];
      const found = around({ ...PARTY_GROUP, members }, TK2025);
      const overview = found.find(({ kind }) => kind === 'candidate_overview');
      return overview!.parts.filter(({ part }) => part === 'candidate').map(({ ref }) => ref);
    };
    expect(listed('2025-10-08')).toEqual([CANDIDATE]);
    expect(listed('2025-10-09')).toEqual([]);
  });

  it.each([
    ['2025-10-07', []],
    ['2025-10-08', ['pre_election_overview', 'candidate_overview']],
    ['2025-10-28', ['pre_election_overview', 'candidate_overview']],
    ['2025-10-29', ['pre_election_overview', 'candidate_overview', 'post_election_overview']],
  ])('a party that left its group on %s files %j', (until, kinds) => {
    const [party, ...others] = PARTY_GROUP.members;
    const members = [{ ...party!, until: plainDate(until) }, ...others];
    const own = around({ ...PARTY_GROUP, members }, TK2025).filter(
      ({ recipient }) => recipient === PARTY,
    );
    expect(own.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('of two parties in one year the last files for it', () => {
    const [party, ...others] = PARTY_GROUP.members;
    const members = [
      { ...party!, recipient: 'old', until: plainDate('2025-06-30') },
      { ...party!, recipient: 'new', from: plainDate('2025-07-01') },
      ...others,
    ];
    const found = of({ ...PARTY_GROUP, members }, [], '2026-01-01', '2026-06-30');
    expect(keys(found)).toContain('annual_report:2025:new');
    expect(keys(found)).not.toContain('annual_report:2025:old');
  });

  it('the last party that belonged to the group in the year files for it', () => {
    const [party, ...others] = PARTY_GROUP.members;
    const members = [
      { ...party!, recipient: 'old', until: plainDate('2024-12-31') },
      { ...party!, recipient: 'new', from: plainDate('2025-01-01') },
      ...others,
    ];
    const reports = of({ ...PARTY_GROUP, members }, [], '2025-01-01', '2026-12-31').filter(
      ({ kind }) => kind === 'annual_report',
    );
    expect(keys(reports)).toEqual(['annual_report:2024:old', 'annual_report:2025:new']);
  });
});

describe('arts. 25 and 30 lid 2: before 1 July, and that day never moves (D12)', () => {
  it.each([
    [2023, '2024-06-30'],
    [2024, '2025-06-30'],
    [2027, '2028-06-30'],
  ])('over %i: from 1 January up to and including %s', (year, lastDay) => {
    const opens = `${String(year + 1)}-01-01`;
    const [report, ...others] = of(PARTY_GROUP, [], opens, lastDay).filter(
      (filing) => filing.year === year,
    );
    expect(report).toMatchObject({
      key: `annual_report:${String(year)}:${PARTY}`,
      duty: 8,
      basis: { law: 'Wfpp', article: '25', paragraph: '1', part: 'a' },
      recipientKind: 'party',
      election: null,
      period: { from: `${String(year)}-01-01`, until: `${String(year)}-12-31` },
      opensOn: opens,
      lastDay,
      term: null,
      publicationBy: null,
      threshold: { value: 100_000, source: 'Wfpp art. 25 lid 1 onder b' },
      partYearThresholds: [],
    });
    expect(others.map(({ kind, duty, basis }) => [kind, duty, basis.part])).toEqual([
      ['affiliate_overview', 15, 'a'],
      ['affiliate_overview', 15, 'a'],
    ]);
  });

  it('over 2022 the threshold is that of 2022; over 2013 the period starts with the Act (art. 44)', () => {
    const [over2022] = of(PARTY_GROUP, [], '2023-02-01', '2023-02-01').slice(1);
    expect(over2022?.threshold).toMatchObject({ value: 450_000 });
    const [over2013] = of(PARTY_GROUP, [], '2014-02-01', '2014-02-01').slice(1);
    expect(over2013?.period).toEqual({ from: '2013-05-01', until: '2013-12-31' });
    expect(of(PARTY_GROUP, [], '2013-01-01', '2013-04-30')).toEqual([]);
    const older = aGroupThatIs('political_party', '2010-01-01');
    expect(keys(of(older, [], '2013-01-01', '2013-06-30'))).toEqual([`gift_regulation:${PARTY}`]);
  });

  it.each([
    ['2026-01-01', '2026-01-01', true],
    ['2025-07-01', '2025-12-31', false],
    ['2026-06-30', '2026-07-31', true],
    ['2026-07-01', '2026-07-31', false],
  ])('asked for %s to %s the report over 2025 is there: %s', (from, until, expected) => {
    const found = keys(of(PARTY_GROUP, [], from, until));
    expect(found.includes(`annual_report:2025:${PARTY}`)).toBe(expected);
  });

  it('a party for one day of the year reports on all of that year', () => {
    const group = aGroup({ statuses: [aStatus('political_party', '2025-12-31', '2026-01-01')] });
    const reports = of(group, [], '2025-01-01', '2030-12-31').filter(
      ({ kind }) => kind === 'annual_report',
    );
    expect(reports.map(({ period }) => [period.from, period.until])).toEqual([
      ['2025-01-01', '2025-12-31'],
      ['2026-01-01', '2026-12-31'],
    ]);
  });

  it('the last status of the year decides on what ground', () => {
    const statuses = [
      aStatus('split_off', '2023-05-01', '2025-10-28'),
      aStatus('political_party', '2025-10-29'),
    ];
    for (const order of [statuses, statuses.toReversed()]) {
      const found = of(aGroup({ statuses: order }), [], '2025-01-01', '2026-12-31');
      const reports = found.filter(({ kind }) => kind === 'annual_report');
      expect(reports.map(({ year, duty }) => [year, duty])).toEqual([
        [2024, 23],
        [2025, 8],
      ]);
    }
  });

  it('a span that ends before it begins holds nothing', () => {
    expect(of(PARTY_GROUP, [TK2025], '2026-12-31', '2025-01-01')).toEqual([]);
  });
});
