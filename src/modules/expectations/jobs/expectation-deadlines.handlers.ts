import {
  type Deadline,
  type DeadlineHandler,
  type Effect,
  HandlesDeadline,
} from '../../../platform/deadlines/public';
import { type Transaction } from '../../../platform/database/transaction';
import {
  EXPECTATIONS_YEAR,
  FILING_REMINDER,
  LAST_DAY_PASSED,
  PUBLICATION_DUE,
  WINDOW_OPENS,
} from '../application/expectation-deadlines';
import { tellWindowOpens } from '../application/expectation-mails';
import { judgeExpectation } from '../application/judge-expectation';
import { publicationDue } from '../application/publication-due';
import { readExpectedById, type StoredExpected } from '../application/read-expected';
import { SendReminder } from '../application/send-reminder';
import { refreshExpectations } from '../application/refresh-expectations';

type Act = (tx: Transaction, deadline: Deadline) => Promise<Effect['effect']>;

/** Each in turn: they share one transaction, and one connection does one thing at a time. */
async function oneByOne(
  tx: Transaction,
  deadlines: readonly Deadline[],
  act: Act,
): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  for (const deadline of deadlines)
    effects.push({ deadlineId: deadline.id, effect: await act(tx, deadline) });
  return effects;
}

function isOpen(expected: StoredExpected | null, today: string): expected is StoredExpected {
  return (
    expected?.standing === 'not_due' && expected.withdrawnAt === null && today <= expected.lastDay
  );
}

@HandlesDeadline()
export class WindowOpensHandler implements DeadlineHandler {
  readonly kind = WINDOW_OPENS.kind;

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(tx, deadlines, async (_tx, { tenantId, subjectId }) => {
      const expected = await readExpectedById(tx, subjectId);
      if (!isOpen(expected, tx.today)) return { did: 'nothing', because: 'not_needed' };
      return { did: await tellWindowOpens(tx, tenantId, expected) };
    });
  }
}

@HandlesDeadline()
export class FilingReminderHandler implements DeadlineHandler {
  readonly kind = FILING_REMINDER.kind;

  constructor(private readonly reminder: SendReminder) {}

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(tx, deadlines, async (_tx, { subjectId }) => {
      const expected = await readExpectedById(tx, subjectId);
      const incomplete = expected?.standing === 'incomplete' && tx.today <= expected.lastDay;
      if (!incomplete && !isOpen(expected, tx.today))
        return { did: 'nothing', because: 'not_needed' };
      return { did: await this.reminder.run(tx, expected) };
    });
  }
}

@HandlesDeadline()
export class LastDayHandler implements DeadlineHandler {
  readonly kind = LAST_DAY_PASSED.kind;

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(tx, deadlines, async (_tx, { subjectId }) => ({
      did: await judgeExpectation(tx, subjectId),
    }));
  }
}

@HandlesDeadline()
export class PublicationDueHandler implements DeadlineHandler {
  readonly kind = PUBLICATION_DUE.kind;

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(tx, deadlines, async (_tx, { subjectId }) => publicationDue(tx, subjectId));
  }
}

/** A new year: its filings come within sight. */
@HandlesDeadline()
export class ExpectationsYearHandler implements DeadlineHandler {
  readonly kind = EXPECTATIONS_YEAR.kind;

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(tx, deadlines, async (_tx, { tenantId }) => ({
      did: 'refreshed',
      ...(await refreshExpectations(tx, tenantId)),
    }));
  }
}
