import { type Transaction } from '../../../platform/database/transaction';
import {
  type Deadline,
  type DeadlineHandler,
  type Effect,
  HandlesDeadline,
} from '../../../platform/deadlines/public';
import { CASE_REMINDER, CASE_STEP, CASE_TERM } from '../application/case-deadlines';
import { type DayPassed, TermSteps } from '../application/term-steps';

/** Each in turn: they share one transaction, and one connection does one thing at a time. */
async function oneByOne(
  deadlines: readonly Deadline[],
  act: (deadline: Deadline, code: string) => Promise<DayPassed>,
): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  // Always in the same order, so that two batches never wait for each other.
  const sorted = deadlines.toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
  for (const deadline of sorted) {
    const [code = ''] = deadline.occurrence.split(':');
    effects.push({ deadlineId: deadline.id, effect: { ...(await act(deadline, code)) } });
  }
  return effects;
}

@HandlesDeadline()
export class CaseStepHandler implements DeadlineHandler {
  readonly kind = CASE_STEP.kind;

  constructor(private readonly steps: TermSteps) {}

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(deadlines, ({ subjectId }, type) => this.steps.step(tx, subjectId, type));
  }
}

@HandlesDeadline()
export class CaseTermHandler implements DeadlineHandler {
  readonly kind = CASE_TERM.kind;

  constructor(private readonly steps: TermSteps) {}

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(deadlines, ({ subjectId }, code) =>
      this.steps.signal(tx, subjectId, { code, kind: 'passed' }),
    );
  }
}

@HandlesDeadline()
export class CaseReminderHandler implements DeadlineHandler {
  readonly kind = CASE_REMINDER.kind;

  constructor(private readonly steps: TermSteps) {}

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(deadlines, ({ subjectId }, code) =>
      this.steps.signal(tx, subjectId, { code, kind: 'ends_soon' }),
    );
  }
}
