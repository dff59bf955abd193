import * as fc from 'fast-check';
import { euro, euroCents } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { EXAMPLE_2026_1 } from './example-2026-1';
import { type FineSchedule } from './fine-schedule';
import { FINEABLE_RULES } from './fineable';
import { proposeFine } from './propose-fine';
import { simulateSchedule, type SimulatedViolation } from './simulate-schedule';

const ON = plainDate('2026-09-01');

/** Notices cost more, the cap less, and a repair is worth half. */
const CANDIDATE: FineSchedule = {
  ...EXAMPLE_2026_1,
  version: '2026-2',
  origin: 'overseer',
  from: plainDate('2026-07-01'),
  base: { ...EXAMPLE_2026_1.base, 'WFPP-25a-2': euro(4_000), 'WFPP-29b-1': euro(3_000) },
  repairPercent: 50,
};

function aViolation(ref: string, over: Partial<SimulatedViolation> = {}): SimulatedViolation {
  return {
    ref,
    rule: 'WFPP-25a-2',
    basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
    violatedOn: plainDate('2025-03-12'),
    daysLate: 1,
    amountInvolved: euro(10_000),
    earlierViolations: [],
    selfReported: false,
    repaired: false,
    ...over,
  };
}

const CAP = {
  rule: 'WFPP-29b-1',
  basis: { law: 'Wfpp', article: '29b', paragraph: '1' },
  violatedOn: plainDate('2024-12-31'),
} as const;

describe('a schedule is tried on violations of the past before it is adopted', () => {
  const result = simulateSchedule(
    [aViolation('a'), aViolation('b', CAP), aViolation('c', { repaired: true })],
    EXAMPLE_2026_1,
    CANDIDATE,
    ON,
  );

  it('says that it is a simulation, of which schedules, and as if decided when', () => {
    expect(result).toMatchObject({
      simulation: true,
      on: '2026-09-01',
      current: { version: 'example-2026-1', origin: 'example', from: '2013-05-01' },
      candidate: { version: '2026-2', origin: 'overseer', from: '2026-07-01' },
    });
  });

  it('gives for each violation both amounts and what they differ', () => {
    expect(result.fines).toEqual([
      {
        ref: 'a',
        rule: 'WFPP-25a-2',
        basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
        violatedOn: '2025-03-12',
        current: euro(2_500),
        candidate: euro(4_000),
        difference: euro(1_500),
        ifAdopted: euro(2_500),
      },
      {
        ref: 'b',
        rule: 'WFPP-29b-1',
        basis: { law: 'Wfpp', article: '29b', paragraph: '1' },
        violatedOn: '2024-12-31',
        current: euro(5_000),
        candidate: euro(3_000),
        difference: euro(-2_000),
        ifAdopted: euro(3_000),
      },
      {
        ref: 'c',
        rule: 'WFPP-25a-2',
        basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
        violatedOn: '2025-03-12',
        current: euro(1_875),
        candidate: euro(2_000),
        difference: euro(125),
        ifAdopted: euro(1_875),
      },
    ]);
  });

  it('and the totals, by rule and of all', () => {
    expect(result.rules).toEqual([
      {
        rule: 'WFPP-25a-2',
        violations: 2,
        current: euro(4_375),
        candidate: euro(6_000),
        difference: euro(1_625),
        ifAdopted: euro(4_375),
      },
      {
        rule: 'WFPP-29b-1',
        violations: 1,
        current: euro(5_000),
        candidate: euro(3_000),
        difference: euro(-2_000),
        ifAdopted: euro(3_000),
      },
    ]);
    expect(result.total).toEqual({
      violations: 3,
      current: euro(9_375),
      candidate: euro(9_000),
      difference: euro(-375),
      ifAdopted: euro(7_375),
    });
  });

  it('Awb art. 5:8: two violated paragraphs are two fines, each with its own ceiling', () => {
    const dear: FineSchedule = {
      ...EXAMPLE_2026_1,
      base: { ...EXAMPLE_2026_1.base, 'WFPP-25a-2': euro(25_000), 'WFPP-29b-1': euro(25_000) },
    };
    const late = { daysLate: 91 };
    const both = [aViolation('a', late), aViolation('b', { ...CAP, ...late })];
    const { fines, total } = simulateSchedule(both, dear, dear, ON);
    expect(fines.map(({ current }) => current)).toEqual([euro(25_000), euro(25_000)]);
    expect(total.current).toBe(euro(50_000));
  });

  it('no violations give no amounts', () => {
    const { rules, total } = simulateSchedule([], EXAMPLE_2026_1, CANDIDATE, ON);
    expect(rules).toEqual([]);
    expect(total).toEqual({ violations: 0, current: 0, candidate: 0, difference: 0, ifAdopted: 0 });
  });

  it('adds up, never asks more than the milder of the two, and a schedule does not differ from itself', () => {
    const anyViolation = fc
      .record({
        rule: fc.constantFrom(...FINEABLE_RULES),
        daysLate: fc.nat(400),
        amountInvolved: fc.nat(20_000_000).map(euroCents),
        selfReported: fc.boolean(),
        repaired: fc.boolean(),
      })
      .map((facts) => aViolation('x', facts));
    fc.assert(
      fc.property(fc.array(anyViolation), (violations) => {
        const tried = simulateSchedule(violations, EXAMPLE_2026_1, CANDIDATE, ON);
        expect(tried.total.difference).toBe(tried.total.candidate - tried.total.current);
        for (const { current, candidate, ifAdopted } of tried.fines) {
          expect(ifAdopted).toBe(Math.min(current, candidate));
        }
        const same = simulateSchedule(violations, EXAMPLE_2026_1, EXAMPLE_2026_1, ON);
        expect(same.total.difference).toBe(0);
        for (const [index, { current }] of same.fines.entries()) {
          const violation = { ...violations[index]!, decidedOn: ON };
          expect(proposeFine(violation, EXAMPLE_2026_1, EXAMPLE_2026_1).amount).toBe(current);
        }
      }),
      { numRuns: 50 },
    );
  });
});
