import { type Filing, type OverviewContent } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { type Finding } from '../rules/finding';
import { aContribution, INSTITUTE, YOUTH } from '../testing/a-donor-year';
import { aContent, aFiling, aLine, aListedGift } from '../testing/a-filing';
import { sources } from '../testing/sources';
import { reconcile } from './reconcile';

const RECIPIENT = { ref: YOUTH, name: 'Jong', kind: 'youth_organisation' } as const;

function overview(over: Partial<Filing> = {}, euros = 2_000): Filing {
  const gift = aListedGift([
    aLine(aContribution(euros, '2024-05-06', { recipient: YOUTH, ref: 'c-1' })),
  ]);
  const content = aContent({ kind: 'affiliate_overview', recipient: RECIPIENT, gifts: [gift] });
  return aFiling(content, {
    ref: 'jong-1',
    sha256: 'a1',
    filedOn: plainDate('2025-05-01'),
    ...over,
  });
}

type Included = OverviewContent['included'][number];

function taking(sha256: string | null, over: Partial<Included> = {}): Filing {
  const entry: Included = {
    part: 'affiliate',
    ref: YOUTH,
    name: 'Jong',
    filing: sha256 === null ? null : 'jong-1',
    sha256,
    ...over,
  };
  return aFiling(aContent({ included: [entry] }), { ref: 'party-report' });
}

function found(filings: readonly Filing[]): readonly Finding[] {
  return reconcile(sources({ filings }));
}

describe('Wfpp art. 30 lid 2: the report of the party takes along what its affiliates filed', () => {
  it('by the hash of what stands', () => {
    expect(found([taking('a1'), overview()])).toEqual([]);
    expect(found([overview(), taking('a1')])).toEqual([]);
  });

  it.each([
    ['it is named without a filing', taking(null)],
    ['it is not named at all', aFiling(aContent(), { ref: 'party-report' })],
    ['a candidate of that name is no affiliate', taking('a1', { part: 'candidate' })],
    ['another affiliate is named', taking(null, { ref: INSTITUTE })],
  ])('not included: %s', (_, report) => {
    const about = found([report, overview()]).filter(({ outcome }) =>
      outcome.startsWith('affiliate'),
    );
    expect(about).toMatchObject([
      {
        outcome: 'affiliate_not_included',
        key: `differ:affiliate_not_included:annual_report:2024:party-1:affiliate_overview:2024:${YOUTH}`,
        basis: { law: 'Wfpp', article: '30', paragraph: '2' },
        recipient: YOUTH,
        since: '2025-06-01',
        documents: [
          { kind: 'filing', ref: 'party-report', version: 1, amount: null, on: '2025-06-01' },
          { kind: 'filing', ref: 'jong-1', version: 1, amount: euro(2_000), on: '2025-05-01' },
        ],
        amounts: [{ label: 'total_affiliate', amount: euro(2_000) }],
      },
    ]);
  });

  it('the affiliate corrected its overview after it was taken along: both totals are shown', () => {
    const corrected = overview(
      { ref: 'jong-2', version: 2, sha256: 'a2', filedOn: plainDate('2025-07-01') },
      1_500,
    );
    expect(found([taking('a1'), overview(), corrected])).toMatchObject([
      {
        outcome: 'affiliate_differs',
        since: '2025-07-01',
        documents: [
          { ref: 'party-report', amount: euro(2_000) },
          { ref: 'jong-2', version: 2, amount: euro(1_500) },
        ],
        amounts: [
          { label: 'total_affiliate', amount: euro(1_500) },
          { label: 'total_included', amount: euro(2_000) },
          { label: 'excess', amount: euro(500) },
        ],
      },
    ]);
    expect(found([taking('a2'), overview(), corrected])).toEqual([]);
  });

  it('what was taken along is no version that was ever filed', () => {
    const [one, ...others] = found([taking('zz'), overview()]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      outcome: 'affiliate_differs',
      documents: [{ amount: null }, { amount: euro(2_000) }],
      amounts: [{ label: 'total_affiliate', amount: euro(2_000) }],
    });
  });

  it('the affiliate itself filed nothing of the kind', () => {
    expect(found([taking('a1')])).toMatchObject([
      {
        outcome: 'affiliate_not_filed',
        key: `differ:affiliate_not_filed:annual_report:2024:party-1:${YOUTH}`,
        recipient: YOUTH,
        since: '2025-06-01',
        documents: [
          { kind: 'filing', ref: 'party-report', amount: null },
          { kind: 'filing', ref: 'jong-1', version: null, amount: null, on: null },
        ],
        amounts: [],
      },
    ]);
    expect(found([taking('a1', { filing: null })])[0]?.documents?.[1]?.ref).toBe('a1');
    expect(found([taking(null)])).toEqual([]);
    expect(found([taking('a1', { part: 'candidate' })])).toEqual([]);
  });

  it('a draft of the affiliate, or an overview of another year, is not the one', () => {
    expect(found([taking('a1'), overview({ filedOn: null })])).toMatchObject([
      { outcome: 'affiliate_not_filed' },
    ]);
    const { content } = overview();
    const period = { from: plainDate('2023-01-01'), until: plainDate('2023-12-31') };
    const before = aFiling({
      ...content,
      year: 2023,
      period,
      gifts: [],
      totals: aContent().totals,
    });
    expect(found([taking(null), before])).toEqual([]);
    expect(found([taking('a1'), before])).toMatchObject([{ outcome: 'affiliate_not_filed' }]);
  });

  it('only the report over the year takes affiliates along', () => {
    const { content } = taking(null);
    const election = aFiling({ ...content, kind: 'pre_election_overview' }, { expected: 'e-1' });
    expect(found([election, overview()])).toEqual([]);
  });
});
