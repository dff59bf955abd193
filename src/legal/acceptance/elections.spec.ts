import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { expectedFilings } from '../duties/expected-filings';
import { ALL_NONE } from '../overviews/draft-overview';
import { listedGifts } from '../overviews/listed-gifts';
import { judgeDonorYear } from '../rules/judge';
import { aContribution, aDonorYear, aGroup, aStatus, LATER } from '../testing/a-donor-year';
import { overviewFacts } from '../testing/a-filing';
import { aGroupThatIs, TK2025 } from '../testing/an-election';
import { allIncluded, expectedOf, filed, judged } from '../testing/expected';

const SPAN = { from: plainDate('2025-01-01'), until: plainDate('2026-12-31') };

describe('law.md section 12: a new association, and the day after the election', () => {
  it('T33: a new association that gets 10,000 notifies nothing and lists it before the election', () => {
    const group = aGroupThatIs('new_association');
    const gift = aContribution(10_000, '2025-05-06');
    expect(judgeDonorYear(aDonorYear([gift], { group }), LATER).duties).toEqual([]);
    expect(judgeDonorYear(aDonorYear([gift]), LATER).duties).toHaveLength(1);
    const expected = expectedOf('pre_election_overview', { elections: [TK2025], group });
    expect(expected).toMatchObject({ duty: 19, basis: { article: '31', paragraph: '3' } });
    expect(
      listedGifts(expected, overviewFacts([gift], { group })).map(({ total }) => total),
    ).toEqual([euro(10_000)]);
    const kinds = expectedFilings(group, [TK2025], SPAN).map(({ kind }) => kind);
    expect(kinds).not.toContain('post_election_overview');
    expect(kinds).not.toContain('annual_report');
  });

  it('T34: the same association wins a seat on polling day: arts. 28a and 25a hold from then on', () => {
    const group = aGroup({
      statuses: [
        aStatus('new_association', '2024-01-01', '2025-10-28'),
        aStatus('political_party', '2025-10-29'),
      ],
    });
    const duties = (day: string): number =>
      judgeDonorYear(aDonorYear([aContribution(10_000, day)], { group }), LATER).duties.length;
    expect([duties('2025-10-28'), duties('2025-10-29')]).toEqual([0, 1]);
    const kinds = expectedFilings(group, [TK2025], SPAN).map(({ kind }) => kind);
    expect(kinds).toContain('post_election_overview');
    expect(expectedOf('pre_election_overview', { elections: [TK2025], group }).duty).toBe(19);
    const post = expectedOf('post_election_overview', { elections: [TK2025], group });
    expect(post).toMatchObject({
      duty: 12,
      period: { from: '2025-10-09', until: '2025-10-29' },
    });
    // What came before its seat counts in the total that a later gift reaches.
    const two = [aContribution(9_000, '2025-10-20'), aContribution(1_000, '2025-10-30')];
    expect(
      judgeDonorYear(aDonorYear(two, { group }), LATER).duties.map(({ receivedOn }) => receivedOn),
    ).toEqual(['2025-10-30']);
  });

  it('T35: due on Saturday 29 November 2025, filed on Monday 1 December: in time (Atw art. 1)', () => {
    const expected = expectedOf('post_election_overview', { elections: [TK2025] });
    expect(expected.lastDay).toBe('2025-12-01');
    expect(expected.term).toMatchObject({ naiveLastDay: '2025-11-29', lengthenedBy: ['atw_1'] });
    const facts = overviewFacts([], { stated: ALL_NONE, included: allIncluded(expected) });
    const on = (day: string): readonly string[] =>
      judged(expected, filed(expected, facts, { filedOn: plainDate(day) }), '2025-12-03').map(
        ({ outcome }) => outcome,
      );
    expect(on('2025-11-29')).toEqual([]);
    expect(on('2025-12-01')).toEqual([]);
    expect(on('2025-12-02')).toEqual(['filed_late']);
    expect(judged(expected, null, '2025-12-01')).toEqual([]);
    expect(judged(expected, null, '2025-12-02')).toMatchObject([
      { rule: 'WFPP-28a-1', outcome: 'not_filed', since: '2025-12-02' },
    ]);
  });
});
