import {
  type Deadline,
  type DeadlineHandler,
  type Effect,
  HandlesDeadline,
} from '../../../platform/deadlines/public';
import { type Transaction } from '../../../platform/database/transaction';
import { queueMessage } from '../../../platform/outbox/message';
import { formatDay } from '../../../platform/rendering/format';
import { readContactEmail } from '../../parties/public';
import { isStillOpen, readArrangement } from '../application/read-arrangements';
import { REMEDY_REMINDER, REMEDY_TERM_PASSED } from '../application/remedy-deadlines';

interface Mail {
  readonly key: string;
  readonly subject: (day: string) => string;
  readonly lines: (day: string) => readonly string[];
}

const REMINDER: Mail = {
  key: 'remedy-reminder',
  subject: (day) => `Nog te herstellen, uiterlijk ${day}`,
  lines: (day) => [
    'U moet een gift of een deel daarvan teruggeven of overdragen. Dat is nog niet klaar.',
    `De afgesproken dag is ${day}.`,
  ],
};
const PASSED: Mail = {
  key: 'remedy-term-passed',
  subject: (day) => `De afgesproken dag voor herstel was ${day}`,
  lines: (day) => [
    `U zou uiterlijk ${day} een gift of een deel daarvan teruggeven of overdragen.`,
    'Dat is nog niet klaar. Doe het nu, of spreek een nieuwe dag af en schrijf op waarom.',
  ],
};

/** No names and no amounts travel by mail. */
async function tell(tx: Transaction, deadline: Deadline, mail: Mail): Promise<string> {
  const { tenantId, subjectId } = deadline;
  const term = await readArrangement(tx, tenantId, subjectId);
  const dueOn = term?.dueOn ?? null;
  if (term === null || dueOn === null || !(await isStillOpen(tx, term))) return 'not_needed';
  const recipient = await readContactEmail(tx, tenantId);
  if (recipient === null) return 'no_address';
  const day = formatDay(dueOn, 'nl');
  await queueMessage(tx, {
    key: `${mail.key}:${term.id}`,
    tenantId,
    recipient,
    subject: mail.subject(day),
    body: [...mail.lines(day), 'Meld u aan bij Partijgiften en kies "Herstel".'].join('\n\n'),
  });
  return 'told';
}

/** Each in turn: they share one transaction, and one connection does one thing at a time. */
async function tellAll(
  tx: Transaction,
  deadlines: readonly Deadline[],
  mail: Mail,
): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  for (const deadline of deadlines)
    effects.push({
      deadlineId: deadline.id,
      effect: { did: await tell(tx, deadline, mail) },
    });
  return effects;
}

/** Some days before the internal term ends. */
@HandlesDeadline()
export class RemedyReminderHandler implements DeadlineHandler {
  readonly kind = REMEDY_REMINDER.kind;

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return tellAll(tx, deadlines, REMINDER);
  }
}

/** The internal term has ended. */
@HandlesDeadline()
export class RemedyTermPassedHandler implements DeadlineHandler {
  readonly kind = REMEDY_TERM_PASSED.kind;

  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    return tellAll(tx, deadlines, PASSED);
  }
}
