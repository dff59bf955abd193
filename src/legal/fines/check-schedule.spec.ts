import { euro, euroCents, type EuroCents } from '../kernel/euro-cents';
import { plainDate, type PlainDate } from '../kernel/plain-date';
import { checkSchedule } from './check-schedule';
import { EXAMPLE_2026_1 } from './example-2026-1';
import { type FineSchedule } from './fine-schedule';
import { FINEABLE_RULES } from './fineable';

function faultsOf(
  over: Partial<FineSchedule>,
  adopted: readonly FineSchedule[] = [],
): readonly (readonly [place: string, code: string, value: number | string | null])[] {
  return checkSchedule({ ...EXAMPLE_2026_1, ...over }, adopted).map(({ place, code, value }) => [
    place,
    code,
    value,
  ]);
}

function base(over: Readonly<Record<string, number>>): Pick<FineSchedule, 'base'> {
  return { base: { ...EXAMPLE_2026_1.base, ...over } };
}

const half = 2_500.5 as EuroCents;

describe('decision D9: a fine schedule is right before anyone adopts it', () => {
  it('the example that ships is right', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('every rule of art. 37 lid 1 has its price', () => {
    expect(FINEABLE_RULES).toHaveLength(17);
    expect(Object.keys(EXAMPLE_2026_1.base).toSorted()).toEqual(FINEABLE_RULES.toSorted());
    for (const rule of FINEABLE_RULES) {
      const others = Object.entries(EXAMPLE_2026_1.base).filter(([key]) => key !== rule);
      const lacking = { base: Object.fromEntries(others) as FineSchedule['base'] };
      expect(faultsOf(lacking)).toEqual([[`base.${rule}`, 'rule_missing', null]]);
    }
  });

  it.each<[string, Partial<FineSchedule>, readonly unknown[]]>([
    ['a price below zero', base({ 'WFPP-33': -1 }), ['base.WFPP-33', 'negative', -1]],
    ['half a cent', base({ 'WFPP-33': half }), ['base.WFPP-33', 'not_whole', half]],
    [
      'a price above the cap',
      base({ 'WFPP-33': 2_500_001 }),
      ['base.WFPP-33', 'above_cap', 2_500_001],
    ],
    [
      'a rule that has no fine',
      base({ 'WFPP-34': 100 }),
      ['base.WFPP-34', 'rule_unknown', 'WFPP-34'],
    ],
    ['no name', { version: ' ' }, ['version', 'text_missing', ' ']],
    ['no day', { from: '2026-02-30' as PlainDate }, ['from', 'not_a_day', '2026-02-30']],
    [
      'a day before the law',
      { from: plainDate('2013-04-30') },
      ['from', 'before_the_law', '2013-04-30'],
    ],
    ['a cap below zero', { cap: euro(-1), ...base(allAt(-200)) }, ['cap', 'negative', -100]],
    ['a cap of nothing', { cap: euro(0), ...base(allAt(0)) }, ['cap', 'not_positive', 0]],
    [
      'a cap above art. 37 lid 4',
      { cap: euroCents(2_500_001) },
      ['cap', 'above_maximum', 2_500_001],
    ],
    [
      'more than all for a self-report',
      { selfReportPercent: 101 },
      ['selfReportPercent', 'above_hundred', 101],
    ],
    ['more than all for repair', { repairPercent: 101 }, ['repairPercent', 'above_hundred', 101]],
    ['a self-report that costs', { selfReportPercent: -1 }, ['selfReportPercent', 'negative', -1]],
    ['a repair that costs', { repairPercent: -1 }, ['repairPercent', 'negative', -1]],
    [
      'half a year',
      { repetition: { withinYears: 2.5, steps: [] } },
      ['repetition.withinYears', 'not_whole', 2.5],
    ],
    [
      'a step of days that falls',
      { daysLate: [step(8, 25), step(7, 50)] },
      ['daysLate[1].from', 'not_rising', 7],
    ],
    [
      'two steps at one amount',
      { amountInvolved: [step(100, 25), step(100, 50)] },
      ['amountInvolved[1].from', 'not_rising', 100],
    ],
    [
      'a step of repetition below zero',
      { repetition: { withinYears: 5, steps: [step(-1, 25)] } },
      ['repetition.steps[0].from', 'negative', -1],
    ],
    [
      'a percentage below zero',
      { daysLate: [step(8, -25)] },
      ['daysLate[0].percent', 'negative', -25],
    ],
  ])('%s', (_, over, fault) => {
    expect(
      faultsOf(over).filter(([place]) => !place.startsWith('base.') || place === fault[0]),
    ).toEqual([fault]);
  });

  it.each<[string, Partial<FineSchedule>]>([
    ['a price of nothing', base({ 'WFPP-33': 0 })],
    ['a price as high as the cap', base({ 'WFPP-33': 2_500_000 })],
    ['the first day of the law', { from: plainDate('2013-05-01') }],
    ['all taken off', { selfReportPercent: 100, repairPercent: 100 }],
    ['an addition of more than the base', { daysLate: [step(0, 300)] }],
    ['no steps at all', { daysLate: [], amountInvolved: [] }],
  ])('right: %s', (_, over) => {
    expect(faultsOf(over)).toEqual([]);
  });

  it('tells all that is wrong at once', () => {
    const places = faultsOf({
      version: '',
      cap: euro(30_000),
      repairPercent: 200,
      daysLate: [step(8, 25), step(2, -1)],
      ...base({ 'WFPP-33': -5 }),
    }).map(([place, code]) => `${place} ${code}`);
    expect(places).toEqual([
      'version text_missing',
      'cap above_maximum',
      'base.WFPP-33 negative',
      'daysLate[1].percent negative',
      'daysLate[1].from not_rising',
      'repairPercent above_hundred',
    ]);
  });

  it('a new version never reaches back over one that was adopted', () => {
    const own = (from: string): FineSchedule => ({
      ...EXAMPLE_2026_1,
      version: from,
      from: plainDate(from),
    });
    const adopted = [own('2026-07-01'), own('2026-01-01'), own('2025-01-01')];
    expect(faultsOf({ from: plainDate('2026-07-01') }, adopted)).toEqual([
      ['from', 'not_after_adopted', '2026-07-01'],
    ]);
    expect(faultsOf({ from: plainDate('2026-03-01') }, adopted)).toEqual([
      ['from', 'not_after_adopted', '2026-03-01'],
    ]);
    expect(faultsOf({ from: plainDate('2026-07-02') }, adopted)).toEqual([]);
  });
});

function step(from: number, percent: number): FineSchedule['daysLate'][number] {
  return { from, percent };
}

function allAt(cents: number): Readonly<Record<string, number>> {
  return Object.fromEntries(FINEABLE_RULES.map((rule) => [rule, cents]));
}
