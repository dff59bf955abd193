import fc from 'fast-check';
import { addDays, daysBetween, plainDate } from '../kernel/plain-date';
import { daysBefore, firstDayOfYearBefore } from './countback';
import { termAfter, termsActApplies, type TermLength, type TermUnit } from './term';
import { workingDaysBetween } from '../testing/working-days-between';
import { restReason } from './working-days';

describe('Atw art. 4: which terms the Act leaves as they are', () => {
  it.each<[number, TermUnit, boolean]>([
    [90, 'days', true],
    [91, 'days', false],
    [12, 'weeks', true],
    [13, 'weeks', false],
    [3, 'months', true],
    [4, 'months', false],
    [1, 'years', false],
    [1, 'hours', false],
    [72, 'hours', false],
  ])('%i %s: applies %s', (count, unit, applies) => {
    expect(termsActApplies({ count, unit })).toBe(applies);
  });

  // Both sides of each edge end on a rest day: Sunday 30 March, Easter Monday and so on.
  it.each<[string, number, TermLength['unit'], string, string]>([
    ['2024-12-30', 90, 'days', '2025-03-30', '2025-03-31'],
    ['2024-12-29', 91, 'days', '2025-03-30', '2025-03-30'],
    ['2025-01-25', 12, 'weeks', '2025-04-19', '2025-04-22'],
    ['2025-01-18', 13, 'weeks', '2025-04-19', '2025-04-19'],
    ['2025-01-20', 3, 'months', '2025-04-20', '2025-04-22'],
    ['2024-12-20', 4, 'months', '2025-04-20', '2025-04-20'],
    ['2024-04-20', 1, 'years', '2025-04-20', '2025-04-20'],
  ])('%s + %i %s: naive %s, last day %s', (event, count, unit, naive, last) => {
    const term = termAfter(plainDate(event), { count, unit });
    expect([term.naiveLastDay, term.lastDay]).toEqual([naive, last]);
    expect(term.termsActApplies).toBe(naive !== last);
    expect(term.lengthenedBy).toEqual(naive === last ? [] : ['atw_1']);
  });
});

describe('Atw art. 1 lid 1: a term that ends on a rest day runs on to the next working day', () => {
  it.each<[string, string, TermLength, string]>([
    ['Friday stays', '2025-03-07', { count: 1, unit: 'weeks' }, '2025-03-14'],
    ['Saturday moves to Monday', '2025-11-01', { count: 1, unit: 'weeks' }, '2025-11-10'],
    ['Sunday moves to Monday', '2025-11-02', { count: 1, unit: 'weeks' }, '2025-11-10'],
    ['Good Friday moves past Easter', '2025-04-11', { count: 1, unit: 'weeks' }, '2025-04-22'],
    ['one month after 31 January', '2025-01-31', { count: 1, unit: 'months' }, '2025-02-28'],
  ])('%s', (_, event, length, lastDay) => {
    expect(termAfter(plainDate(event), length).lastDay).toBe(lastDay);
  });
});

describe('Atw art. 2: a term of three days or more holds at least two working days', () => {
  it.each<[string, string, number, string, readonly string[]]>([
    ['two days: art. 2 is silent, art. 1 moves', '2025-03-07', 2, '2025-03-10', ['atw_1']],
    ['three days, one of them a working day', '2025-03-07', 3, '2025-03-11', ['atw_2']],
    ['three days without a working day', '2025-04-18', 3, '2025-04-23', ['atw_2']],
    ['three days with two working days', '2025-03-05', 3, '2025-03-10', ['atw_1']],
    ['five days over Easter hold two', '2025-04-18', 5, '2025-04-23', []],
    ['four days over Easter hold one', '2025-04-18', 4, '2025-04-23', ['atw_2']],
    ['one day', '2025-04-17', 1, '2025-04-22', ['atw_1']],
  ])('%s', (_, event, count, lastDay, lengthenedBy) => {
    const term = termAfter(plainDate(event), { count, unit: 'days' });
    expect([term.lastDay, term.lengthenedBy]).toEqual([lastDay, lengthenedBy]);
  });
});

describe('a term warns when it leaves the years with known equated days', () => {
  it('six weeks into 2029', () => {
    const term = termAfter(plainDate('2028-12-01'), { count: 6, unit: 'weeks' });
    expect(term.warnings).toEqual(['equated_days_unknown_after_2028']);
  });

  it('13 weeks into 2029 are not moved, so the calendar does not matter', () => {
    const term = termAfter(plainDate('2028-12-01'), { count: 13, unit: 'weeks' });
    expect(term.warnings).toEqual([]);
  });
});

describe('properties of every term', () => {
  const anyDay = fc
    .integer({ min: 0, max: 8400 })
    .map((days) => addDays(plainDate('2023-01-01'), days));
  const extended = fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 90 }), unit: fc.constant('days' as const) }),
    fc.record({ count: fc.integer({ min: 1, max: 12 }), unit: fc.constant('weeks' as const) }),
    fc.record({ count: fc.integer({ min: 1, max: 3 }), unit: fc.constant('months' as const) }),
  );

  it('a term to which the Act applies never ends on a rest day and is never shortened', () => {
    fc.assert(
      fc.property(anyDay, extended, (event, length) => {
        const { lastDay, naiveLastDay } = termAfter(event, length);
        expect(restReason(lastDay)).toBeNull();
        expect(lastDay >= naiveLastDay).toBe(true);
      }),
    );
  });

  it('one of three days or more holds two working days', () => {
    fc.assert(
      fc.property(anyDay, extended, (event, length) => {
        const { lastDay, naiveLastDay } = termAfter(event, length);
        fc.pre(daysBetween(event, naiveLastDay) >= 3);
        expect(workingDaysBetween(event, lastDay)).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('a later event never gives an earlier last day', () => {
    fc.assert(
      fc.property(anyDay, extended, (event, length) => {
        const next = termAfter(addDays(event, 1), length).lastDay;
        expect(next >= termAfter(event, length).lastDay).toBe(true);
      }),
    );
  });

  it('Atw art. 1 lid 2: a term counted back is never moved', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (event, days) => {
        expect(daysBetween(daysBefore(event, days), event)).toBe(days);
      }),
    );
    expect(daysBefore(plainDate('2025-05-12'), 7)).toBe('2025-05-05');
  });

  it('1 January so many years before', () => {
    expect(firstDayOfYearBefore(plainDate('2025-10-29'), 0)).toBe('2025-01-01');
    expect(firstDayOfYearBefore(plainDate('2025-10-29'), 2)).toBe('2023-01-01');
  });
});
