import { addDays } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { cancelDeadlines, scheduleDeadline } from '../../../platform/deadlines/schedule';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { readArrangement, readTermsOfSide } from '../application/read-arrangements';
import {
  REMEDY_ARRANGED,
  REMEDY_REMINDER,
  REMEDY_TERM_PASSED,
} from '../application/remedy-deadlines';

type Payload = typeof REMEDY_ARRANGED extends { readonly payload?: infer P }
  ? NonNullable<P>
  : never;

const DAYS_BEFORE = 3;
const KINDS = [REMEDY_REMINDER.kind, REMEDY_TERM_PASSED.kind];
const RULE_VERSION = 'internal-term-1';

/** Plans the reminder and the end of a new internal term; the earlier term of that side goes. */
@HandlesJob()
export class RemedyArrangedHandler implements JobHandler<Payload> {
  readonly job = REMEDY_ARRANGED;

  async run(tx: Transaction, { tenantId, arrangementId }: Payload): Promise<void> {
    const announced = await readArrangement(tx, tenantId, arrangementId);
    if (announced === null) return;
    // Jobs may come in any order: the newest term stands, whichever was announced.
    const [term, ...earlier] = await readTermsOfSide(tx, announced);
    for (const { id } of earlier)
      await cancelDeadlines(tx, { tenantId, subjectId: id, kinds: KINDS });
    const dueOn = term?.dueOn ?? null;
    if (term === undefined || dueOn === null) return;
    const common = { tenantId, subjectId: term.id, ruleVersion: RULE_VERSION };
    const before = addDays(dueOn, -DAYS_BEFORE);
    await scheduleDeadline(tx, {
      ...common,
      kind: REMEDY_REMINDER.kind,
      localDate: before > tx.today ? before : dueOn,
      moment: 'start_of_day',
    });
    await scheduleDeadline(tx, {
      ...common,
      kind: REMEDY_TERM_PASSED.kind,
      localDate: dueOn,
    });
  }
}
