import { type Filing, type OverviewContent } from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { type Finding } from '../rules/finding';
import {
  aContribution,
  aGroup,
  aSettlement,
  aStatus,
  BRANCH,
  CANDIDATE,
  cents,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { aContent, aFiling, aLine, aListedGift } from '../testing/a-filing';
import { aNotice, booked, sources, stated } from '../testing/sources';
import { reconcile } from './reconcile';
import { type ReconciliationSources } from './sources';

type Lines = Parameters<typeof aListedGift>[0];

function outcomes(over: Partial<ReconciliationSources>): readonly string[] {
  return reconcile(sources(over)).map(({ outcome }) => outcome);
}

/** The annual report over 2024, listing these lines of donor-1; no lines is no gift at all. */
function annual(
  lines: Lines,
  over: Partial<Filing> = {},
  content: Partial<OverviewContent> = {},
): Filing {
  const gifts = lines.length === 0 ? [] : [aListedGift(lines)];
  return aFiling(aContent({ gifts, ...content }), over);
}

/** An overview of an election in October 2025 over 2024 and the first part of 2025. */
function election(
  lines: Lines,
  over: Partial<Filing> = {},
  content: Partial<OverviewContent> = {},
): Filing {
  const period = { from: plainDate('2024-01-01'), until: plainDate('2025-10-08') };
  const shared = { kind: 'pre_election_overview' as const, period, year: 2025 };
  const filed = {
    ref: 'filing-2',
    expected: 'pre_election_overview:e-1',
    filedOn: plainDate('2025-10-14'),
  };
  return annual(lines, { ...filed, ...over }, { ...shared, ...content });
}

const BIG = aContribution(10_000, '2024-05-06', { ref: 'c-big' });
const SMALL = aContribution(9_999.99, '2024-05-06', { ref: 'c-small' });
const NOTICE = aNotice([stated(BIG)], '2024-05-10');

describe('a notice and the annual overview of that year and recipient', () => {
  it('agree', () => {
    expect(outcomes({ notices: [NOTICE], filings: [annual([aLine(BIG)])] })).toEqual([]);
  });

  it('what was notified is not in the overview', () => {
    const [found, ...others] = reconcile(sources({ notices: [NOTICE], filings: [annual([])] }));
    expect(others).toEqual([]);
    expect(found).toEqual({
      rule: 'FILINGS-DIFFER',
      severity: 'finding',
      outcome: 'in_notice_not_in_annual',
      basis: { law: 'Wfpp', article: '25', paragraph: '1', part: 'b' },
      key: 'differ:in_notice_not_in_annual:notices:annual_report:2024:party-1:c-big',
      recipient: PARTY,
      since: '2025-06-01',
      missing: [],
      remedy: null,
      documents: [
        { kind: 'notice', ref: NOTICE.ref, version: null, amount: euro(10_000), on: '2024-05-10' },
        { kind: 'filing', ref: 'filing-1', version: 1, amount: null, on: '2025-06-01' },
      ],
      amounts: [
        { label: 'total_notice', amount: euro(10_000) },
        { label: 'threshold', amount: euro(1_000) },
      ],
      contributions: [
        { contribution: 'c-big', recipient: PARTY, amount: euro(10_000), receivedOn: '2024-05-06' },
      ],
      parameters: [
        {
          key: 'disclosure.annual',
          value: euro(1_000),
          unit: 'cents',
          source: 'Wfpp art. 25 lid 1 onder b',
          inForceFrom: '2024-01-01',
        },
      ],
    });
  });

  it('what is in the overview had to be notified: 10,000 had, 9,999.99 had not', () => {
    const [found] = reconcile(sources({ filings: [annual([aLine(BIG)])] }));
    expect(found).toMatchObject({
      outcome: 'in_annual_not_in_notice',
      basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
      key: 'differ:in_annual_not_in_notice:annual_report:2024:party-1:notices:c-big',
      since: '2025-06-01',
      documents: [
        { kind: 'filing', ref: 'filing-1', amount: euro(10_000) },
        { kind: 'notice', ref: 'c-big', version: null, amount: null, on: null },
      ],
      amounts: [
        { label: 'total_annual', amount: euro(10_000) },
        { label: 'threshold', amount: euro(10_000) },
      ],
    });
    expect(found?.parameters.map(({ key }) => key)).toContain('substantial_gift');
    expect(outcomes({ filings: [annual([aLine(SMALL)])] })).toEqual([]);
  });

  it('several reach it together, and from then on each one more (D2)', () => {
    const days = ['2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01'];
    const lines = days.map((day, at) =>
      aLine(aContribution(at === 3 ? 1 : 4_000, day, { ref: `c-${String(at)}` })),
    );
    const found = reconcile(sources({ filings: [annual(lines)] }));
    expect(found.map(({ contributions }) => contributions[0]?.contribution)).toEqual([
      'c-2',
      'c-3',
    ]);
  });

  it('a notice of that donor that does not list the gift is shown as the other source', () => {
    const later = aContribution(500, '2024-09-01', { ref: 'c-later' });
    const filings = [annual([aLine(BIG), aLine(later)])];
    const [found, ...others] = reconcile(sources({ notices: [NOTICE], filings }));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      outcome: 'in_annual_not_in_notice',
      documents: [
        { kind: 'filing' },
        { kind: 'notice', ref: NOTICE.ref, amount: null, on: '2024-05-10' },
      ],
    });
  });

  it('a later notice says everything again, an earlier one does not count any more', () => {
    const more = aContribution(500, '2024-09-01', { ref: 'c-more' });
    const second = aNotice([stated(BIG), stated(more)], '2024-09-04');
    const filings = [annual([aLine(BIG), aLine(more)])];
    expect(outcomes({ notices: [second, NOTICE], filings })).toEqual([]);
    expect(outcomes({ notices: [NOTICE, second], filings })).toEqual([]);
    const onOneDay = { ...second, filedOn: NOTICE.filedOn, ref: `${NOTICE.ref}-b` };
    expect(outcomes({ notices: [onOneDay, NOTICE], filings })).toEqual([]);
  });

  it('a notice about someone else, another recipient or another year replaces nothing', () => {
    const others = [
      aNotice([stated(BIG, 0, 'donor-2')], '2024-08-01'),
      aNotice([stated(BIG)], '2024-08-01', { recipient: YOUTH }),
      aNotice([stated(BIG)], '2024-08-01', { year: 2023 }),
    ].map((notice) => ({ ...notice, gifts: [], total: euro(0) }));
    for (const other of others)
      expect(outcomes({ notices: [NOTICE, other], filings: [annual([aLine(BIG)])] })).toEqual([]);
  });

  it('while the term of the notice runs, nothing is missing', () => {
    const filings = [annual([aLine(BIG)], { filedOn: plainDate('2024-05-07') })];
    const on = (day: string): readonly string[] => outcomes({ filings, on: plainDate(day) });
    // Received on Monday 6 May 2024; Thursday 9 May is Ascension Day, Friday 10 May is equated.
    expect(on('2024-05-13')).toEqual([]);
    expect(on('2024-05-14')).toEqual(['in_annual_not_in_notice']);
  });

  it('a branch is in the notice of its party and in no overview (art. 24)', () => {
    const branch = aContribution(10_000, '2024-05-06', { recipient: BRANCH });
    const notices = [aNotice([stated(branch)], '2024-05-10', { recipient: PARTY })];
    expect(outcomes({ notices, filings: [annual([])] })).toEqual([]);
  });

  it('no notice is wanted of a new association (T33)', () => {
    const filings = [annual([aLine(BIG)])];
    const group = aGroup({ statuses: [aStatus('new_association', '2020-01-01')] });
    expect(outcomes({ group, filings })).toEqual([]);
  });

  it('before 2023 no notice is wanted', () => {
    const gift = aContribution(20_000, '2022-05-06');
    const period = { from: plainDate('2022-01-01'), until: plainDate('2022-12-31') };
    expect(outcomes({ filings: [annual([aLine(gift)], {}, { period, year: 2022 })] })).toEqual([]);
  });
});

describe('what the law does not want in an overview is not missing from it', () => {
  it.each([
    ['received before the period', '2023-12-31', PARTY, 20_000, 0],
    ['received on its first day', '2024-01-01', PARTY, 20_000, 1],
    ['received on its last day', '2024-12-31', PARTY, 20_000, 1],
    ['received after the period', '2025-01-01', PARTY, 20_000, 0],
    ['received by an affiliate, which files its own', '2024-05-06', YOUTH, 20_000, 0],
    ['in total 999.99', '2024-05-06', PARTY, 999.99, 0],
    ['in total 1,000', '2024-05-06', PARTY, 1_000, 1],
  ])('%s', (_, day, recipient, amount, count) => {
    const ledger = [booked(aContribution(amount, day, { recipient }))];
    const found = outcomes({ ledger, filings: [annual([])] });
    expect(found).toEqual(Array.from({ length: count }, () => 'in_ledger_not_in_annual'));
  });

  it('the total is that of the donor, the recipient and the year, net of what went back', () => {
    const two = [aContribution(600, '2024-02-01'), aContribution(400, '2024-03-01')];
    const filings = [annual([])];
    const wanted = (over: Partial<ReconciliationSources>): number =>
      reconcile(sources({ filings, ...over })).length;
    expect(wanted({ ledger: two.map((gift) => booked(gift)) })).toBe(2);
    expect(wanted({ ledger: two.map((gift, at) => booked(gift, [], `donor-${String(at)}`)) })).toBe(
      0,
    );
    const settlements = two.slice(0, 1).map((gift) => aSettlement(gift, 0.01, '2024-06-01'));
    expect(wanted({ ledger: two.map((gift) => booked(gift, settlements)) })).toBe(0);
    const apart = two.map((gift, at) => booked({ ...gift, recipient: at === 0 ? PARTY : YOUTH }));
    expect(wanted({ ledger: apart })).toBe(0);
  });

  it.each([
    ['on the day of filing: it need not be listed', '2025-06-01', 0],
    ['the day after: it had to be listed', '2025-06-02', 1],
  ])('returned whole %s', (_when, settledOn, found) => {
    const gift = aContribution(1_000, '2024-03-01');
    const ledger = [booked(gift, [aSettlement(gift, 1_000, settledOn)])];
    expect(outcomes({ ledger, filings: [annual([])] })).toHaveLength(found);
  });

  it('more returned than was given takes nothing off another gift', () => {
    const two = [aContribution(100, '2024-02-01'), aContribution(1_000, '2024-03-01')];
    const settlements = two.slice(0, 1).map((gift) => aSettlement(gift, 150, '2024-06-01'));
    const ledger = two.map((gift) => booked(gift, settlements));
    expect(outcomes({ ledger, filings: [annual([])] })).toHaveLength(2);
  });

  it('each year has its own total in an overview over two years', () => {
    const two = [aContribution(600, '2024-12-31'), aContribution(600, '2025-01-01')];
    const ledger = two.map((gift) => booked(gift));
    expect(outcomes({ ledger, filings: [election([])] })).toEqual([]);
    const more = [...ledger, booked(aContribution(400, '2025-02-01'))];
    expect(outcomes({ ledger: more, filings: [election([])] })).toHaveLength(2);
  });

  it('who is no donor to be listed is in no overview: the group itself, an unknown donor, a legacy then', () => {
    const filings = [annual([])];
    const of = (kind: Parameters<typeof booked>[3]): readonly string[] =>
      outcomes({ ledger: [booked(BIG, [], 'donor-1', kind)], filings });
    expect([of('group_member'), of('anonymous')]).toEqual([[], []]);
    expect(of('estate')).toEqual(['in_ledger_not_in_annual']);
    const period = { from: plainDate('2022-01-01'), until: plainDate('2023-12-31') };
    const legacy = (day: string): readonly string[] =>
      outcomes({
        ledger: [booked(aContribution(9_000, day, { type: 'legacy' }))],
        filings: [annual([], {}, { period })],
      });
    expect([legacy('2022-12-31'), legacy('2023-01-01')]).toEqual([[], ['in_ledger_not_in_annual']]);
  });

  it('what an affiliate received on days that it was none is in no overview', () => {
    const recipient = { ref: YOUTH, name: 'Jong', kind: 'youth_organisation' } as const;
    const filings = [annual([], {}, { kind: 'affiliate_overview', recipient })];
    const from = plainDate('2024-05-07');
    const group = aGroup({ members: aGroup().members.map((member) => ({ ...member, from })) });
    const on = (day: string): readonly string[] =>
      outcomes({
        group,
        filings,
        ledger: [booked(aContribution(9_000, day, { recipient: YOUTH }))],
      });
    expect([on('2024-05-06'), on('2024-05-07')]).toEqual([[], ['in_ledger_not_in_annual']]);
  });

  it('a filing without a list of gifts is no source about gifts', () => {
    const regulation = annual([], {}, { kind: 'gift_regulation', threshold: null });
    expect(outcomes({ ledger: [booked(BIG)], filings: [regulation] })).toEqual([]);
  });

  it('candidates are in the overviews that name them', () => {
    const gift = aContribution(2_000, '2025-05-06', { recipient: CANDIDATE });
    const named = {
      part: 'candidate',
      ref: CANDIDATE,
      name: 'C',
      filing: null,
      sha256: 'c',
    } as const;
    const wanted = (content: Partial<OverviewContent>): number =>
      outcomes({ ledger: [booked(gift)], filings: [election([], {}, content)] }).length;
    expect(wanted({ kind: 'candidate_overview' })).toBe(0);
    expect(wanted({ kind: 'candidate_overview', included: [named] })).toBe(1);
    expect(wanted({ kind: 'post_election_overview', included: [named] })).toBe(1);
    expect(wanted({ included: [{ ...named, part: 'affiliate' }] })).toBe(0);
    const ofParty = [booked({ ...gift, recipient: PARTY })];
    const filings = [election([], {}, { kind: 'candidate_overview', included: [named] })];
    expect(outcomes({ ledger: ofParty, filings })).toEqual([]);
  });

  it('a part of a year is judged by its own threshold (art. 29 lid 7)', () => {
    const partYearThresholds = [{ year: 2025, value: cents(767.12), source: 'ministry' }];
    const wanted = (amount: number): Finding | undefined =>
      reconcile(
        sources({
          ledger: [booked(aContribution(amount, '2025-05-06'))],
          filings: [election([], {}, { partYearThresholds })],
        }),
      )[0];
    expect(wanted(767.11)).toBeUndefined();
    expect(wanted(767.12)).toMatchObject({
      outcome: 'in_ledger_not_in_election',
      parameters: [{ key: 'disclosure.election', value: cents(767.12), source: 'ministry' }],
    });
  });
});

describe('an overview of an election and the annual overview', () => {
  const gift = aContribution(2_000, '2024-05-06', { ref: 'c-1' });

  it('agree, whatever the annual overview lists outside the period', () => {
    const post = { from: plainDate('2024-10-09'), until: plainDate('2024-10-29') };
    const inside = aContribution(2_000, '2024-10-10', { ref: 'c-2' });
    const filings = [
      annual([aLine(gift), aLine(inside)]),
      election([aLine(inside)], {}, { kind: 'post_election_overview', period: post, year: 2024 }),
    ];
    expect(outcomes({ filings })).toEqual([]);
  });

  it('each must hold what the other has', () => {
    expect(reconcile(sources({ filings: [annual([]), election([aLine(gift)])] }))).toMatchObject([
      {
        outcome: 'in_election_not_in_annual',
        since: '2025-10-14',
        key: 'differ:in_election_not_in_annual:pre_election_overview:e-1:annual_report:2024:party-1:c-1',
        documents: [
          { ref: 'filing-2', amount: euro(2_000) },
          { ref: 'filing-1', amount: null },
        ],
      },
    ]);
    expect(reconcile(sources({ filings: [annual([aLine(gift)]), election([])] }))).toMatchObject([
      {
        outcome: 'in_annual_not_in_election',
        basis: { article: '28' },
        parameters: [{ key: 'disclosure.election' }],
        documents: [
          { ref: 'filing-1', amount: euro(2_000) },
          { ref: 'filing-2', amount: null },
        ],
      },
    ]);
  });

  it.each([
    ['post_election_overview', '28a'],
    ['blank_list_overview', '32'],
    ['candidate_overview', '29'],
  ] as const)('the place in the law is that of the overview: %s', (kind, article) => {
    const named = { part: 'candidate', ref: PARTY, name: 'C', filing: null, sha256: 'c' } as const;
    const filings = [election([], {}, { kind, included: [named] })];
    expect(reconcile(sources({ ledger: [booked(gift)], filings }))[0]?.basis.article).toBe(article);
  });

  it('an overview of an affiliate rests on art. 30', () => {
    const recipient = { ref: YOUTH, name: 'Jong', kind: 'youth_organisation' } as const;
    const filings = [annual([], {}, { kind: 'affiliate_overview', recipient })];
    const ledger = [booked({ ...gift, recipient: YOUTH })];
    expect(reconcile(sources({ ledger, filings }))[0]).toMatchObject({
      outcome: 'in_ledger_not_in_annual',
      basis: { article: '30', paragraph: '2', part: 'a' },
      parameters: [{ key: 'disclosure.annual' }],
    });
  });

  it('two elections in one period must agree as well', () => {
    const other = { ref: 'filing-3', expected: 'pre_election_overview:e-2' };
    const filings = [election([aLine(gift)]), election([], other)];
    expect(outcomes({ filings })).toEqual(['in_election_not_in_election']);
  });

  it('a notice and an overview of an election, both ways', () => {
    expect(outcomes({ notices: [NOTICE], filings: [election([aLine(BIG)])] })).toEqual([]);
    expect(outcomes({ notices: [NOTICE], filings: [election([])] })).toEqual([
      'in_notice_not_in_election',
    ]);
    expect(outcomes({ filings: [election([aLine(BIG)])] })).toEqual(['in_election_not_in_notice']);
  });
});

describe('a draft, and what was filed after the day of judgement, is no source', () => {
  it.each([
    ['a draft', null, 0],
    ['filed the day after', '2027-01-02', 0],
    ['filed on the day', '2027-01-01', 1],
  ])('%s', (_, day, count) => {
    const filings = [annual([], { filedOn: day === null ? null : plainDate(day) })];
    expect(outcomes({ notices: [NOTICE], filings })).toHaveLength(count);
  });

  it('a notice of the day after', () => {
    const on = plainDate('2024-05-09');
    const filings = [annual([], { filedOn: plainDate('2024-05-08') })];
    expect(outcomes({ notices: [NOTICE], filings, on })).toEqual([]);
    expect(outcomes({ notices: [NOTICE], filings, on: plainDate('2024-05-10') })).toHaveLength(1);
  });

  it('a correction stands in the place of what it corrects', () => {
    const corrected = annual([aLine(BIG)], { ref: 'filing-9', version: 2 });
    expect(outcomes({ notices: [NOTICE], filings: [annual([]), corrected] })).toEqual([]);
    expect(outcomes({ notices: [NOTICE], filings: [corrected, annual([])] })).toEqual([]);
    const later = { from: plainDate('2026-01-01'), until: plainDate('2026-12-31') };
    const other = annual([], { expected: 'annual_report:2026', version: 2 }, { period: later });
    expect(outcomes({ notices: [NOTICE], filings: [annual([]), other] })).toEqual([
      'in_notice_not_in_annual',
    ]);
  });
});
