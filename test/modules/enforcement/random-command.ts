import { euroCents } from '../../../src/legal/kernel/euro-cents';
import { addDays, type PlainDate } from '../../../src/legal/kernel/plain-date';
import { type CaseCommandType, type CaseState } from '../../../src/legal/procedure/case';
import { type StepCommand } from '../../../src/modules/enforcement/public';

export type Random = (below: number) => number;

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

type DraftCommand = Extract<StepCommand, { readonly type: 'draft_decision' }>;
type Maker = (random: Random, state: CaseState, today: PlainDate) => StepCommand;

/** Mostly a day to come, now and then one that has been. */
function lastDay(random: Random, today: PlainDate): PlainDate {
  return addDays(today, random(30) - 2);
}

function text(random: Random): string {
  return random(12) === 0 ? '  ' : `Tekst ${String(random(1000))}`;
}

const AMOUNTS = [0, 1, 250_000, 500_000, 2_500_000, 2_500_001] as const;

function draft(random: Random): DraftCommand {
  return {
    type: 'draft_decision',
    purpose: pick(random, ['fine', 'fine', 'no_fine', 'objection', 'objection', 'set_off']),
    amount: euroCents(pick(random, AMOUNTS)),
    reasons: text(random),
    outcome: pick(random, [null, 'inadmissible', 'unfounded', 'amount_changed', 'annulled']),
  };
}

/** The draft that waits, or now and then another version or other bytes. */
function approval(random: Random, { draft: waiting }: CaseState): StepCommand {
  const version = waiting?.version ?? 1;
  const sha256 = waiting?.sha256 ?? 'f'.repeat(64);
  return {
    type: 'approve_decision',
    version: random(6) === 0 ? version + 1 : version,
    sha256: random(6) === 0 ? 'e'.repeat(64) : sha256,
  };
}

const MAKERS: Readonly<Partial<Record<CaseCommandType, Maker>>> = {
  request_information: (random, _, today) => ({
    type: 'request_information',
    question: text(random),
    lastDay: lastDay(random, today),
  }),
  offer_repair: (random, _, today) => ({ type: 'offer_repair', lastDay: lastDay(random, today) }),
  dismiss: (random) => ({ type: 'dismiss', reason: text(random) }),
  send_to_prosecutor: (random) => ({ type: 'send_to_prosecutor', offence: text(random) }),
  receive_prosecutor: (random) => ({
    type: 'receive_prosecutor',
    answer: pick(random, ['waived', 'waived', 'prosecutes']),
  }),
  draw_report: (random) => ({ type: 'draw_report', text: text(random) }),
  ask_views: (random, _, today) => ({ type: 'ask_views', lastDay: lastDay(random, today) }),
  receive_advice: (random) => ({
    type: 'receive_advice',
    advice: pick(random, ['fine', 'no_fine', 'other']),
    text: text(random),
  }),
  draft_decision: draft,
  send_back_draft: (random) => ({ type: 'send_back_draft', reason: text(random) }),
  approve_decision: approval,
  receive_objection: (random, _, today) => ({
    type: 'receive_objection',
    postedOn: random(2) === 0 ? null : addDays(today, -random(10)),
  }),
  receive_judgment: (random) => ({
    type: 'receive_judgment',
    outcome: pick(random, ['upheld', 'amount_changed', 'annulled']),
    amount: euroCents(pick(random, AMOUNTS)),
  }),
  record_payment: (random) => ({
    type: 'record_payment',
    amount: euroCents(pick(random, AMOUNTS)),
    evidence: text(random),
  }),
  repay: (random) => ({
    type: 'repay',
    amount: euroCents(pick(random, AMOUNTS)),
    evidence: text(random),
  }),
};

/** A command of this type with words, days and amounts that are right, or now and then wrong. */
export function randomCommand(
  random: Random,
  type: CaseCommandType,
  state: CaseState,
  today: PlainDate,
): StepCommand {
  const maker = MAKERS[type];
  return maker === undefined ? ({ type } as StepCommand) : maker(random, state, today);
}
