import { proRataThreshold } from '../calendar/election-threshold';
import { type ExpectedFiling, type Filing } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { completeness } from '../overviews/completeness';
import { ALL_NONE } from '../overviews/draft-overview';
import { listedGifts } from '../overviews/listed-gifts';
import { type OverviewFacts } from '../overviews/overview-facts';
import { aContribution, aGroup, CANDIDATE, cents, inKind } from '../testing/a-donor-year';
import { aListedDonor, overviewFacts } from '../testing/a-filing';
import { anElection, TK2017, TK2023, TK2025 } from '../testing/an-election';
import { allIncluded, expectedOf, filed, judged } from '../testing/expected';

const TK2021 = anElection({
  ref: 'tk2021',
  name: 'Tweede Kamer 17 maart 2021',
  pollingDay: plainDate('2021-03-17'),
  nominationDay: plainDate('2021-02-01'),
});

/** Whether a gift of this size to a candidate is in the overview of the candidates. */
function isListed(expected: ExpectedFiling, euros: number, day: string): boolean {
  const gift = aContribution(euros, day, { recipient: CANDIDATE });
  return listedGifts(expected, overviewFacts([gift])).length === 1;
}

/** Facts in which nothing was given and everything is stated. */
function nothing(expected: ExpectedFiling, over: Partial<OverviewFacts> = {}): OverviewFacts {
  return overviewFacts([], { stated: ALL_NONE, included: allIncluded(expected), ...over });
}

describe('law.md section 12: overviews of elections and what they lack', () => {
  it('T1: a gift of 653.42 to a candidate in 2017 is listed; one of 653.00 by the stored figure only', () => {
    const byMinistry = expectedOf('candidate_overview', { elections: [TK2017] });
    expect(isListed(byMinistry, 653.42, '2017-01-15')).toBe(true);
    expect(isListed(byMinistry, 653, '2017-01-15')).toBe(true);
    expect(isListed(byMinistry, 652.99, '2017-01-15')).toBe(false);

    const computed = proRataThreshold(euro(4_500), plainDate('2017-02-22'));
    expect(computed).toBe(cents(653.42));
    const candidate = { value: computed, source: 'computed' };
    const own = { ...TK2017, thresholds: { party: null, candidate } };
    const byComputing = expectedOf('candidate_overview', { elections: [own] });
    expect(isListed(byComputing, 653.42, '2017-01-15')).toBe(true);
    expect(isListed(byComputing, 653, '2017-01-15')).toBe(false);
    expect(isListed(byComputing, 653, '2016-01-15')).toBe(false);
    expect(isListed(byComputing, 4_500, '2016-01-15')).toBe(true);
  });

  it('T2: the published 767.12 goes before the 769.86 that the days give', () => {
    expect(proRataThreshold(euro(1_000), plainDate('2025-10-08'))).toBe(cents(769.86));
    const expected = expectedOf('candidate_overview', { elections: [TK2025] });
    expect(expected.partYearThresholds).toMatchObject([{ year: 2025, value: cents(767.12) }]);
    expect(isListed(expected, 767.12, '2025-05-06')).toBe(true);
    expect(isListed(expected, 767.11, '2025-05-06')).toBe(false);
    const other = {
      ...TK2025,
      thresholds: { party: null, candidate: { value: cents(769.86), source: 'overseer' } },
    };
    const overridden = expectedOf('candidate_overview', { elections: [other] });
    expect(isListed(overridden, 767.12, '2025-05-06')).toBe(false);
  });

  it('T3: a filing without gifts in kind is asked for an explicit "none"', () => {
    const expected = expectedOf('pre_election_overview', { elections: [TK2025] });
    const money = [aContribution(5_000, '2025-05-06')];
    const stated = { noGifts: false, noGiftsInKind: false, noDebts: true };
    const whyOf = (facts: OverviewFacts): unknown =>
      completeness(expected, filed(expected, facts)).map(({ part, why }) => [part, why]);
    expect(whyOf(overviewFacts(money, { stated }))).toEqual([['in_kind', 'none_not_stated']]);
    expect(whyOf(overviewFacts(money, { stated: { ...stated, noGiftsInKind: true } }))).toEqual([]);
    const room = [...money, inKind(1_000, '2025-05-07')];
    expect(whyOf(overviewFacts(room, { stated }))).toEqual([]);
  });

  it('T4: filed for the party and not for the candidates is half; an empty overview must say "none"', () => {
    const elections = [TK2025];
    const party = expectedOf('pre_election_overview', { elections });
    const candidates = expectedOf('candidate_overview', { elections });
    const rules = (ofParty: Filing | null, ofCandidates: Filing | null): unknown => [
      ...judged(party, ofParty, '2025-10-16').map(({ rule, outcome }) => [rule, outcome]),
      ...judged(candidates, ofCandidates, '2025-10-16').map(({ rule, outcome }) => [rule, outcome]),
    ];
    const ofParty = filed(party, nothing(party));
    expect(rules(ofParty, null)).toEqual([['WFPP-29-1', 'not_filed']]);
    expect(rules(null, null)).toEqual([
      ['WFPP-28-1', 'not_filed'],
      ['WFPP-29-1', 'not_filed'],
    ]);
    expect(rules(ofParty, filed(candidates, nothing(candidates)))).toEqual([]);
    const silent = { noGifts: false, noGiftsInKind: false, noDebts: false };
    const empty = filed(candidates, nothing(candidates, { stated: silent }));
    expect(completeness(candidates, empty).map(({ part }) => part)).toEqual(['gifts', 'in_kind']);
    expect(judged(party, null, '2025-10-15')).toEqual([]);
  });

  it('T5: one statement of a candidate is missing: the rest is published on day -7, one case for that part', () => {
    const member = { kind: 'candidate', from: plainDate('2013-05-01'), until: null } as const;
    const group = aGroup();
    const other = { ...member, recipient: 'candidate-2', name: 'D. Dam' };
    const about = { elections: [TK2021], group: { ...group, members: [...group.members, other] } };
    const expected = expectedOf('candidate_overview', about);
    const included = allIncluded(expected).filter(({ ref }) => ref !== 'candidate-2');
    const filing = filed(expected, nothing(expected, { included }));
    expect(completeness(expected, filing)).toMatchObject([
      { part: 'candidate', ref: 'candidate-2', name: 'D. Dam', why: 'absent' },
    ]);
    expect(judged(expected, filing, '2021-03-04')).toMatchObject([
      {
        rule: 'WFPP-29-1',
        outcome: 'part_missing',
        basis: { article: '29', paragraph: '5' },
        filing: { part: 'candidate', partOf: 'candidate-2' },
      },
    ]);
    expect(expected.publicationBy).toBe('2021-03-10');
    expect(judged(expected, null, '2021-03-04')).toMatchObject([{ outcome: 'not_filed' }]);
    // Filed later all the same: late as a whole, and still without that part.
    const later = { ...filing, filedOn: plainDate('2021-03-05') };
    expect(judged(expected, later, '2021-03-06').map(({ outcome }) => outcome)).toEqual([
      'filed_late',
      'part_missing',
    ]);
  });

  it('T6: six parties late, wrong or incomplete are six cases on different grounds', () => {
    const expected = expectedOf('pre_election_overview', { elections: [TK2023] });
    const gift = [aContribution(6_000, '2023-05-06')];
    const stated = { noGifts: false, noGiftsInKind: true, noDebts: true };
    const facts = overviewFacts(gift, { stated });
    const good = filed(expected, facts);
    const foundation = aListedDonor({ kind: 'foundation', name: 'Stichting Wad' });
    const owned = {
      ...foundation,
      ubos: [{ name: 'B. Bos', address: 'Laan 3', residence: 'Ede', country: 'NL' }],
    };
    const cases: readonly (Filing | null)[] = [
      null,
      { ...good, filedOn: plainDate('2023-11-09') },
      filed(expected, { ...facts, stated: { ...stated, noDebts: false } }),
      filed(expected, { ...facts, stated: { ...stated, noGiftsInKind: false } }),
      filed(expected, { ...facts, donors: [owned] }),
      filed(expected, { ...facts, donors: [aListedDonor({ address: null })] }),
    ];
    const found = cases.map((filing) => judged(expected, filing, '2023-11-10'));
    expect(found.map((one) => one.map(({ outcome, missing }) => [outcome, ...missing]))).toEqual([
      [['not_filed', 'filing']],
      [['filed_late']],
      [['part_missing', 'debts']],
      [['part_missing', 'in_kind']],
      [['part_missing', 'look_through']],
      [['part_missing', 'gifts']],
    ]);
    expect(judged(expected, good, '2023-11-10')).toEqual([]);
    const grounds = found.flatMap((one) =>
      one.map(({ outcome, basis, filing }) => JSON.stringify([outcome, basis, filing?.part])),
    );
    expect(new Set(grounds).size).toBe(6);
  });
});
