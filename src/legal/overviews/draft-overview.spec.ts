import { type OverviewContent } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import {
  aContribution,
  aGroup,
  CANDIDATE,
  inKind,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import {
  aContent,
  aDebt,
  aDocument,
  aListedDonor,
  aListedGift,
  anExpected,
  aPart,
  overviewFacts,
} from '../testing/a-filing';
import { ALL_NONE, draftOverview, isNil, overviewTotals } from './draft-overview';

describe('Wfpp arts. 25, 28, 28a, 29, 30 and 32: an overview is drafted from the ledger', () => {
  const gifts = [aContribution(2_000, '2024-05-06'), inKind(300, '2024-05-07')];

  it('holds who, what and when, and the sums to the cent', () => {
    const debts = [aDebt([['2024-03-01', 30_000.5]])];
    const document = aDocument('report', 'ab');
    const facts = overviewFacts(gifts, { debts, documents: [document] });
    const expected = anExpected();
    expect(draftOverview(expected, facts)).toEqual({
      layout: 'overview/1',
      kind: 'annual_report',
      group: { ref: 'group-1', name: 'Voorbeeldpartij' },
      recipient: { ref: PARTY, name: 'Voorbeeld party-1', kind: 'party' },
      election: null,
      year: 2024,
      period: { from: '2024-01-01', until: '2024-12-31' },
      threshold: expected.threshold,
      partYearThresholds: [],
      gifts: [expect.objectContaining({ donor: 'donor-1', total: euro(2_300) })],
      debts: [expect.objectContaining({ debt: 'debt-1', highest: 30_000_50, atEnd: 30_000_50 })],
      lookThrough: [],
      stated: { noGifts: false, noGiftsInKind: false, noDebts: false },
      documents: [document],
      included: [],
      totals: { gifts: euro(2_300), money: euro(2_000), inKind: euro(300), debtsAtEnd: 30_000_50 },
    });
  });

  it('lists debts of the filer only, and only where they are asked', () => {
    const debts = [
      aDebt([['2024-03-01', 30_000]]),
      aDebt([['2024-03-01', 40_000]], { ref: 'debt-2', debtor: YOUTH }),
    ];
    const of = (over: Parameters<typeof anExpected>[0]): readonly string[] =>
      draftOverview(anExpected(over), overviewFacts([], { debts })).debts.map(({ debt }) => debt);
    expect(of({})).toEqual(['debt-1']);
    expect(of({ recipient: YOUTH })).toEqual(['debt-2']);
    expect(of({ parts: [aPart('gifts')] })).toEqual([]);
  });

  it('counts debts as of the same day as returns', () => {
    const debts = [aDebt([['2024-03-01', 30_000]])];
    const asOf = plainDate('2024-02-29');
    expect(draftOverview(anExpected(), overviewFacts([], { debts, asOf })).debts).toEqual([]);
  });

  it('asks for look-through overviews only where the law does', () => {
    const facts = overviewFacts(gifts, { donors: [aListedDonor({ kind: 'foundation' })] });
    expect(draftOverview(anExpected(), facts).lookThrough).toHaveLength(1);
    const parts = [aPart('gifts'), aPart('debts')];
    expect(draftOverview(anExpected({ parts }), facts).lookThrough).toEqual([]);
  });

  it('names the election, or what refers to it when its name is unknown', () => {
    const of = (election: string | null, electionName: string | null): unknown =>
      draftOverview(anExpected({ election }), overviewFacts([], { electionName })).election;
    expect(of(null, 'Tweede Kamer')).toBeNull();
    expect(of('e-1', 'Tweede Kamer')).toEqual({ ref: 'e-1', name: 'Tweede Kamer' });
    expect(of('e-1', null)).toEqual({ ref: 'e-1', name: 'e-1' });
  });

  it('names the filer as it was called at the end of the period', () => {
    const named = (name: string, from: string, until: string | null) => ({
      recipient: PARTY,
      kind: 'party' as const,
      name,
      from: plainDate(from),
      until: until === null ? null : plainDate(until),
    });
    const of = (members: readonly ReturnType<typeof named>[]): string =>
      draftOverview(anExpected(), overviewFacts([], { group: aGroup({ members }) })).recipient.name;
    const [old, then, now] = [
      named('Oud', '2013-05-01', '2024-06-30'),
      named('Toen', '2024-07-01', '2025-01-31'),
      named('Nu', '2025-02-01', null),
    ];
    expect(of([old, then, now])).toBe('Toen');
    expect(of([old])).toBe('Oud');
    expect(of([old, now])).toBe('Nu');
    expect(of([])).toBe('Voorbeeldpartij');
  });

  it('takes along what the duty names, there or absent, and nothing else', () => {
    const parts = [
      aPart('affiliate', { ref: YOUTH, name: 'Jong' }),
      aPart('candidate', { ref: CANDIDATE, name: 'C. Claes' }),
      aPart('candidate', { ref: 'candidate-9' }),
      aPart('candidate'),
      aPart('gifts', { ref: YOUTH }),
    ];
    const filed = {
      part: 'affiliate',
      ref: YOUTH,
      name: 'Jong',
      filing: 'f-7',
      sha256: '77',
    } as const;
    const included = [
      { ...filed, part: 'candidate', filing: 'f-0' } as const,
      filed,
      { ...filed, ref: 'other', filing: 'f-8' },
    ];
    expect(draftOverview(anExpected({ parts }), overviewFacts([], { included })).included).toEqual([
      filed,
      { part: 'candidate', ref: CANDIDATE, name: 'C. Claes', filing: null, sha256: null },
      { part: 'candidate', ref: 'candidate-9', name: 'candidate-9', filing: null, sha256: null },
    ]);
  });

  it('states nothing by itself, and copies what was stated', () => {
    expect(draftOverview(anExpected(), overviewFacts([])).stated).toEqual({
      noGifts: false,
      noGiftsInKind: false,
      noDebts: false,
    });
    expect(draftOverview(anExpected(), overviewFacts([], { stated: ALL_NONE })).stated).toEqual({
      noGifts: true,
      noGiftsInKind: true,
      noDebts: true,
    });
  });

  it('carries the thresholds it was drafted by', () => {
    const partYearThresholds = [{ year: 2024, value: euro(700), source: 'ministry' }];
    const content = draftOverview(anExpected({ partYearThresholds }), overviewFacts([]));
    expect(content.partYearThresholds).toEqual(partYearThresholds);
  });
});

describe('a nil filing lists nothing at all', () => {
  const gift = aListedGift([]);
  const debt = {
    debt: 'debt-1',
    creditor: 'Bank',
    address: null,
    residence: null,
    highest: euro(30_000),
    atEnd: euro(0),
  };
  const behind = { donor: 'd', name: null, year: 2024, overview: null, givers: [] };
  it.each<readonly [string, Partial<OverviewContent>, boolean]>([
    ['nothing', {}, true],
    ['a gift', { gifts: [gift] }, false],
    ['a debt', { debts: [debt] }, false],
    ['a look-through overview', { lookThrough: [behind] }, false],
  ])('%s', (_, over, nil) => {
    expect(isNil(aContent(over))).toBe(nil);
  });
});

describe('the sums under the lists', () => {
  it('add up every list by itself', () => {
    const list = [
      { total: euro(3), money: euro(2), inKind: euro(1) },
      { total: euro(30), money: euro(20), inKind: euro(10) },
    ];
    const debts = [{ atEnd: euro(5) }, { atEnd: euro(50) }];
    expect(overviewTotals(list, debts)).toEqual({
      gifts: euro(33),
      money: euro(22),
      inKind: euro(11),
      debtsAtEnd: euro(55),
    });
    expect(overviewTotals([], [])).toEqual({ gifts: 0, money: 0, inKind: 0, debtsAtEnd: 0 });
  });

  it('of a draft are those of its lists, whatever was given', () => {
    const facts = overviewFacts([aContribution(5_000.01, '2024-05-06')], { asOf: LATER });
    const { gifts, debts, totals } = draftOverview(anExpected(), facts);
    expect(totals).toEqual(overviewTotals(gifts, debts));
    expect(totals.gifts).toBe(5_000_01);
  });
});
