import { type Filing, type OverviewLookThrough } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { type Finding } from '../rules/finding';
import { PARTY } from '../testing/a-donor-year';
import { aContent, aFiling } from '../testing/a-filing';
import { sources } from '../testing/sources';
import { reconcile } from './reconcile';
import { type DeclaredOverview } from './sources';

const KOK = { name: 'K. Kok', amount: euro(1_500) };
const LAM = { name: 'L. Lam', amount: euro(2_000) };

function declared(over: Partial<DeclaredOverview> = {}): DeclaredOverview {
  return {
    donor: 'donor-1',
    ref: 'overview-1',
    year: 2024,
    receivedOn: plainDate('2025-02-01'),
    givers: [KOK, LAM],
    ...over,
  };
}

function entry(over: Partial<OverviewLookThrough> = {}): OverviewLookThrough {
  const givers = [LAM, KOK].map((giver) => ({ ...giver, residence: null }));
  return {
    donor: 'donor-1',
    name: 'Stichting',
    year: 2024,
    overview: 'overview-1',
    givers,
    ...over,
  };
}

const filing = (lookThrough: readonly OverviewLookThrough[], over: Partial<Filing> = {}): Filing =>
  aFiling(aContent({ lookThrough }), over);

function found(
  lookThrough: readonly DeclaredOverview[],
  ...filings: readonly Filing[]
): readonly Finding[] {
  return reconcile(sources({ lookThrough, filings }));
}

describe('Wfpp art. 21a: what a foundation declared, and what is filed about it', () => {
  it('agree in whatever order the givers are named', () => {
    expect(found([declared()], filing([entry()]))).toEqual([]);
  });

  it.each([
    ['one giver is left out', [KOK], 1_500],
    ['an amount differs', [KOK, { ...LAM, amount: euro(2_001) }], 3_501],
    ['a name differs', [KOK, { ...LAM, name: 'L. Lamers' }], 3_500],
    ['a giver is named twice', [KOK, LAM, LAM], 5_500],
    ['nobody is named', [], 0],
  ])('%s', (_, givers, total) => {
    const stated = entry({ givers: givers.map((giver) => ({ ...giver, residence: null })) });
    expect(found([declared()], filing([stated]))).toMatchObject([
      {
        outcome: 'look_through_differs',
        key: 'differ:look_through_differs:annual_report:2024:party-1:declared:donor-1:2024',
        basis: { law: 'Wfpp', article: '21a', paragraph: '1' },
        recipient: PARTY,
        since: '2025-06-01',
        documents: [
          { kind: 'filing', ref: 'filing-1', version: 1, amount: euro(total), on: '2025-06-01' },
          {
            kind: 'look_through',
            ref: 'overview-1',
            version: null,
            amount: euro(3_500),
            on: '2025-02-01',
          },
        ],
        amounts: [
          { label: 'total_stated', amount: euro(total) },
          { label: 'total_declared', amount: euro(3_500) },
          { label: 'excess', amount: euro(Math.abs(3_500 - total)) },
        ],
      },
    ]);
  });

  it('a filing says that there was none, while it had been received', () => {
    const none = filing([entry({ overview: null, givers: [] })]);
    const on = (day: string): number =>
      found([declared({ receivedOn: plainDate(day) })], none).length;
    expect([on('2025-06-01'), on('2025-06-02')]).toEqual([1, 0]);
    const empty = declared({ givers: [] });
    expect(found([empty], none)).toHaveLength(1);
  });

  it('the overview that the filing names goes before a newer one', () => {
    const newer = declared({
      ref: 'overview-2',
      receivedOn: plainDate('2025-03-01'),
      givers: [KOK],
    });
    expect(found([declared(), newer], filing([entry()]))).toEqual([]);
    const unnamed = filing([entry({ overview: 'lost' })]);
    expect(found([declared(), newer], unnamed)).toMatchObject([
      { documents: [{}, { ref: 'overview-2' }] },
    ]);
    expect(found([newer, declared()], unnamed)).toEqual(found([declared(), newer], unnamed));
    const sameDay = declared({ ref: 'overview-0', givers: [KOK] });
    expect(found([declared(), sameDay], unnamed)).toEqual([]);
    expect(found([sameDay, declared()], unnamed)).toEqual([]);
  });

  it('is about the same donor and year only', () => {
    expect(found([declared({ donor: 'donor-2', givers: [] })], filing([entry()]))).toEqual([]);
    expect(found([declared({ year: 2023, givers: [] })], filing([entry()]))).toEqual([]);
  });

  it('a filing before the declaration it names is judged from the declaration', () => {
    const early = filing([entry({ givers: [] })], { filedOn: plainDate('2025-01-01') });
    expect(found([declared()], early)).toMatchObject([{ since: '2025-02-01' }]);
  });

  it('what is received after the day of judgement is not known yet', () => {
    const late = declared({ receivedOn: plainDate('2027-01-02'), givers: [] });
    expect(found([late], filing([entry()]))).toEqual([]);
  });
});

describe('two filings that name the same overview', () => {
  const other = (over: Partial<OverviewLookThrough>): Filing =>
    aFiling(aContent({ kind: 'pre_election_overview', lookThrough: [entry(over)] }), {
      ref: 'filing-2',
      expected: 'pre_election_overview:e-1',
      filedOn: plainDate('2025-10-14'),
    });

  it('say the same of it', () => {
    expect(found([], filing([entry()]), other({}))).toEqual([]);
    const fewer = other({ givers: [{ ...KOK, residence: null }] });
    const differing = found([], filing([entry()]), fewer);
    expect(differing).toMatchObject([
      {
        outcome: 'look_through_differs',
        key: 'differ:look_through_differs:annual_report:2024:party-1:pre_election_overview:e-1:donor-1:2024',
        recipient: PARTY,
        since: '2025-10-14',
        documents: [
          { ref: 'filing-1', amount: euro(3_500) },
          { ref: 'filing-2', amount: euro(1_500) },
        ],
        amounts: [
          { label: 'total_stated', amount: euro(3_500) },
          { label: 'total_other', amount: euro(1_500) },
          { label: 'excess', amount: euro(2_000) },
        ],
      },
    ]);
    expect(found([], fewer, filing([entry()]))).toEqual(differing);
  });

  it.each([
    ['another overview', { overview: 'overview-2' }],
    ['another donor', { donor: 'donor-2' }],
    ['another year', { year: 2023 }],
    ['none yet', { overview: null }],
  ])('about %s need not agree', (_, over) => {
    expect(found([], filing([entry()]), other({ givers: [], ...over }))).toEqual([]);
    const none = { overview: null, givers: [] };
    expect(found([], filing([entry(none)]), other({ overview: null }))).toEqual([]);
  });

  it('one filing is not laid beside itself', () => {
    expect(found([], filing([entry(), entry({ givers: [] })]))).toEqual([]);
  });
});
