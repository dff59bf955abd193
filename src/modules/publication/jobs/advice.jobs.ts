import { type Transaction } from '../../../platform/database/transaction';
import {
  cancelDeadlines,
  type Deadline,
  type DeadlineHandler,
  type Effect,
  HandlesDeadline,
  scheduleDeadline,
} from '../../../platform/deadlines/public';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { readSafetyRequest, standingOf } from '../application/read-safety';
import { ADVICE_ASKED, ADVICE_DUE } from '../application/publication-jobs';

/** Plans the end of the committee's term; a longer term takes the place of the first. */
@HandlesJob()
export class AdviceAskedHandler implements JobHandler<{ tenantId: string; requestId: string }> {
  readonly job = ADVICE_ASKED;

  async run(
    tx: Transaction,
    { tenantId, requestId }: { tenantId: string; requestId: string },
  ): Promise<void> {
    const request = await readSafetyRequest(tx, requestId);
    const { dueOn, state } = request === null ? { dueOn: null, state: null } : standingOf(request);
    if (dueOn === null || state !== 'at_committee') {
      await cancelDeadlines(tx, { tenantId, subjectId: requestId, kinds: [ADVICE_DUE.kind] });
      return;
    }
    await scheduleDeadline(tx, {
      kind: ADVICE_DUE.kind,
      tenantId,
      subjectId: requestId,
      localDate: dueOn,
      ruleVersion: 'bfpp-3',
    });
  }
}

/** The term of the committee is over: from now on the decision need not wait for its advice. */
@HandlesDeadline()
export class AdviceDueHandler implements DeadlineHandler {
  readonly kind = ADVICE_DUE.kind;

  async fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]> {
    const effects: Effect[] = [];
    for (const { id, subjectId } of deadlines) {
      const request = await readSafetyRequest(tx, subjectId);
      const waits = request !== null && standingOf(request).state === 'at_committee';
      effects.push({ deadlineId: id, effect: { did: waits ? 'advice_overdue' : 'advised' } });
    }
    return effects;
  }
}
