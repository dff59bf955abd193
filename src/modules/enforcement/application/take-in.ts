import { Injectable } from '@nestjs/common';
import { type Accepted, type Refused, refused } from '../../../legal/kernel/refusal';
import { type CaseActor, type CaseCommand, type CaseRefusal } from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { lockCase, type StoredCase } from '../persistence/case.store';
import { raiseSignal } from '../persistence/signal.store';
import {
  insertSubmission,
  settleSubmission,
  type StoredSubmission,
  waitingSubmissions,
} from '../persistence/submission.store';
import { AdvanceCase, tryStep } from './advance-case';
import { type CaseView, type RegisterSubmissionInput } from './case-view';
import { caseRoleOf } from './case-words';
import { readCase } from './read-case';
import { TAKEN_IN_BY } from './submit-to-case';

function commandOf({ kind, postedOn }: Pick<StoredSubmission, 'kind' | 'postedOn'>): CaseCommand {
  return kind === 'objection'
    ? { type: 'receive_objection', postedOn }
    : { type: TAKEN_IN_BY[kind] };
}

/** Lets a case take in what the party sent, with the day on which it was received. */
@Injectable()
export class TakeInSubmissions {
  constructor(private readonly advance: AdvanceCase) {}

  /** Everything that waits, oldest first; the head is locked. Done twice it changes nothing. */
  async run(tx: Transaction, head: StoredCase): Promise<StoredCase> {
    let current = head;
    for (const submission of await waitingSubmissions(tx, head.id)) {
      const actor: CaseActor = { id: submission.submittedBy, role: 'party' };
      const taken = await this.one(tx, current, submission, actor, null);
      if (taken.kind === 'accepted') current = taken.value;
    }
    return current;
  }

  /** One submission; when the case cannot take it in, that is kept beside it and signalled. */
  async one(
    tx: Transaction,
    head: StoredCase,
    submission: StoredSubmission,
    actor: CaseActor,
    actorName: string | null,
  ): Promise<Accepted<StoredCase> | Refused<CaseRefusal>> {
    const on = submission.receivedOn;
    const taken = await this.advance.run(tx, head, commandOf(submission), {
      actor,
      actorName,
      on,
    });
    if (taken.kind === 'refused') {
      await settleSubmission(tx, submission, { refusal: taken.reason });
      await raiseSignal(tx, head, { kind: 'submission_refused', term: null, lastDay: on });
    } else {
      await settleSubmission(tx, submission, { sequence: taken.value.version });
    }
    return taken;
  }
}

/**
 * The overseer registers what came in on paper, with the day of receipt and of the postmark. What the
 * case cannot take in is not registered.
 * @throws Problem 404 for a case that is not there or not to be seen.
 */
@Injectable()
export class RegisterSubmission {
  constructor(private readonly takeIn: TakeInSubmissions) {}

  async run(
    tx: Transaction,
    input: RegisterSubmissionInput,
  ): Promise<Accepted<CaseView> | Refused<CaseRefusal>> {
    const role = caseRoleOf(tx);
    const head = role === null || role === 'party' ? null : await lockCase(tx, input.caseId);
    if (role === null || head === null) throw notFound();
    if (role !== 'overseer') return refused('role_may_not', { role });
    if (input.receivedOn > tx.today) return refused('term_running', { on: input.receivedOn });
    const { tenantId } = head;
    const actor: CaseActor = { id: tx.scope.actorId, role };
    const { actorName, receivedOn: on } = input;
    const tried = await tryStep(tx, head, commandOf(input), { actor, actorName, on });
    if (tried.kind === 'refused') return tried;
    const submission = await insertSubmission(tx, { ...input, tenantId, channel: 'paper' });
    const taken = await this.takeIn.one(tx, head, submission, actor, input.actorName);
    if (taken.kind === 'refused') return taken;
    const view = await readCase(tx, input.caseId);
    if (view === null) throw new Error(`case ${input.caseId} was not found after its step`);
    return { kind: 'accepted', value: view };
  }
}
