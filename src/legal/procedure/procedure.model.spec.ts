import * as fc from 'fast-check';
import { euroCents } from '../kernel/euro-cents';
import { isRefused } from '../kernel/refusal';
import { addDays, plainDate, type PlainDate } from '../kernel/plain-date';
import { aCase, type CaseRun } from '../testing/a-case';
import { caseAt, stepsTo } from '../testing/case-stages';
import { applyCommand } from './apply-command';
import {
  type CaseActor,
  type CaseCommand,
  type CaseCommandType,
  type CaseRole,
  type CaseState,
} from './case';
import { amountReceived, amountStanding, newestDecision } from './money';
import { possibleCommands } from './possible-commands';
import { type CaseHistory, type Refusal } from './step';
import { STEPS } from './steps';
import { termsOf } from './terms-of';
import { TRANSITIONS } from './transitions';

const RUNS = 200;
const COMMANDS = 50;
const TYPES = Object.keys(STEPS) as readonly CaseCommandType[];
const ROLES: readonly CaseRole[] = [
  'system',
  'overseer',
  'decision_maker',
  'committee_member',
  'committee_secretary',
  'party',
];
const PURPOSES = ['fine', 'no_fine', 'objection', 'set_off'] as const;
const OUTCOMES = ['inadmissible', 'unfounded', 'amount_changed', 'annulled'] as const;
const JUDGMENTS = ['upheld', 'amount_changed', 'annulled'] as const;

/** What one throw of the dice decides; `state` and day turn it into a command. */
interface Throw {
  readonly days: number;
  readonly pick: number;
  readonly likely: boolean;
  readonly role: number;
  readonly person: number;
  readonly cents: number;
  readonly text: string;
  readonly choice: number;
}

const aThrow: fc.Arbitrary<Throw> = fc.record({
  days: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 2, arbitrary: fc.integer({ min: 30, max: 120 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 2_000 }) },
  ),
  pick: fc.nat(10_000),
  likely: fc.integer({ min: 0, max: 3 }).map((side) => side > 0),
  role: fc.nat(ROLES.length - 1),
  person: fc.nat(3),
  cents: fc.oneof(fc.integer({ min: -10, max: 2_600_000 }), fc.constant(10_000)),
  text: fc.nat(9).map((side) => (side === 0 ? '' : 'Because.')),
  choice: fc.nat(11),
});

interface Played {
  readonly before: CaseState;
  readonly after: CaseState | null;
  readonly refusal: Refusal | null;
  readonly command: CaseCommand;
  readonly actor: CaseActor;
  readonly on: PlainDate;
  readonly history: CaseHistory;
}

function commandOf(
  type: CaseCommandType,
  dice: Throw,
  state: CaseState,
  on: PlainDate,
): CaseCommand {
  const { cents, choice, text, days } = dice;
  const lastDay = addDays(on, (days % 40) - 2);
  const amount = euroCents(
    choice % 2 === 0 ? Math.min(cents, Math.max(state.outstanding, 1)) : cents,
  );
  const sha256 = choice === 0 ? 'other' : 'drafted';
  const words: Readonly<Partial<Record<CaseCommandType, object>>> = {
    request_information: { question: text, lastDay },
    offer_repair: { lastDay },
    dismiss: { reason: text },
    send_to_prosecutor: { offence: text },
    receive_prosecutor: { answer: choice === 0 ? 'prosecutes' : 'waived' },
    draw_report: { text },
    ask_views: { lastDay },
    receive_advice: { advice: 'other', text },
    draft_decision: {
      purpose: PURPOSES[choice % 4],
      amount,
      reasons: text,
      outcome: OUTCOMES[choice % 3] ?? null,
      sha256: 'drafted',
    },
    send_back_draft: { reason: text },
    approve_decision: { version: choice === 1 ? 99 : state.draft?.version, sha256 },
    receive_objection: { postedOn: choice % 3 === 0 ? null : addDays(on, -choice) },
    receive_judgment: { outcome: JUDGMENTS[choice % 3], amount },
    record_payment: { amount, evidence: text },
    repay: { amount, evidence: text },
  };
  return Object.assign({ type }, words[type]) as CaseCommand;
}

/** A step that can be taken today, or null. Dismissal and lapse seldom, for they end everything. */
function possibleStep(
  state: CaseState,
  dice: Throw,
  on: PlainDate,
): readonly [CaseRole, CaseCommandType] | null {
  const role = ROLES[dice.role] ?? 'party';
  for (const one of [role, ...ROLES]) {
    const types = possibleCommands(state, one, on).filter(
      (type) => dice.choice === 0 || (type !== 'dismiss' && type !== 'lapse'),
    );
    const type = types[dice.pick % Math.max(1, types.length)];
    if (type !== undefined) return [one, type];
  }
  return null;
}

function playOne(state: CaseState, dice: Throw, on: PlainDate, history: CaseHistory): Played {
  const [role, type] = (dice.likely ? possibleStep(state, dice, on) : null) ?? [
    ROLES[dice.role] ?? 'party',
    TYPES[dice.pick % TYPES.length] ?? 'notify',
  ];
  // Four people who change roles: the worst that can be for a second pair of eyes.
  const actor = { id: `person-${String(dice.person)}`, role };
  const command = commandOf(type, dice, state, on);
  const answer = applyCommand(state, command, actor, history, on);
  const told = isRefused(answer)
    ? { after: null, refusal: answer }
    : { after: answer.value, refusal: null };
  return { before: state, command, actor, on, history, ...told };
}

function play(start: CaseRun, from: PlainDate, dice: readonly Throw[]): readonly Played[] {
  const played: Played[] = [];
  let { state, history } = start;
  let on = from;
  for (const one of dice) {
    on = addDays(on, one.days);
    const turn = playOne(deepFrozen(state), one, on, history);
    played.push(turn);
    if (turn.after === null) continue;
    state = turn.after;
    const taken = { actor: turn.actor.id, role: turn.actor.role, type: turn.command.type };
    history = { takenBy: [...history.takenBy, taken] };
  }
  return played;
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFrozen);
    Object.freeze(value);
  }
  return value;
}

/** The promises that hold for every state that was ever reached. */
const PROMISES: Readonly<Record<string, (state: CaseState, on: PlainDate) => boolean>> = {
  'no decision without report and views': (state) =>
    (newestDecision(state, 'fine') === null && newestDecision(state, 'no_fine') === null) ||
    (state.report !== null && state.views !== null),
  'no fine without the committee': (state) =>
    newestDecision(state, 'fine') === null || state.advice !== null,
  'no decision without a second person': ({ decisions }) =>
    decisions.every(({ draftedBy, approvedBy }) => draftedBy !== approvedBy),
  'fine or no fine, and once': ({ decisions }) =>
    decisions.filter(({ purpose }) => purpose === 'fine' || purpose === 'no_fine').length <= 1,
  'what is not fineable never gets a fine': (state) =>
    state.subject.fineable || (state.decisions.length === 0 && state.collection === 'none'),
  'a fine is never above the ceiling': (state) =>
    (newestDecision(state, 'fine')?.amount ?? 0) <= state.subject.ceiling,
  'a fine is never made higher': (state) =>
    amountStanding(state) <= (newestDecision(state, 'fine')?.amount ?? 0),
  'what is owed is never negative': ({ outstanding }) => outstanding >= 0,
  'what is owed is the fine less what came in': (state) =>
    state.collection === 'none' ||
    state.collection === 'lapsed' ||
    state.outstanding === Math.max(0, amountStanding(state) - amountReceived(state)),
  'no more goes back than came in': (state) => amountReceived(state) >= 0,
  'nothing is collected before a fine is told': (state) =>
    state.collection === 'none' ||
    (state.notifiedOn !== null && newestDecision(state, 'fine') !== null),
  'a case that ended has no draft': ({ ended, draft }) => ended === null || draft === null,
  'no term ends before it begins': (state, on) =>
    termsOf(state, on).every(({ from, lastDay }) => from <= lastDay),
};

function brokenPromises(state: CaseState, on: PlainDate): readonly string[] {
  return Object.keys(PROMISES).filter((promise) => PROMISES[promise]?.(state, on) === false);
}

function forbiddenPairs(before: CaseState, after: CaseState): readonly string[] {
  return (['phase', 'protection', 'collection'] as const).flatMap((side) => {
    const [from, to] = [before[side], after[side]];
    const allowed = (TRANSITIONS[side] as Readonly<Record<string, readonly string[]>>)[from] ?? [];
    return from === to || allowed.includes(to) ? [] : [`${from} -> ${to}`];
  });
}

/** Half of the cases begin as a signal, the others further on: chance alone seldom gets there. */
const aStart: fc.Arbitrary<readonly [run: CaseRun, on: PlainDate]> = fc.oneof(
  fc
    .record({ other: fc.nat(4), waited: fc.nat(1_500) })
    .map(
      ({ other, waited }) =>
        [
          aCase({ fineable: other > 0 }),
          addDays(plainDate('2025-03-13'), other > 3 ? waited : 0),
        ] as const,
    ),
  fc
    .constantFrom(...(['advised', 'drafted', 'notified', 'dunned', 'heard'] as const))
    .map((stage) => [caseAt(stage), plainDate(stepsTo(stage).at(-1)?.[0] ?? '')] as const),
  fc.constant([caseAt('objection_decided'), plainDate('2025-11-10')] as const),
);

function saysWhy({ reason, facts }: Refusal): boolean {
  return /^[a-z_]+$/.test(reason) && Object.keys(facts).length > 0;
}

/** What a turn did that it should not have; a list, so that one assertion serves a whole case. */
function faultsOf(turn: Played): readonly string[] {
  const { before, after, refusal, command, actor, on, history } = turn;
  if (after === null) return refusal === null || saysWhy(refusal) ? [] : ['a refusal says nothing'];
  const again = applyCommand(before, command, actor, history, on);
  return [
    ...(before.ended === null ? [] : ['a case that ended goes on']),
    ...brokenPromises(after, on),
    ...forbiddenPairs(before, after),
    ...(possibleCommands(before, actor.role, on).includes(command.type)
      ? []
      : [`${command.type} was not called possible`]),
    ...(JSON.stringify(again) === JSON.stringify({ kind: 'accepted', value: after })
      ? []
      : ['the same command gives another state']),
  ];
}

describe(`${String(RUNS * COMMANDS)} random commands by random roles`, () => {
  let [commands, accepted] = [0, 0];

  it('keep every promise of law file 8.1 to 8.3', () => {
    const dice = fc.array(aThrow, { minLength: COMMANDS, maxLength: COMMANDS });
    fc.assert(
      fc.property(aStart, dice, ([start, from], thrown) => {
        const turns = play(start, from, thrown);
        commands += turns.length;
        accepted += turns.filter(({ after }) => after !== null).length;
        expect(turns.flatMap(faultsOf)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('and were 10 000, of which many were accepted', () => {
    expect(commands).toBe(RUNS * COMMANDS);
    expect(accepted).toBeGreaterThan(2_000);
  });
});
