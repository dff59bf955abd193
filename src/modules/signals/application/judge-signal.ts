import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { isRefused } from '../../../legal/kernel/refusal';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { OpenCase } from '../../enforcement/public';
import { insertJudgement, type Verdict } from '../persistence/choice.store';
import { findSignal, type StoredSignal } from '../persistence/signal.query';

export interface JudgeCommand {
  readonly verdict: Exclude<Verdict, 'case_opened'>;
  readonly reason: string;
  readonly actorName: string;
}

export interface CaseCommand {
  readonly tenantId: string;
  readonly recipientId: string;
  /** A rule of art. 37 lid 1. */
  readonly rule: string;
  readonly violatedOn: PlainDate;
  readonly title: string;
  /** What the case is about, in words: the pattern, not a conclusion. */
  readonly text: string;
  readonly actorName: string;
}

/**
 * What a person thinks of a pattern, remembered with the rows it saw: the same rows do not come
 * back, new ones do.
 * @throws Problem 403 for another role, 404, 409 when it no longer stands.
 */
@Injectable()
export class JudgeSignal {
  constructor(private readonly opening: OpenCase) {}

  async run(tx: Transaction, signalId: string, command: JudgeCommand): Promise<string> {
    await this.standing(tx, signalId);
    const { verdict, reason, actorName } = command;
    const judgement = { signalId, verdict, reason, caseId: null, judgedByName: actorName };
    return insertJudgement(tx, judgement);
  }

  /** Opens a case through what enforcement offers, as from a tip; gives its id. */
  async openCase(tx: Transaction, signalId: string, command: CaseCommand): Promise<string> {
    await this.standing(tx, signalId);
    const { actorName, text, ...rest } = command;
    const answer = await this.opening.run(tx, { from: 'tip', actorName, text, ...rest });
    if (isRefused(answer)) {
      const detail = 'A case cannot be opened like this: choose another rule or another day.';
      const location = answer.reason === 'day_in_the_future' ? '/violatedOn' : '/rule';
      const fault = { in: 'body', location, code: `case.${answer.reason}`, detail } as const;
      throw problem(400, 'input.invalid', detail, [fault]);
    }
    const caseId = answer.value.id;
    const judgement = { signalId, verdict: 'case_opened', reason: text, caseId } as const;
    await insertJudgement(tx, { ...judgement, judgedByName: actorName });
    return caseId;
  }

  private async standing(tx: Transaction, id: string): Promise<StoredSignal> {
    if (tx.scope.actorRole !== 'overseer')
      throw problem(403, 'signal.role', 'Only the overseer judges a signal.');
    const signal = await findSignal(tx, id);
    if (signal === null) throw notFound();
    if (signal.endedAt === null) return signal;
    const detail = 'The facts behind this signal have changed: the pattern is no longer there.';
    throw problem(409, 'signal.ended', detail);
  }
}
