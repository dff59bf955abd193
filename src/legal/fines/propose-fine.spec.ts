import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { euro, euroCents, type EuroCents } from '../kernel/euro-cents';
import { printReference } from '../kernel/law-reference';
import { plainDate } from '../kernel/plain-date';
import { EXAMPLE_2026_1 } from './example-2026-1';
import { type FineSchedule } from './fine-schedule';
import { proposeFine, type FineProposal, type FineStepCode, type Violation } from './propose-fine';
import { fineScheduleOn } from './schedule-on';

function aViolation(over: Partial<Violation> = {}): Violation {
  return {
    rule: 'WFPP-25a-2',
    basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
    violatedOn: plainDate('2025-04-25'),
    decidedOn: plainDate('2026-02-02'),
    daysLate: 0,
    amountInvolved: euro(0),
    earlierViolations: [],
    selfReported: false,
    repaired: false,
    ...over,
  };
}

function propose(over: Partial<Violation> = {}): FineProposal {
  return proposeFine(aViolation(over), EXAMPLE_2026_1, EXAMPLE_2026_1);
}

function effectOf(code: FineStepCode, over: Partial<Violation>): EuroCents | undefined {
  return propose(over).steps.find((step) => step.code === code)?.effect;
}

interface Vector {
  readonly title: string;
  readonly violation: Partial<Violation>;
  /** What another schedule, in use on the day of the decision, says differently. */
  readonly decision?: Partial<FineSchedule>;
  readonly effects: readonly number[];
  readonly amount: number;
}

function readVectors(): readonly Vector[] {
  const text = readFileSync(join(__dirname, 'propose-fine.vectors.json'), 'utf8');
  return (JSON.parse(text) as { readonly vectors: readonly Vector[] }).vectors;
}

describe('D9: a fine is proposed step by step from a schedule', () => {
  it.each(readVectors())('$title', ({ violation, decision = {}, effects, amount }) => {
    const base = { ...EXAMPLE_2026_1.base, ...decision.base };
    const later = { ...EXAMPLE_2026_1, ...decision, base };
    const proposal = proposeFine(aViolation(violation), EXAMPLE_2026_1, later);
    expect(proposal.steps.map(({ effect }) => effect)).toEqual(effects);
    expect(proposal.amount).toBe(amount);
  });

  it('Awb art. 5:46 lid 2: every step is printed, also one without effect', () => {
    const { steps } = propose({ daysLate: 8, amountInvolved: euro(10_000) });
    expect(steps.map(({ code, input, effect, total }) => [code, input, effect, total])).toEqual([
      ['base', 'WFPP-25a-2', 250_000, 250_000],
      ['days_late', 8, 62_500, 312_500],
      ['amount_involved', 1_000_000, 0, 312_500],
      ['repetition', 0, 0, 312_500],
      ['self_report', false, 0, 312_500],
      ['repair', false, 0, 312_500],
      ['ceiling', 2_500_000, 0, 312_500],
    ]);
    expect(steps.map(({ article }) => printReference(article))).toEqual([
      ...Array.from({ length: 6 }, () => 'Awb art. 5:46 lid 2'),
      'Wfpp art. 37 lid 4',
    ]);
    expect(steps[0]?.description).toBe('fine.step.base');
  });

  it.each([
    [7, 0],
    [8, 62_500],
    [30, 62_500],
    [31, 125_000],
    [90, 125_000],
    [91, 250_000],
  ])('%i days late adds %i', (daysLate, effect) => {
    expect(effectOf('days_late', { daysLate })).toBe(effect);
  });

  it.each([
    [24_999.99, 0],
    [25_000, 62_500],
    [49_999.99, 62_500],
    [50_000, 125_000],
    [99_999.99, 125_000],
    [100_000, 250_000],
  ])('EUR %d involved adds %i', (euros, effect) => {
    const amountInvolved = euroCents(Math.round(euros * 100));
    expect(effectOf('amount_involved', { amountInvolved })).toBe(effect);
  });

  it.each([
    ['none', [], 0],
    ['five years before to the day', ['2020-04-25'], 125_000],
    ['five years and a day before', ['2020-04-24'], 0],
    ['the day before', ['2025-04-24'], 125_000],
    ['the violation itself', ['2025-04-25'], 0],
    ['a later one', ['2025-04-26'], 0],
    ['two', ['2023-04-25', '2024-04-25'], 250_000],
    ['two, one of them too old', ['2015-04-25', '2024-04-25'], 125_000],
  ])('repetition within five years: %s', (_, days, effect) => {
    expect(effectOf('repetition', { earlierViolations: days.map(plainDate) })).toBe(effect);
  });

  it('half cents fall in favour of the offender', () => {
    const odd: FineSchedule = {
      ...EXAMPLE_2026_1,
      base: { ...EXAMPLE_2026_1.base, 'WFPP-25a-2': euroCents(101) },
    };
    const { steps } = proposeFine(aViolation({ daysLate: 31, repaired: true }), odd, odd);
    const effects = new Map(steps.map(({ code, effect }) => [code, effect]));
    expect([effects.get('days_late'), effects.get('repair')]).toEqual([50, -38]);
  });
});

describe('Wfpp art. 37 lid 4: at most EUR 25 000 for each violated paragraph', () => {
  const withBase = (base: number, cap = 25_000): FineSchedule => ({
    ...EXAMPLE_2026_1,
    base: { ...EXAMPLE_2026_1.base, 'WFPP-25a-2': euroCents(Math.round(base * 100)) },
    cap: euro(cap),
  });
  it.each([
    ['just under', withBase(24_999.99), 2_499_999],
    ['exactly', withBase(25_000), 2_500_000],
    ['just over', withBase(25_000.01), 2_500_000],
    ['a schedule with a lower cap', withBase(25_000, 20_000), 2_000_000],
    ['a schedule cannot go above the Act', withBase(40_000, 40_000), 2_500_000],
  ])('%s', (_, schedule, amount) => {
    const proposal = proposeFine(aViolation(), schedule, schedule);
    expect(proposal.amount).toBe(amount);
    expect(proposal.ceiling).toBe(Math.min(schedule.cap, 2_500_000));
  });

  it('is never passed and never below zero, whatever the facts', () => {
    fc.assert(
      fc.property(
        fc.record({
          daysLate: fc.nat(5_000),
          amountInvolved: fc.nat(1_000_000_000).map(euroCents),
          selfReported: fc.boolean(),
          repaired: fc.boolean(),
          earlierViolations: fc.array(
            fc.constantFrom(plainDate('2021-01-01'), plainDate('2024-01-01')),
          ),
        }),
        (facts) => {
          const { amount, ceiling, steps } = propose(facts);
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual(ceiling);
          expect(steps.at(-1)?.total).toBe(amount);
        },
      ),
    );
  });

  it('no fine before the Act: that is a fault, not an answer', () => {
    const violation = aViolation({ violatedOn: plainDate('2013-04-30') });
    expect(() => proposeFine(violation, EXAMPLE_2026_1, EXAMPLE_2026_1)).toThrow(
      new RangeError('no fine could be imposed on 2013-04-30'),
    );
  });
});

describe('Awb art. 5:46 lid 4, D10: the milder of the law at the violation and at the decision', () => {
  const priced = (version: string, euros: number): FineSchedule => ({
    ...EXAMPLE_2026_1,
    version,
    origin: 'overseer',
    base: { ...EXAMPLE_2026_1.base, 'WFPP-25a-2': euro(euros) },
  });
  it.each([
    ['a later, milder schedule is used', [3_000, 2_000], 'decision', 'new'],
    ['a later, stricter schedule is not', [2_000, 3_000], 'violation', 'old'],
    ['of two equal ones that of the violation', [2_000, 2_000], 'violation', 'old'],
  ])('%s', (_, [then = 0, now = 0], chosen, version) => {
    const proposal = proposeFine(aViolation(), priced('old', then), priced('new', now));
    expect(proposal).toMatchObject({
      amount: euro(2_000),
      schedule: { version, origin: 'overseer' },
      lexMitior: { chosen, atViolation: euro(then), atDecision: euro(now) },
    });
    expect(proposal.steps[0]?.effect).toBe(euro(2_000));
    expect(proposal.lexMitior.basis).toEqual({ law: 'Awb', article: '5:46', paragraph: '4' });
    const highest = {
      key: 'fine.max',
      value: euro(25_000),
      unit: 'cents',
      source: 'Wfpp art. 37 lid 4',
      inForceFrom: '2023-01-01',
    };
    expect(proposal.lexMitior.sets).toEqual({
      violation: {
        on: '2025-04-25',
        schedule: { version: 'old', origin: 'overseer' },
        highest,
      },
      decision: { on: '2026-02-02', schedule: { version: 'new', origin: 'overseer' }, highest },
    });
  });
});

describe('the schedule that ships is an example, and data', () => {
  it('says so in every proposal', () => {
    expect(propose().schedule).toEqual({ version: 'example-2026-1', origin: 'example' });
  });

  it('is in force since the Act; before it there is none', () => {
    expect(fineScheduleOn(plainDate('2013-05-01'))).toBe(EXAMPLE_2026_1);
    expect(fineScheduleOn(plainDate('2013-04-30'))).toBe('unknown');
  });

  it('gives way to a later one of the overseer from its first day', () => {
    const own: FineSchedule = {
      ...EXAMPLE_2026_1,
      version: '2026-07',
      origin: 'overseer',
      from: plainDate('2026-07-01'),
    };
    for (const schedules of [
      [own, EXAMPLE_2026_1],
      [EXAMPLE_2026_1, own],
    ]) {
      const on = (day: string): unknown => fineScheduleOn(plainDate(day), schedules);
      expect([on('2026-06-30'), on('2026-07-01')]).toEqual([EXAMPLE_2026_1, own]);
    }
  });
});
