import { Injectable } from '@nestjs/common';
import { type Accepted, accepted, type Refused, refused } from '../../../legal/kernel/refusal';
import { type CaseCommandType } from '../../../legal/procedure/case';
import { possibleCommands } from '../../../legal/procedure/possible-commands';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { announce, defineJob } from '../../../platform/jobs/public';
import { findCase } from '../persistence/case.store';
import { holdIncoming, insertSubmission } from '../persistence/submission.store';
import { type CaseSubmissionView, type SubmissionKind, type SubmitInput } from './case-view';

/** Something came in from the party about one of its cases. */
export const CASE_SUBMITTED = defineJob<{ readonly caseId: string }>('enforcement.case_submitted');

/** The step by which a case takes in each kind of submission. */
export const TAKEN_IN_BY = {
  views: 'receive_views',
  objection: 'receive_objection',
  repair: 'report_repair',
  information: 'receive_information',
} as const satisfies Readonly<Record<SubmissionKind, CaseCommandType>>;

/** 'not_asked': as far as the party was told, the case waits for nothing of the kind. */
export type SubmitRefusal = 'not_asked';

/**
 * The party answers, gives its views, reports a repair or objects. What it says is kept with the
 * day of receipt at once; a moment later the case takes it in with that day.
 * @throws Problem 404 for a case the party was not told of.
 */
@Injectable()
export class SubmitToCase {
  async run(
    tx: Transaction,
    input: SubmitInput,
  ): Promise<Accepted<CaseSubmissionView> | Refused<SubmitRefusal>> {
    const tenantId = tenantOf(tx);
    await holdIncoming(tx, input.caseId);
    const head = await findCase(tx, input.caseId);
    if (head === null) throw notFound();
    const { phase, protection, collection } = head.state;
    if (!possibleCommands(head.state, 'party', tx.today).includes(TAKEN_IN_BY[input.kind]))
      return refused('not_asked', { kind: input.kind, phase, protection, collection });
    const stored = await insertSubmission(tx, {
      ...input,
      tenantId,
      channel: 'portal',
      receivedOn: null,
      postedOn: null,
    });
    await announce(tx, CASE_SUBMITTED, { caseId: input.caseId }, { dedupeKey: stored.id });
    return accepted({
      id: stored.id,
      kind: stored.kind,
      channel: stored.channel,
      text: stored.text,
      documents: stored.documents,
      receivedOn: stored.receivedOn,
      receivedAt: stored.receivedAt,
      postedOn: stored.postedOn,
      state: 'waiting',
      refusal: null,
    });
  }
}
