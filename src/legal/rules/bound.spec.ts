import { type GroupStatus } from '../facts/group';
import { plainDate } from '../kernel/plain-date';
import { aContribution, aDonorYear, aGroup, aStatus, LATER, YOUTH } from '../testing/a-donor-year';
import { bindingPeriod, boundStatusOn, isNotYetBound, isSeated } from './bound';
import { judgeDonorYear } from './judge';
import { preCheck } from './pre-check';

const SPLIT = aGroup({ statuses: [aStatus('split_off', '2024-03-01', '2026-06-30')] });

describe('Wfpp art. 33 lid 1: a split-off is bound from the first calendar year after the split', () => {
  it.each([
    ['2024-02-29', null, false],
    ['2024-03-01', null, true],
    ['2024-12-31', null, true],
    ['2025-01-01', 'split_off', false],
    ['2026-06-30', 'split_off', false],
    ['2026-07-01', null, false],
  ])('on %s: %s, known not to be bound yet: %s', (day, status, notYet) => {
    expect(boundStatusOn(SPLIT, plainDate(day))).toBe(status);
    expect(isNotYetBound(SPLIT, plainDate(day))).toBe(notYet);
  });

  it.each<GroupStatus>(['political_party', 'new_association', 'blank_list'])(
    'a %s is bound from its first day',
    (status) => {
      const period = aStatus(status, '2024-03-01', '2024-09-30');
      const group = aGroup({ statuses: [period] });
      expect(bindingPeriod(period)).toEqual({ from: '2024-03-01', until: '2024-09-30' });
      expect(boundStatusOn(group, plainDate('2024-03-01'))).toBe(status);
      expect(isNotYetBound(group, plainDate('2024-03-01'))).toBe(false);
      expect(boundStatusOn(group, plainDate('2024-02-29'))).toBeNull();
    },
  );

  it.each([
    ['political_party', true],
    ['split_off', true],
    ['new_association', false],
    ['blank_list', false],
    [null, false],
  ] as const)('%s has the duties of a seat: %s', (status, expected) => {
    expect(isSeated(status)).toBe(expected);
  });
});

describe('what a split-off receives', () => {
  const rules = (receivedOn: string): readonly string[] => {
    const facts = aDonorYear([aContribution(120_000, receivedOn)], { group: SPLIT });
    return judgeDonorYear(facts, LATER).findings.map(({ rule }) => rule);
  };

  it('the year of the split: no rule sees it, nothing has to be notified', () => {
    const gift = aContribution(120_000, '2024-12-31');
    const judgement = judgeDonorYear(aDonorYear([gift], { group: SPLIT }), LATER);
    expect(judgement.findings).toEqual([]);
    expect(judgement.duties).toEqual([]);
    expect(judgement.totals.group.net).toBe(12_000_000);
    expect(judgement.room).toBeNull();
    expect(rules('2024-12-31')).toEqual([]);
  });

  it('from 1 January: the cap, and the notice of art. 25a', () => {
    const gift = aContribution(120_000, '2025-01-01');
    const judgement = judgeDonorYear(aDonorYear([gift], { group: SPLIT }), LATER);
    expect(judgement.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['WFPP-29b-1', 'finding'],
    ]);
    expect(judgement.duties).toHaveLength(1);
    expect(judgement.room).toBe(0);
  });

  it('before the split and after it ended nobody knows (D19)', () => {
    for (const day of ['2024-02-29', '2026-07-01']) {
      const facts = aDonorYear([aContribution(120_000, day)], { group: SPLIT });
      const [found] = judgeDonorYear(facts, LATER).findings;
      expect(found).toMatchObject({ severity: 'undecided' });
    }
  });

  it('the signal of the group total, and small contributions, as for a party', () => {
    const spread = [
      aContribution(6_000, '2025-02-03'),
      aContribution(6_000, '2025-02-04', { recipient: YOUTH }),
    ];
    const signal = judgeDonorYear(aDonorYear(spread, { group: SPLIT }), LATER).findings;
    expect(signal.map(({ rule }) => rule)).toEqual(['D2-GROUP-TOTAL']);
    const small = [250, 250, 250, 250].map((euros) => aContribution(euros, '2025-02-03'));
    const counted = judgeDonorYear(aDonorYear(small, { group: SPLIT }), LATER).findings;
    expect(counted.map(({ rule }) => rule)).toEqual(['WFPP-25-1-B']);
  });

  it('"may I accept this?" is a plain yes in the year of the split', () => {
    const gift = aContribution(120_000, '2024-12-31');
    const empty = aDonorYear([], { group: SPLIT, year: 2024 });
    expect(preCheck(empty, gift, LATER).verdict).toBe('may_accept');
    const next = aContribution(120_000, '2025-01-01');
    const facts = aDonorYear([], { group: SPLIT, year: 2025 });
    expect(preCheck(facts, next, LATER).verdict).toBe('may_accept_part');
  });
});
