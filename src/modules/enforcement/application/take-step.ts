import { Injectable } from '@nestjs/common';
import { type Accepted, accepted, type Refused, refused } from '../../../legal/kernel/refusal';
import { type CaseCommand, type CaseRefusal } from '../../../legal/procedure/case';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { lockCase, type StoredCase } from '../persistence/case.store';
import { insertDraft } from '../persistence/decision.store';
import { AdvanceCase, type Stepping, tryStep } from './advance-case';
import { caseRoleOf } from './case-words';
import { type CaseView, type StepCommand, type StepRefusal, type TakeStepInput } from './case-view';
import { draftContent } from './draft-content';
import { readCase } from './read-case';

type DraftCommand = Extract<StepCommand, { readonly type: 'draft_decision' }>;

/** Any hash will do to see whether a draft can be made: the procedure does not look into it. */
const NO_HASH_YET = '0'.repeat(64);

/**
 * Takes one step in a case, by a person of the overseer or the committee. The head is locked first,
 * so of two people who act at the same moment one comes after the other and is told so.
 * @throws Problem 404 for a case that is not there or not to be seen.
 */
@Injectable()
export class TakeStep {
  constructor(private readonly advance: AdvanceCase) {}

  async run(
    tx: Transaction,
    input: TakeStepInput,
  ): Promise<Accepted<CaseView> | Refused<StepRefusal>> {
    const taken = await this.take(tx, input);
    if (taken.kind === 'refused') return taken;
    const view = await readCase(tx, input.caseId);
    if (view === null) throw new Error(`case ${input.caseId} was not found after its step`);
    return accepted(view);
  }

  /** The step alone, without reading the case back. */
  async take(
    tx: Transaction,
    input: TakeStepInput,
  ): Promise<Accepted<StoredCase> | Refused<StepRefusal>> {
    const role = caseRoleOf(tx);
    // Whoever has no part in the procedure is not told which cases there are.
    if (role === null || role === 'party') throw notFound();
    const head = await lockCase(tx, input.caseId);
    if (head === null) throw notFound();
    const { version } = head;
    if (version !== input.expectedVersion) return refused('changed_meanwhile', { version });
    const { actorName, command } = input;
    const stepping = { actor: { id: tx.scope.actorId, role }, actorName, on: tx.today };
    return command.type === 'draft_decision'
      ? this.draft(tx, head, command, stepping)
      : this.advance.run(tx, head, command, stepping);
  }

  private async draft(
    tx: Transaction,
    head: StoredCase,
    command: DraftCommand,
    stepping: Stepping,
  ): Promise<Accepted<StoredCase> | Refused<CaseRefusal>> {
    const { type, purpose, amount, reasons, outcome } = command;
    const asked: CaseCommand = { type, purpose, amount, reasons, outcome, sha256: NO_HASH_YET };
    const tried = await tryStep(tx, head, asked, stepping);
    if (tried.kind === 'refused') return tried;
    const { draft } = tried.value;
    if (draft === null) throw new Error('a draft was made that is not there');
    // The amount and outcome as the procedure took them: those are what is decided.
    const { content, sha256 } = await draftContent(tx, head, {
      purpose,
      amount: draft.amount,
      reasons,
      outcome: draft.outcome,
    });
    await insertDraft(tx, {
      tenantId: head.tenantId,
      caseId: head.id,
      version: draft.version,
      purpose,
      content,
      sha256,
      draftedByName: stepping.actorName,
    });
    return this.advance.run(tx, head, { ...asked, sha256 }, stepping);
  }
}
