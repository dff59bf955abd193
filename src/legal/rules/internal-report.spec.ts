import { type DonorKind } from '../facts/donor';
import { type Group } from '../facts/group';
import { plainDate } from '../kernel/plain-date';
import {
  aGroup,
  aStatus,
  BRANCH,
  CANDIDATE,
  cents,
  INSTITUTE,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import {
  internalReportTerm,
  judgeInternalReport,
  type ReportableContribution,
} from './internal-report';

const GROUP = aGroup();

function gift(
  receivedOn: string,
  recipient: string = YOUTH,
  donorKind: DonorKind = 'natural_person',
): ReportableContribution {
  return {
    ref: 'gift-1',
    recipient,
    amount: cents(400),
    receivedOn: plainDate(receivedOn),
    donorKind,
  };
}

function lastDay(contribution: ReportableContribution, group: Group = GROUP): string | null {
  return internalReportTerm(group, contribution)?.lastDay ?? null;
}

describe('Wfpp art. 29b lid 1: who tells the party of what within a week', () => {
  it('a gift of Saturday 1 November 2025 by Monday 10 November (Atw art. 1)', () => {
    expect(internalReportTerm(GROUP, gift('2025-11-01'))).toMatchObject({
      lastDay: '2025-11-10',
      naiveLastDay: '2025-11-08',
      lengthenedBy: ['atw_1'],
    });
    expect(lastDay(gift('2025-11-03'))).toBe('2025-11-10');
    expect(lastDay(gift('2025-11-04'))).toBe('2025-11-11');
  });

  it.each([
    [YOUTH, true],
    [INSTITUTE, true],
    [CANDIDATE, true],
    [PARTY, false],
    [BRANCH, false],
    ['a stranger', false],
  ])('%s reports: %s', (recipient, expected) => {
    expect(lastDay(gift('2025-11-03', recipient)) !== null).toBe(expected);
  });

  it('since 2023-01-01, not the day before', () => {
    expect(lastDay(gift('2022-12-31'))).toBeNull();
    expect(lastDay(gift('2023-01-01'))).toBe('2023-01-09');
  });

  it('lid 3: not what the party gives its affiliate; an anonymous gift does count', () => {
    expect(lastDay(gift('2025-11-03', YOUTH, 'group_member'))).toBeNull();
    expect(lastDay(gift('2025-11-03', YOUTH, 'anonymous'))).toBe('2025-11-10');
  });

  it.each([
    ['political_party', '2024-03-01', true],
    ['new_association', '2024-03-01', true],
    ['split_off', '2024-03-01', true],
    ['split_off', '2025-03-01', false],
    ['blank_list', '2024-03-01', false],
  ] as const)('a %s since %s: %s', (status, from, expected) => {
    const group = aGroup({ statuses: [aStatus(status, from)] });
    expect(lastDay(gift('2025-11-03', CANDIDATE), group) !== null).toBe(expected);
  });
});

describe('what a missed week gives', () => {
  const CONTRIBUTION = gift('2025-11-01');

  it.each([
    [null, '2025-11-10', []],
    [null, '2025-11-11', ['not_reported']],
    ['2025-11-10', '2026-01-01', []],
    ['2025-11-11', '2026-01-01', ['reported_late']],
    ['2025-11-11', '2025-11-11', ['reported_late']],
    ['2025-11-11', '2025-11-10', []],
    ['2025-11-20', '2025-11-15', ['not_reported']],
  ])('reported on %s, judged on %s: %s', (reportedOn, on, outcomes) => {
    const told = reportedOn === null ? null : plainDate(reportedOn);
    const found = judgeInternalReport(GROUP, CONTRIBUTION, told, plainDate(on));
    expect(found.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it('holds the gift, the term and what is missing', () => {
    expect(judgeInternalReport(GROUP, CONTRIBUTION, null, LATER)).toEqual([
      {
        rule: 'WFPP-29b-1-WEEK',
        basis: { law: 'Wfpp', article: '29b', paragraph: '1' },
        severity: 'finding',
        outcome: 'not_reported',
        key: 'WFPP-29b-1-WEEK:gift-1',
        recipient: YOUTH,
        contributions: [
          { contribution: 'gift-1', recipient: YOUTH, amount: 40_000, receivedOn: '2025-11-01' },
        ],
        amounts: [{ label: 'contribution', amount: 40_000 }],
        parameters: [
          {
            key: 'internal_cap_report',
            value: 1,
            unit: 'weeks',
            source: 'Wfpp art. 29b lid 1',
            inForceFrom: '2023-01-01',
          },
        ],
        missing: ['internal_report'],
        since: '2025-11-11',
        remedy: null,
        documents: [
          { kind: 'internal_report', ref: 'gift-1', version: null, amount: null, on: null },
        ],
      },
    ]);
    const [late] = judgeInternalReport(GROUP, CONTRIBUTION, plainDate('2025-11-12'), LATER);
    expect(late).toMatchObject({ missing: [], documents: [{ on: '2025-11-12' }] });
  });

  it('nothing of who has nothing to report', () => {
    expect(judgeInternalReport(GROUP, gift('2025-11-01', PARTY), null, LATER)).toEqual([]);
  });

  it('without a known status nobody can tell (D19)', () => {
    const group = aGroup({ statuses: [] });
    expect(judgeInternalReport(group, CONTRIBUTION, null, LATER)).toMatchObject([
      {
        severity: 'undecided',
        outcome: 'status_unknown',
        missing: ['internal_report', 'group_status'],
      },
    ]);
    const told = plainDate('2025-12-01');
    expect(judgeInternalReport(group, CONTRIBUTION, told, LATER)).toMatchObject([
      { severity: 'undecided', missing: ['group_status'] },
    ]);
  });
});
