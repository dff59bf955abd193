import { formatDay } from '../../../platform/rendering/format';
import { plainDate } from '../../../legal/kernel/plain-date';
import {
  type Deadline,
  type DeadlineHandler,
  type Effect,
  HandlesDeadline,
} from '../../../platform/deadlines/public';
import { type Transaction } from '../../../platform/database/transaction';
import { queueMessage } from '../../../platform/outbox/message';
import {
  ENFORCED_TERM_PASSED,
  NOTICE_REMINDER,
  readDuty,
  STATUTORY_TERM_PASSED,
} from '../../judgements/public';
import { readContactEmail } from '../../parties/public';
import { EnforcedTermPassed, StatutoryTermPassed } from '../application/term-passed';

/** Each in turn: they share one transaction, and one connection does one thing at a time. */
async function oneByOne(
  deadlines: readonly Deadline[],
  act: (deadline: Deadline) => Promise<string>,
): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  for (const deadline of deadlines)
    effects.push({ deadlineId: deadline.id, effect: { did: await act(deadline) } });
  return effects;
}

@HandlesDeadline()
export class EnforcedTermHandler implements DeadlineHandler {
  readonly kind = ENFORCED_TERM_PASSED.kind;

  constructor(private readonly passed: EnforcedTermPassed) {}

  async fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(deadlines, ({ tenantId, subjectId }) =>
      this.passed.run(tx, tenantId, subjectId),
    );
  }
}

@HandlesDeadline()
export class StatutoryTermHandler implements DeadlineHandler {
  readonly kind = STATUTORY_TERM_PASSED.kind;

  constructor(private readonly passed: StatutoryTermPassed) {}

  async fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(deadlines, ({ tenantId, subjectId }) =>
      this.passed.run(tx, tenantId, subjectId),
    );
  }
}

/** Reminds the party of a notice that is still due. No names and no amounts travel by mail. */
@HandlesDeadline()
export class NoticeReminderHandler implements DeadlineHandler {
  readonly kind = NOTICE_REMINDER.kind;

  async fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return oneByOne(deadlines, (deadline) => remind(tx, deadline));
  }
}

async function remind(tx: Transaction, deadline: Deadline): Promise<string> {
  const duty = await readDuty(tx, deadline.tenantId, deadline.subjectId);
  if (duty === null || duty.metAt !== null || duty.lapsedAt !== null) return 'not_needed';
  // Booked after its term: the finding comes at once, a reminder would only confuse.
  if (duty.enforcedLastDay < tx.today) return 'too_late';
  const recipient = await readContactEmail(tx, deadline.tenantId);
  if (recipient === null) return 'no_address';
  const enforced = formatDay(plainDate(duty.enforcedLastDay), 'nl');
  const statutory = formatDay(plainDate(duty.statutoryLastDay), 'nl');
  await queueMessage(tx, {
    key: `notice-reminder:${duty.id}`,
    tenantId: deadline.tenantId,
    recipient,
    subject: `Meld een gift uiterlijk ${enforced}`,
    body: [
      `U hebt een gift ontvangen die u moet melden (Wfpp artikel 25a).`,
      `Volgens de wet uiterlijk ${statutory}. Na ${enforced} volgt een bevinding.`,
      `Meld u aan bij Partijgiften en kies "Meldingen".`,
    ].join('\n\n'),
  });
  return 'reminded';
}
