import { type Contribution } from '../facts/contribution';
import { type ExpectedFiling, type OverviewLookThrough } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { aContribution, cents, inKind, YOUTH } from '../testing/a-donor-year';
import { aListedDonor, anExpected, aPart, overviewFacts } from '../testing/a-filing';
import { lookThroughEntries } from './look-through-entries';
import { type OverviewDonor, type OverviewFacts } from './overview-facts';

const FOUNDATION: Partial<OverviewDonor> = { kind: 'foundation', name: 'Stichting Dijk' };

function overview(year: number, receivedOn: string): OverviewDonor['lookThrough'][number] {
  const givers = [
    { name: 'K. Kok', amount: euro(1_500), residence: 'Goes' },
    { name: 'L. Lam', amount: cents(1_000.01) },
  ];
  return { ref: `overview-${receivedOn}`, year, receivedOn: plainDate(receivedOn), givers };
}

function entries(
  contributions: readonly Contribution[],
  donor: Partial<OverviewDonor> = {},
  over: Partial<OverviewFacts> = {},
  expected: ExpectedFiling = anExpected(),
): readonly OverviewLookThrough[] {
  const donors = [aListedDonor({ ...FOUNDATION, ...donor })];
  return lookThroughEntries(expected, overviewFacts(contributions, { donors, ...over }));
}

describe('Wfpp art. 21a lid 1: who stands behind a foundation or association', () => {
  it.each([
    ['1,000 in money is not more than 1,000', [aContribution(1_000, '2024-05-06')], 0],
    ['1,000.01 is', [aContribution(1_000.01, '2024-05-06')], 1],
    ['1,000 in kind is not', [inKind(1_000, '2024-05-06')], 0],
    ['1,000.01 in kind is', [inKind(1_000.01, '2024-05-06')], 1],
    [
      'money and in kind are not added up',
      [aContribution(1_000, '2024-05-06'), inKind(1_000, '2024-05-07')],
      0,
    ],
    [
      'two gifts in money are',
      [aContribution(1_000, '2024-05-06'), aContribution(0.01, '2024-05-07')],
      1,
    ],
  ])('%s', (_, contributions, count) => {
    expect(entries(contributions)).toHaveLength(count);
    expect(entries(contributions, { kind: 'association' })).toHaveLength(count);
  });

  it.each(['natural_person', 'legal_person', 'undertaking', 'estate', 'group_member'] as const)(
    'not asked of: %s',
    (kind) => {
      expect(entries([aContribution(9_000, '2024-05-06')], { kind })).toEqual([]);
    },
  );

  it('did not exist before 2023', () => {
    const until = plainDate('2023-12-31');
    const expected = anExpected({ period: { from: plainDate('2022-01-01'), until } });
    const on = (day: string): number =>
      entries([aContribution(9_000, day)], {}, {}, expected).length;
    expect([on('2022-12-31'), on('2023-01-01')]).toEqual([0, 1]);
  });

  it('is asked also where the total is too small to be listed', () => {
    const expected = anExpected({ threshold: { value: euro(4_500), source: 'TK2023' } });
    expect(entries([aContribution(2_000, '2024-05-06')], {}, {}, expected)).toHaveLength(1);
  });

  it('names the givers of that year, with what is known of them', () => {
    const lookThrough = [overview(2023, '2024-01-10'), overview(2024, '2025-01-10')];
    expect(entries([aContribution(2_000, '2024-05-06')], { lookThrough })).toEqual([
      {
        donor: 'donor-1',
        name: 'Stichting Dijk',
        year: 2024,
        overview: 'overview-2025-01-10',
        givers: [
          { name: 'K. Kok', residence: 'Goes', amount: euro(1_500) },
          { name: 'L. Lam', residence: null, amount: cents(1_000.01) },
        ],
      },
    ]);
  });

  it('is empty, and so missing, when none of that year was received by then', () => {
    const gift = [aContribution(2_000, '2024-05-06')];
    const absent = { overview: null, givers: [] };
    expect(entries(gift)).toMatchObject([absent]);
    expect(entries(gift, { lookThrough: [overview(2023, '2024-01-10')] })).toMatchObject([absent]);
    const lookThrough = [overview(2024, '2025-01-10')];
    const asOf = (day: string): unknown =>
      entries(gift, { lookThrough }, { asOf: plainDate(day) })[0]?.overview;
    expect([asOf('2025-01-09'), asOf('2025-01-10')]).toEqual([null, 'overview-2025-01-10']);
  });

  it('the newest one counts', () => {
    const lookThrough = [overview(2024, '2025-01-10'), overview(2024, '2025-02-10')];
    const [entry] = entries([aContribution(2_000, '2024-05-06')], { lookThrough });
    expect(entry?.overview).toBe('overview-2025-02-10');
  });

  it('one entry per donor and year, also when it gave to several candidates', () => {
    const until = plainDate('2025-10-08');
    const expected = anExpected({
      kind: 'candidate_overview',
      period: { from: plainDate('2024-01-01'), until },
      parts: ['c-1', 'c-2'].map((ref) => aPart('candidate', { ref })),
    });
    const gifts = ['2024-05-06', '2025-05-06'].flatMap((day) =>
      ['c-1', 'c-2'].map((recipient) => aContribution(2_000, day, { recipient })),
    );
    const gift = aContribution(2_000, '2024-05-06', { recipient: 'c-1' });
    const donors = [
      aListedDonor(FOUNDATION),
      aListedDonor({ ...FOUNDATION, ref: 'donor-2', name: 'Vereniging Wad' }),
    ];
    const contributions = [
      ...gifts.map((contribution) => ({ donor: 'donor-1', contribution })),
      { donor: 'donor-2', contribution: gift },
    ];
    const found = entries([], {}, { donors, contributions }, expected);
    expect(found.map(({ donor, year }) => [donor, year])).toEqual([
      ['donor-1', 2024],
      ['donor-2', 2024],
      ['donor-1', 2025],
    ]);
  });

  it('to another recipient is another overview', () => {
    expect(entries([aContribution(2_000, '2024-05-06', { recipient: YOUTH })])).toEqual([]);
  });
});
