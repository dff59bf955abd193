import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseState, type CaseTerm } from '../../../legal/procedure/case';
import { comingSteps } from '../../../legal/procedure/system-steps';
import { termsOf } from '../../../legal/procedure/terms-of';
import { type Transaction } from '../../../platform/database/transaction';
import { defineDeadline } from '../../../platform/deadlines/public';
import { keepDeadlines, type WantedDeadline } from '../persistence/term-deadline.store';

/** A step that comes by itself can be taken: a payment term passed, a decision became final. */
export const CASE_STEP = defineDeadline('enforcement.case_step');
/** A term is over that no step follows from by itself: who handles the case is told. */
export const CASE_TERM = defineDeadline('enforcement.case_term');
/** A term ends in a week. */
export const CASE_REMINDER = defineDeadline('enforcement.case_reminder');

const KINDS = [CASE_STEP.kind, CASE_TERM.kind, CASE_REMINDER.kind] as const;

const WATCHED: readonly CaseTerm['code'][] = [
  'information',
  'repair',
  'views',
  'decision',
  'advice',
  'advice_extended',
  'objection_decision',
  'objection_decision_committee',
  'objection_decision_adjourned',
  'dunning',
];

const REMINDED: readonly CaseTerm['code'][] = [
  'decision',
  'advice',
  'advice_extended',
  'objection_decision',
  'objection_decision_committee',
  'objection_decision_adjourned',
  'power_lapses',
];

const DAYS_BEFORE = 7;

/** Such as "views:2025-06-30": the same term with another last day is another deadline. */
export function occurrenceOf({ code, lastDay }: Pick<CaseTerm, 'code' | 'lastDay'>): string {
  return `${code}:${lastDay}`;
}

function steps(state: CaseState, on: PlainDate): readonly WantedDeadline[] {
  return comingSteps(state, on).map((step) => ({
    kind: CASE_STEP.kind,
    occurrence: `${step.type}:${step.on}`,
    localDate: step.on,
    moment: 'start_of_day',
  }));
}

function ends(terms: readonly CaseTerm[]): readonly WantedDeadline[] {
  return terms
    .filter(({ code }) => WATCHED.includes(code))
    .map((term) => ({
      kind: CASE_TERM.kind,
      occurrence: occurrenceOf(term),
      localDate: term.lastDay,
      moment: 'end_of_day',
    }));
}

function reminders(terms: readonly CaseTerm[], on: PlainDate): readonly WantedDeadline[] {
  return terms
    .filter(({ code, lastDay }) => REMINDED.includes(code) && addDays(lastDay, -DAYS_BEFORE) > on)
    .map((term) => ({
      kind: CASE_REMINDER.kind,
      occurrence: occurrenceOf(term),
      localDate: addDays(term.lastDay, -DAYS_BEFORE),
      moment: 'start_of_day',
    }));
}

/** Sets, moves and cancels the deadlines of a case, in the transaction of its step. */
export async function watchTerms(
  tx: Transaction,
  subject: { readonly tenantId: string; readonly id: string },
  state: CaseState,
): Promise<void> {
  const on = tx.today;
  const running = termsOf(state, on).filter((term) => term.state === 'running');
  await keepDeadlines(tx, subject, KINDS, [
    ...steps(state, on),
    ...ends(running),
    ...reminders(running, on),
  ]);
}
