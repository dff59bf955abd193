import { euro } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { aCase, type CaseRun, type ExampleStep, take } from '../testing/a-case';
import {
  approveOf,
  draftOf,
  draftOnObjection,
  FINE,
  objection,
  payment,
  stepsTo,
} from '../testing/case-stages';
import { type CaseState } from './case';
import { TRANSITIONS } from './transitions';

type Side = 'phase' | 'protection' | 'collection';

const OFFER: ExampleStep = [
  '2025-03-24',
  'overseer',
  { type: 'offer_repair', lastDay: plainDate('2025-04-21') },
];
const SEND = (day: string): ExampleStep => [
  day,
  'overseer',
  { type: 'send_to_prosecutor', offence: 'Forgery' },
];
const WAIVED: ExampleStep = [
  '2025-07-24',
  'overseer',
  { type: 'receive_prosecutor', answer: 'waived' },
];
const PROSECUTES: ExampleStep = [
  '2026-02-01',
  'overseer',
  { type: 'receive_prosecutor', answer: 'prosecutes' },
];
const SILENT: ExampleStep = ['2026-01-05', 'system', { type: 'resume_after_prosecutor' }];
const DISMISS: ExampleStep = ['2025-07-01', 'overseer', { type: 'dismiss', reason: 'Repaired.' }];
const LAPSE: ExampleStep = ['2031-12-01', 'system', { type: 'lapse' }];
const NO_FINE: readonly ExampleStep[] = [
  ['2025-07-22', 'overseer', draftOf('no_fine')],
  ['2025-07-23', 'decision_maker', approveOf(1)],
  ['2025-07-24', 'overseer', { type: 'notify' }],
];
const SET_OFF: readonly ExampleStep[] = [
  ['2025-10-22', 'overseer', draftOf('set_off')],
  ['2025-10-22', 'decision_maker', approveOf(2)],
];
const ANNULLED: readonly ExampleStep[] = [
  ['2031-12-01', 'overseer', draftOnObjection('annulled')],
  ['2031-12-02', 'decision_maker', approveOf(2)],
  ['2031-12-03', 'overseer', { type: 'notify_objection_decision' }],
];
const PAID: ExampleStep = ['2025-10-22', 'overseer', payment(FINE)];
const DEFAULT: ExampleStep = ['2025-10-22', 'system', { type: 'payment_term_passed' }];
const DUN: ExampleStep = ['2025-10-23', 'overseer', { type: 'dun' }];
const WRIT: ExampleStep = ['2025-11-07', 'overseer', { type: 'issue_writ' }];
const FINAL: ExampleStep = ['2026-01-06', 'system', { type: 'become_final' }];
const APPEAL: ExampleStep = ['2025-12-01', 'overseer', { type: 'lodge_appeal' }];
const HIGHER: ExampleStep = ['2026-06-01', 'overseer', { type: 'lodge_appeal' }];

function judged(day: string, outcome: 'annulled' | 'amount_changed', amount = FINE): ExampleStep {
  return [day, 'overseer', { type: 'receive_judgment', outcome, amount }];
}

const ON_OBJECTION: readonly ExampleStep[] = [
  ['2025-11-03', 'overseer', draftOnObjection('unfounded')],
  ['2025-11-05', 'decision_maker', approveOf(2)],
  ['2025-11-10', 'overseer', { type: 'notify_objection_decision' }],
];
const TO_COURT = [...stepsTo('objection_decided'), APPEAL];
const BROUGHT_BACK = [HIGHER, judged('2027-01-11', 'amount_changed')];

/** Cases that together take every road of law.md 8.2. */
const ROADS: readonly (readonly ExampleStep[])[] = [
  [DISMISS],
  [LAPSE],
  [...stepsTo('reviewed'), DISMISS],
  [...stepsTo('reviewed'), LAPSE],
  [...stepsTo('reviewed'), SEND('2025-06-10'), WAIVED],
  [...stepsTo('reviewed'), SEND('2025-06-10'), SILENT, PROSECUTES],
  [...stepsTo('reviewed'), OFFER, DISMISS],
  [...stepsTo('reviewed'), OFFER, LAPSE],
  [...stepsTo('reviewed'), OFFER, ['2025-06-02', 'overseer', { type: 'draw_report', text: 'L' }]],
  [...stepsTo('reviewed'), OFFER, SEND('2025-06-10'), WAIVED],
  [...stepsTo('reviewed'), OFFER, SEND('2025-06-10'), SILENT, PROSECUTES],
  [...stepsTo('reported'), DISMISS],
  [...stepsTo('reported'), LAPSE],
  [...stepsTo('reported'), SEND('2025-06-10'), WAIVED],
  [...stepsTo('reported'), SEND('2025-06-10'), PROSECUTES],
  [...stepsTo('reported'), SEND('2025-06-10'), SILENT, PROSECUTES],
  [...stepsTo('asked'), LAPSE],
  [...stepsTo('asked'), SEND('2025-06-10'), WAIVED],
  [...stepsTo('asked'), SEND('2025-06-10'), SILENT, PROSECUTES],
  [...stepsTo('asked'), ...NO_FINE],
  [...stepsTo('sent'), LAPSE],
  [...stepsTo('sent'), SEND('2025-06-20'), WAIVED],
  [...stepsTo('sent'), SEND('2025-06-20'), SILENT, PROSECUTES],
  [...stepsTo('advised'), ...NO_FINE],
  [...stepsTo('decided'), LAPSE],
  stepsTo('writ'),
  ...(['notified', 'in_default', 'dunned', 'writ'] as const).flatMap((stage) => [
    [...stepsTo(stage), PAID],
    [...stepsTo(stage), ...SET_OFF],
    [...stepsTo(stage), LAPSE],
  ]),
  [...stepsTo('notified'), FINAL, ['2026-02-01', 'party', objection()]],
  [...stepsTo('heard'), ...ANNULLED],
  [...stepsTo('heard'), DEFAULT, ...ANNULLED],
  [...stepsTo('heard'), DEFAULT, DUN, ...ANNULLED],
  [...stepsTo('heard'), DEFAULT, DUN, WRIT, ...ANNULLED],
  [...stepsTo('heard'), PAID, ...ANNULLED],
  [
    ...stepsTo('heard'),
    ...SET_OFF,
    ['2031-12-01', 'overseer', draftOnObjection('annulled')],
    ['2031-12-02', 'decision_maker', approveOf(3)],
    ['2031-12-03', 'overseer', { type: 'notify_objection_decision' }],
  ],
  [...stepsTo('heard'), LAPSE, ...ANNULLED],
  [...stepsTo('objection_decided'), FINAL],
  [
    ...TO_COURT,
    judged('2026-05-11', 'annulled'),
    ['2026-09-01', 'system', { type: 'become_final' }],
  ],
  [...TO_COURT, judged('2026-05-11', 'annulled'), ...BROUGHT_BACK],
  [
    ...stepsTo('heard'),
    PAID,
    ...ON_OBJECTION,
    APPEAL,
    judged('2026-05-11', 'annulled'),
    ...BROUGHT_BACK,
  ],
  [
    ...stepsTo('heard'),
    ...SET_OFF,
    ['2025-11-03', 'overseer', draftOnObjection('unfounded')],
    ['2025-11-05', 'decision_maker', approveOf(3)],
    ['2025-11-10', 'overseer', { type: 'notify_objection_decision' }],
    APPEAL,
    judged('2026-05-11', 'annulled'),
    ...BROUGHT_BACK,
  ],
  [
    ...TO_COURT,
    judged('2026-05-11', 'amount_changed', euro(500)),
    ['2026-05-12', 'overseer', payment(euro(500))],
    ...BROUGHT_BACK,
  ],
  [
    ...TO_COURT,
    judged('2026-05-11', 'amount_changed', euro(500)),
    ['2026-05-12', 'overseer', draftOf('set_off', euro(500))],
    ['2026-05-12', 'decision_maker', approveOf(3)],
    ...BROUGHT_BACK,
  ],
];

function statesOf(steps: readonly ExampleStep[]): readonly CaseState[] {
  const runs: CaseRun[] = [aCase()];
  for (const [day, role, command] of steps) {
    runs.push(take(runs.at(-1) ?? aCase(), day, role, command));
  }
  return runs.map(({ state }) => state);
}

function pairsMade(side: Side): ReadonlySet<string> {
  const pairs = ROADS.flatMap((steps) => {
    const states = statesOf(steps);
    return states.slice(1).map((after, index) => [states[index]?.[side], after[side]] as const);
  });
  return new Set(
    pairs.filter(([before, after]) => before !== after).map((pair) => pair.join(' -> ')),
  );
}

function pairsAllowed(side: Side): ReadonlySet<string> {
  return new Set(
    Object.entries<readonly string[]>(TRANSITIONS[side]).flatMap(([before, places]) =>
      places.map((after) => `${before} -> ${after}`),
    ),
  );
}

describe('law file 8.2: every pair that is allowed is made by some case, and no other', () => {
  it.each<[Side, number]>([
    ['phase', 38],
    ['protection', 10],
    ['collection', 28],
  ])('%s: %i pairs', (side, count) => {
    expect(pairsMade(side)).toEqual(pairsAllowed(side));
    expect(pairsAllowed(side).size).toBe(count);
  });

  it('what has ended goes nowhere', () => {
    const { phase } = TRANSITIONS;
    expect([phase.dismissed, phase.prosecuted, phase.lapsed, phase.notified]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
