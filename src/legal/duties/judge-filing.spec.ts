import { type ExpectedFiling, type RequiredPart } from '../facts/filing';
import { isFineableProvision } from '../fines/provisions';
import { plainDate } from '../kernel/plain-date';
import { aGroup, aStatus, CANDIDATE, PARTY, YOUTH } from '../testing/a-donor-year';
import { aGroupThatIs, TK2025 } from '../testing/an-election';
import { expectedFilings } from './expected-filings';
import { judgeFiling, ruleOfFiling } from './judge-filing';

const YEARS = { from: plainDate('2024-01-01'), until: plainDate('2026-12-31') };
const FILINGS = expectedFilings(aGroupThatIs('political_party'), [TK2025], YEARS);

function expected(key: string, filings = FILINGS): ExpectedFiling {
  return filings.find((filing) => filing.key === key)!;
}

function part(filing: ExpectedFiling, name: string): RequiredPart {
  return filing.parts.find((one) => one.part === name)!;
}

const REPORT = expected(`annual_report:2024:${PARTY}`);
const AFTER_POLLING = expected(`post_election_overview:tk2025:${PARTY}`);

function received(filedOn: string, missing: readonly RequiredPart[] = []) {
  return { filedOn: plainDate(filedOn), ref: 'filing-1', version: 2, missing };
}

const LATER = plainDate('2026-12-31');

describe('a filing is judged once its last day has passed', () => {
  it.each([
    ['2025-06-30', 0],
    ['2025-07-01', 1],
  ])('on %s nothing received gives %i findings', (on, count) => {
    expect(judgeFiling(REPORT, null, plainDate(on))).toHaveLength(count);
  });

  it.each([
    ['2025-06-30', 0],
    ['2025-07-01', 1],
  ])('filed on %s it gives %i findings', (filedOn, count) => {
    expect(judgeFiling(REPORT, received(filedOn), LATER)).toHaveLength(count);
  });

  it('filed before the window opens is not late', () => {
    expect(judgeFiling(REPORT, received('2024-12-01'), LATER)).toEqual([]);
  });

  it('T35: due on Saturday 29 November 2025, filed on Monday 1 December, is in time', () => {
    expect(judgeFiling(AFTER_POLLING, received('2025-12-01'), LATER)).toEqual([]);
    expect(judgeFiling(AFTER_POLLING, received('2025-12-02'), LATER)).toMatchObject([
      { outcome: 'filed_late', since: '2025-12-02' },
    ]);
    expect(judgeFiling(AFTER_POLLING, null, plainDate('2025-12-01'))).toEqual([]);
    expect(judgeFiling(AFTER_POLLING, null, plainDate('2025-12-02'))).toHaveLength(1);
  });

  it('what comes in tomorrow does not count today', () => {
    const tomorrow = received('2025-07-03');
    expect(judgeFiling(REPORT, tomorrow, plainDate('2025-07-02'))).toMatchObject([
      { outcome: 'not_filed' },
    ]);
    expect(judgeFiling(REPORT, tomorrow, plainDate('2025-07-03'))).toMatchObject([
      { outcome: 'filed_late' },
    ]);
  });
});

describe('what a finding about a filing holds', () => {
  it('not received: the whole, with the day and the duty', () => {
    expect(judgeFiling(REPORT, null, LATER)).toEqual([
      {
        rule: 'WFPP-25-1',
        basis: { law: 'Wfpp', article: '25', paragraph: '1', part: 'a' },
        severity: 'finding',
        outcome: 'not_filed',
        key: `filing:annual_report:2024:${PARTY}`,
        recipient: PARTY,
        contributions: [],
        amounts: [],
        parameters: [],
        missing: ['filing'],
        since: '2025-07-01',
        remedy: null,
        documents: [
          {
            kind: 'expected_filing',
            ref: `annual_report:2024:${PARTY}`,
            version: null,
            amount: null,
            on: '2025-06-30',
          },
        ],
        filing: {
          expected: `annual_report:2024:${PARTY}`,
          lastDay: '2025-06-30',
          filedOn: null,
          part: null,
          partOf: null,
        },
      },
    ]);
  });

  it('late: the same key, with the day on which it came and the version that did', () => {
    const [late] = judgeFiling(REPORT, received('2025-07-04'), LATER);
    expect(late).toMatchObject({
      key: `filing:annual_report:2024:${PARTY}`,
      outcome: 'filed_late',
      missing: [],
      since: '2025-07-01',
      filing: { filedOn: '2025-07-04', part: null },
    });
    expect(late?.documents?.[1]).toEqual({
      kind: 'filing',
      ref: 'filing-1',
      version: 2,
      amount: null,
      on: '2025-07-04',
    });
  });

  it('T5: one finding for each part that is missing, with its own article and key', () => {
    const filing = expected(`candidate_overview:tk2025:${PARTY}`);
    const found = judgeFiling(
      filing,
      received('2025-10-15', [part(filing, 'candidate'), part(filing, 'gifts')]),
      LATER,
    );
    expect(found).toMatchObject([
      {
        rule: 'WFPP-29-1',
        basis: { article: '29', paragraph: '5' },
        severity: 'finding',
        outcome: 'part_missing',
        key: `filing:candidate_overview:tk2025:${PARTY}:candidate:${CANDIDATE}`,
        missing: ['candidate'],
        recipient: PARTY,
        since: '2025-10-16',
        filing: {
          expected: `candidate_overview:tk2025:${PARTY}`,
          lastDay: '2025-10-15',
          filedOn: '2025-10-15',
          part: 'candidate',
          partOf: CANDIDATE,
        },
      },
      {
        key: `filing:candidate_overview:tk2025:${PARTY}:gifts`,
        missing: ['gifts'],
        filing: { part: 'gifts', partOf: null },
      },
    ]);
  });

  it('late and not complete are two things', () => {
    const found = judgeFiling(REPORT, received('2025-07-01', [part(REPORT, 'debts')]), LATER);
    expect(found.map(({ outcome }) => outcome)).toEqual(['filed_late', 'part_missing']);
  });

  it('an incomplete filing can be made complete up to and including the last day', () => {
    const early = received('2025-06-01', [part(REPORT, 'debts')]);
    expect(judgeFiling(REPORT, early, plainDate('2025-06-30'))).toEqual([]);
    expect(judgeFiling(REPORT, early, plainDate('2025-07-01'))).toHaveLength(1);
  });

  it('T27: a part outside art. 37 lid 1 is a warning', () => {
    const overview = expected(`affiliate_overview:2024:${YOUTH}`);
    const statement = part(overview, 'auditor_statement');
    expect(judgeFiling(overview, received('2025-06-30', [statement]), LATER)).toMatchObject([
      { rule: 'WFPP-30-2', severity: 'warning', recipient: YOUTH },
    ]);
  });
});

describe('which rule a filing stands under', () => {
  it.each([
    ['political_party', `annual_report:2024:${PARTY}`, 'WFPP-25-1', 'finding'],
    ['political_party', `affiliate_overview:2024:${YOUTH}`, 'WFPP-30-2', 'finding'],
    ['political_party', `pre_election_overview:tk2025:${PARTY}`, 'WFPP-28-1', 'finding'],
    ['political_party', `pre_election_overview:tk2025:${YOUTH}`, 'WFPP-28-1', 'finding'],
    ['political_party', `post_election_overview:tk2025:${PARTY}`, 'WFPP-28a-1', 'finding'],
    ['political_party', `candidate_overview:tk2025:${PARTY}`, 'WFPP-29-1', 'finding'],
    ['political_party', `gift_regulation:${PARTY}`, 'WFPP-34', 'warning'],
    ['new_association', `pre_election_overview:tk2025:${PARTY}`, 'WFPP-31-3', 'finding'],
    ['new_association', `candidate_overview:tk2025:${PARTY}`, 'WFPP-29-1', 'finding'],
    ['blank_list', `blank_list_overview:tk2025:${CANDIDATE}`, 'WFPP-32-1', 'finding'],
    ['split_off', `annual_report:2024:${PARTY}`, 'WFPP-33', 'finding'],
    ['split_off', `affiliate_overview:2024:${YOUTH}`, 'WFPP-33', 'finding'],
    ['split_off', `candidate_overview:tk2025:${PARTY}`, 'WFPP-33', 'finding'],
    ['split_off', `gift_regulation:${PARTY}`, 'WFPP-34', 'warning'],
  ] as const)('%s, %s: %s, a %s', (status, key, rule, severity) => {
    const group = aGroup({ statuses: [aStatus(status, '2023-06-01')] });
    const filing = expected(key, expectedFilings(group, [TK2025], YEARS));
    expect(judgeFiling(filing, null, LATER)).toMatchObject([
      { rule, severity, outcome: 'not_filed', basis: filing.basis },
    ]);
  });

  it('a whole that can be fined stands on a provision of art. 37 lid 1', () => {
    for (const filing of FILINGS)
      expect(isFineableProvision(filing.basis)).toBe(filing.kind !== 'gift_regulation');
  });

  it('asking the rule of a row in which nothing is filed is a fault', () => {
    expect(() => ruleOfFiling({ duty: 9 })).toThrow('nothing is filed under duty 9');
  });
});
