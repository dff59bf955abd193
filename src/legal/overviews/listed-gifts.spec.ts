import * as fc from 'fast-check';
import { type Contribution } from '../facts/contribution';
import { type ExpectedFiling, type OverviewGift } from '../facts/filing';
import { euro, euroCents, sum } from '../kernel/euro-cents';
import { addDays, plainDate } from '../kernel/plain-date';
import {
  aContribution,
  aGroup,
  aSettlement,
  BRANCH,
  CANDIDATE,
  cents,
  inKind,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { aListedDonor, anExpected, aPart, overviewFacts } from '../testing/a-filing';
import { giftsInPeriod, listedGifts, thresholdFor } from './listed-gifts';
import { type OverviewFacts } from './overview-facts';

function listed(
  contributions: readonly Contribution[],
  over: Partial<OverviewFacts> = {},
  expected: ExpectedFiling = anExpected(),
): readonly OverviewGift[] {
  return listedGifts(expected, overviewFacts(contributions, over));
}

/** [total, refs of the lines] of each listed donor-year. */
function seen(gifts: readonly OverviewGift[]): unknown {
  return gifts.map(({ total, lines }) => [total, lines.map(({ contribution }) => contribution)]);
}

describe('Wfpp art. 25 lid 1 onder b: contributions of in total 1,000 or more of one donor in a year', () => {
  it.each([
    ['999.99 is not listed', [999.99], 0],
    ['exactly 1,000 is', [1_000], 1],
    ['1,000.01 is', [1_000.01], 1],
    ['small gifts count too (D14): 999.99 and 0.01', [999.99, 0.01], 1],
    ['four of 250, none of which need be registered', [250, 250, 250, 250], 1],
    ['two that stay below', [500, 499.99], 0],
  ])('%s', (_, amounts, count) => {
    expect(listed(amounts.map((amount) => aContribution(amount, '2024-05-06')))).toHaveLength(
      count,
    );
  });

  it('money and in kind count together, and are told apart', () => {
    const [gift] = listed([aContribution(600, '2024-05-06'), inKind(400, '2024-05-07')]);
    expect(gift).toMatchObject({ money: euro(600), inKind: euro(400), total: euro(1_000) });
  });

  it('what was returned is taken off (D4), and the gift stays visible in full', () => {
    const gift = aContribution(1_500, '2024-05-06');
    const [listedGift] = listed([gift], { settlements: [aSettlement(gift, 500, '2024-06-01')] });
    expect(listedGift?.total).toBe(euro(1_000));
    expect(listedGift?.lines).toEqual([
      {
        contribution: gift.ref,
        recipient: PARTY,
        receivedOn: '2024-05-06',
        amount: euro(1_500),
        returned: euro(500),
        form: 'money',
        type: 'gift',
      },
    ]);
    expect(listed([gift], { settlements: [aSettlement(gift, 500.01, '2024-06-01')] })).toEqual([]);
  });

  it('a return of another gift, or after the day as of which is counted, takes nothing off', () => {
    const gift = aContribution(1_000, '2024-05-06');
    const other = aContribution(1, '2023-05-06');
    const asOf = plainDate('2024-06-01');
    const on = (day: string): number =>
      listed([gift], { asOf, settlements: [aSettlement(gift, 1, day)] }).length;
    expect([on('2024-06-01'), on('2024-06-02')]).toEqual([0, 1]);
    expect(listed([gift], { settlements: [aSettlement(other, 1, '2024-06-01')] })).toHaveLength(1);
  });

  it('more returned than was given counts as all of it', () => {
    const gifts = [aContribution(100, '2024-05-06'), aContribution(1_000, '2024-05-07')];
    const [first] = gifts;
    const settlements = first === undefined ? [] : [aSettlement(first, 150, '2024-06-01')];
    expect(listed(gifts, { settlements })[0]?.total).toBe(euro(1_000));
  });

  it('counts per donor', () => {
    const donors = [aListedDonor(), aListedDonor({ ref: 'donor-2', name: 'A. de Boer' })];
    const gifts = [aContribution(999, '2024-05-06'), aContribution(1_000, '2024-05-06')];
    const contributions = gifts.map((contribution, at) => ({
      donor: donors[at]?.ref ?? '',
      contribution,
    }));
    const found = listed([], { donors, contributions });
    expect(found.map(({ donor }) => donor)).toEqual(['donor-2']);
    const both = contributions.map((one) => ({ ...one, donor: 'donor-1' }));
    expect(listed([], { donors, contributions: both })[0]?.total).toBe(euro(1_999));
  });

  it('counts per calendar year, also when the period spans two', () => {
    const expected = anExpected({
      period: { from: plainDate('2024-01-01'), until: plainDate('2025-10-08') },
    });
    const apart = [aContribution(600, '2024-12-31'), aContribution(600, '2025-01-01')];
    expect(listed(apart, {}, expected)).toEqual([]);
    const both = [...apart, aContribution(400, '2024-01-01'), aContribution(400, '2025-10-08')];
    expect(listed(both, {}, expected).map(({ year, total }) => [year, total])).toEqual([
      [2024, euro(1_000)],
      [2025, euro(1_000)],
    ]);
  });

  it('only what was received inside the period is listed or counted', () => {
    const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'];
    const gifts = days.map((day) => aContribution(500, day));
    expect(seen(listed(gifts))).toEqual([[euro(1_000), [gifts[1]?.ref, gifts[2]?.ref]]]);
  });

  it('a legacy counts since 2023', () => {
    const expected = anExpected({
      period: { from: plainDate('2022-01-01'), until: plainDate('2023-12-31') },
    });
    const legacy = { type: 'legacy' } as const;
    const gifts = [
      aContribution(5_000, '2022-12-31', legacy),
      aContribution(5_000, '2023-01-01', legacy),
    ];
    expect(listed(gifts, {}, expected).map(({ year }) => year)).toEqual([2023]);
    expect(listed([aContribution(5_000, '2022-12-31')], {}, expected)).toHaveLength(1);
  });

  it.each(['anonymous', 'group_member'] as const)('%s is no donor to be listed', (kind) => {
    expect(
      listed([aContribution(5_000, '2024-05-06')], { donors: [aListedDonor({ kind })] }),
    ).toEqual([]);
  });

  it('a donor of whom nothing is known is left out, and the next one is not', () => {
    const known = aContribution(1_000, '2024-05-06');
    const contributions = [
      { donor: 'nobody', contribution: aContribution(9_000, '2024-05-06') },
      { donor: 'donor-1', contribution: known },
    ];
    expect(seen(listed([], { contributions }))).toEqual([[euro(1_000), [known.ref]]]);
  });

  it('writes out who the donor is', () => {
    const ubo = { name: 'B. Bos', address: 'Laan 3', residence: 'Ede', country: 'NL' };
    const donor = aListedDonor({ kind: 'legal_person', name: 'Bos BV', ubos: [ubo] });
    expect(listed([aContribution(1_000, '2024-05-06')], { donors: [donor] })).toMatchObject([
      {
        donor: 'donor-1',
        donorKind: 'legal_person',
        name: 'Bos BV',
        address: 'Kade 1',
        residence: 'Zwolle',
        country: 'NL',
        ubos: [ubo],
        year: 2024,
      },
    ]);
  });
});

describe('whose receipts an overview covers', () => {
  const everywhere = [PARTY, YOUTH, CANDIDATE, BRANCH].map((recipient) =>
    aContribution(2_000, '2024-05-06', { recipient }),
  );
  const recipients = (expected: ExpectedFiling): readonly string[] =>
    listed(everywhere, {}, expected).flatMap(({ lines }) =>
      lines.map(({ recipient }) => recipient),
    );

  it('of the party its own, without affiliates, candidates and branches', () => {
    expect(recipients(anExpected())).toEqual([PARTY]);
  });

  it('of an affiliate its own', () => {
    expect(recipients(anExpected({ kind: 'affiliate_overview', recipient: YOUTH }))).toEqual([
      YOUTH,
    ]);
  });

  it('of candidates those it names, and not the party that files it', () => {
    const parts = [aPart('gifts'), aPart('candidate', { ref: CANDIDATE })];
    expect(recipients(anExpected({ kind: 'candidate_overview', parts }))).toEqual([CANDIDATE]);
    expect(recipients(anExpected({ kind: 'candidate_overview' }))).toEqual([]);
  });

  it('of a blank list its first candidate and the others', () => {
    const parts = [aPart('gifts'), aPart('candidate', { ref: 'candidate-2' })];
    const expected = anExpected({ kind: 'blank_list_overview', recipient: CANDIDATE, parts });
    const other = aContribution(2_000, '2024-05-06', { recipient: 'candidate-2' });
    expect(
      listed([...everywhere, other], {}, expected).map(({ lines }) => lines[0]?.recipient),
    ).toEqual([CANDIDATE, 'candidate-2']);
  });

  it('after an election the party and the candidates it names, each with a total of its own', () => {
    const parts = [aPart('gifts'), aPart('candidate', { ref: CANDIDATE })];
    const expected = anExpected({ kind: 'post_election_overview', parts });
    const gifts = [
      aContribution(600, '2024-05-06'),
      aContribution(600, '2024-05-06', { recipient: CANDIDATE }),
    ];
    expect(listed(gifts, {}, expected)).toEqual([]);
    expect(recipients(expected)).toEqual([CANDIDATE, PARTY]);
  });

  it('a part that names someone else than a candidate adds nobody', () => {
    const parts = [aPart('gifts'), aPart('affiliate', { ref: YOUTH })];
    expect(recipients(anExpected({ parts }))).toEqual([PARTY]);
  });

  it('an affiliate while it belonged to the group, a candidate also before', () => {
    const from = plainDate('2024-05-07');
    const members = aGroup().members.map((member) => ({ ...member, from }));
    const group = aGroup({ members });
    const on = (day: string, recipient: string, expected: ExpectedFiling): number =>
      listed([aContribution(2_000, day, { recipient })], { group }, expected).length;
    const youth = anExpected({ kind: 'affiliate_overview', recipient: YOUTH });
    expect([on('2024-05-06', YOUTH, youth), on('2024-05-07', YOUTH, youth)]).toEqual([0, 1]);
    const parts = [aPart('candidate', { ref: CANDIDATE })];
    const candidates = anExpected({ kind: 'candidate_overview', parts });
    expect(on('2024-05-06', CANDIDATE, candidates)).toBe(1);
  });
});

describe('Wfpp art. 29 lid 7: a part of a year has a threshold of its own', () => {
  const expected = anExpected({
    kind: 'candidate_overview',
    period: { from: plainDate('2023-01-01'), until: plainDate('2025-10-08') },
    partYearThresholds: [{ year: 2025, value: cents(767.12), source: 'ministry' }],
    parts: [aPart('candidate', { ref: CANDIDATE })],
  });
  it.each([
    ['767.11 in 2025 is not listed', 767.11, '2025-05-06', 0],
    ['767.12 in 2025 is', 767.12, '2025-05-06', 1],
    ['999.99 in 2024 is not', 999.99, '2024-05-06', 0],
    ['1,000 in 2024 is', 1_000, '2024-05-06', 1],
  ])('%s', (_, amount, day, count) => {
    const gift = aContribution(amount, day, { recipient: CANDIDATE });
    expect(listed([gift], {}, expected)).toHaveLength(count);
  });

  it('names the threshold of a year, and none where no gifts are asked', () => {
    expect(thresholdFor(expected, 2025)?.source).toBe('ministry');
    expect(thresholdFor(expected, 2024)?.value).toBe(euro(1_000));
    const none = anExpected({ threshold: null });
    expect(thresholdFor(none, 2024)).toBeNull();
    expect(listed([aContribution(9_000, '2024-05-06')], {}, none)).toEqual([]);
  });
});

describe('the order of an overview', () => {
  it('is by year, name and donor, and by receipt within one donor', () => {
    const donors = [
      aListedDonor({ ref: 'd-1', name: 'Zwart' }),
      aListedDonor({ ref: 'd-3', name: 'Aarts' }),
      aListedDonor({ ref: 'd-2', name: 'Aarts' }),
      aListedDonor({ ref: 'd-4', name: null }),
    ];
    const contributions = donors.flatMap(({ ref }) =>
      ['2024-02-02', '2024-02-01', '2023-06-01'].map((day) => ({
        donor: ref,
        contribution: aContribution(1_000, day),
      })),
    );
    const expected = anExpected({
      period: { from: plainDate('2023-01-01'), until: plainDate('2024-12-31') },
    });
    const found = listed([], { donors, contributions }, expected);
    const order = ['d-4', 'd-2', 'd-3', 'd-1'];
    expect(found.map(({ year, donor }) => [year, donor])).toEqual(
      [2023, 2024].flatMap((year) => order.map((donor) => [year, donor])),
    );
    expect(found[4]?.lines.map(({ receivedOn }) => receivedOn)).toEqual([
      '2024-02-01',
      '2024-02-02',
    ]);
  });

  it('of gifts on one day is that of booking', () => {
    const gifts = [3, 1, 2].map((sequence) =>
      aContribution(1_000, '2024-02-01', { sequence, ref: `booked-${String(sequence)}` }),
    );
    const lines = listed(gifts)[0]?.lines ?? [];
    expect(lines.map(({ contribution }) => contribution)).toEqual([
      'booked-1',
      'booked-2',
      'booked-3',
    ]);
  });
});

describe('whatever was given', () => {
  const GIFTS = fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 150_000 }),
      day: fc.integer({ min: -40, max: 400 }),
      donor: fc.constantFrom('donor-1', 'donor-2'),
      money: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const donors = [aListedDonor(), aListedDonor({ ref: 'donor-2', name: 'Prins' })];
  const factsOf = (gifts: typeof GIFTS extends fc.Arbitrary<infer G> ? G : never): OverviewFacts =>
    overviewFacts([], {
      donors,
      contributions: gifts.map(({ amount, day, donor, money }, at) => ({
        donor,
        contribution: aContribution(amount / 100, addDays(plainDate('2024-01-01'), day), {
          ref: `c-${String(at)}`,
          sequence: at,
          amount: euroCents(amount),
          form: money ? 'money' : 'in_kind',
        }),
      })),
    });

  it('the lists hold everything of the period once, and each sum is that of its lines', () => {
    fc.assert(
      fc.property(GIFTS, (gifts) => {
        const facts = factsOf(gifts);
        const found = giftsInPeriod(anExpected(), facts);
        const inYear = facts.contributions.filter(({ contribution }) =>
          contribution.receivedOn.startsWith('2024'),
        );
        expect(sum(found.map(({ total }) => total))).toBe(
          sum(inYear.map(({ contribution }) => contribution.amount)),
        );
        expect(found.flatMap(({ lines }) => lines)).toHaveLength(inYear.length);
        for (const { money, inKind: kind, total, lines } of found) {
          expect(sum([money, kind])).toBe(total);
          expect(sum(lines.map(({ amount }) => amount))).toBe(total);
        }
      }),
    );
  });

  it('a donor is listed exactly when the year total reaches 1,000, in whatever order it is told', () => {
    fc.assert(
      fc.property(GIFTS, (gifts) => {
        const facts = factsOf(gifts);
        const found = listedGifts(anExpected(), facts);
        for (const { donor, total } of giftsInPeriod(anExpected(), facts))
          expect(found.some((one) => one.donor === donor)).toBe(total >= 1_000_00);
        const reversed = { ...facts, contributions: facts.contributions.toReversed() };
        expect(listedGifts(anExpected(), reversed)).toEqual(found);
      }),
    );
  });
});
