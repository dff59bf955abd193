import { Injectable } from '@nestjs/common';
import { type CaseCommand, type CaseTerm } from '../../../legal/procedure/case';
import { comingSteps, type ComingStep } from '../../../legal/procedure/system-steps';
import { termsOf } from '../../../legal/procedure/terms-of';
import { type Transaction } from '../../../platform/database/transaction';
import { lockCase, type StoredCase } from '../persistence/case.store';
import { raiseSignal } from '../persistence/signal.store';
import { holdIncoming } from '../persistence/submission.store';
import { AdvanceCase } from './advance-case';
import { watchTerms } from './case-deadlines';
import { TakeInSubmissions } from './take-in';

/** What the passing of a day did in a case; kept beside the deadline. */
export interface DayPassed {
  readonly did: 'stepped' | 'signalled' | 'nothing';
  readonly because: string;
}

/**
 * What follows in a case from a day that passed. Everybody may act at that same moment: the head is
 * locked, what came in before is taken in first, and then it is looked at anew.
 */
@Injectable()
export class TermSteps {
  constructor(
    private readonly advance: AdvanceCase,
    private readonly takeIn: TakeInSubmissions,
  ) {}

  /** A step that comes by itself, if it still does. */
  async step(tx: Transaction, caseId: string, type: string): Promise<DayPassed> {
    const head = await this.hold(tx, caseId);
    if (head === null) return { did: 'nothing', because: 'no_case' };
    const coming = comingSteps(head.state, tx.today).find(
      (step) => step.type === type && step.on <= tx.today,
    );
    if (coming === undefined) return this.leave(tx, head, 'not_coming');
    const command: CaseCommand = { type: coming.type satisfies ComingStep['type'] };
    const actor = { id: tx.scope.actorId, role: 'system' } as const;
    const taken = await this.advance.run(tx, head, command, {
      actor,
      actorName: null,
      on: tx.today,
    });
    if (taken.kind === 'refused') return this.leave(tx, head, taken.reason);
    return { did: 'stepped', because: coming.type };
  }

  /** A term that is over, or ends soon: the handler of the case is told, if it still runs. */
  async signal(
    tx: Transaction,
    caseId: string,
    term: { readonly code: string; readonly kind: 'ends_soon' | 'passed' },
  ): Promise<DayPassed> {
    const head = await this.hold(tx, caseId);
    if (head === null) return { did: 'nothing', because: 'no_case' };
    const wanted: CaseTerm['state'] = term.kind === 'passed' ? 'passed' : 'running';
    const found = termsOf(head.state, tx.today).find(
      ({ code, state }) => code === term.code && state === wanted,
    );
    if (found === undefined || head.state.ended !== null)
      return this.leave(tx, head, `not_${wanted}`);
    const { code, lastDay } = found;
    await raiseSignal(tx, head, { kind: term.kind, term: code, lastDay });
    return { did: 'signalled', because: code };
  }

  /** The case may wait for another day by now. */
  private async leave(tx: Transaction, head: StoredCase, because: string): Promise<DayPassed> {
    await watchTerms(tx, head, head.state);
    return { did: 'nothing', because };
  }

  private async hold(tx: Transaction, caseId: string): Promise<StoredCase | null> {
    await holdIncoming(tx, caseId);
    const head = await lockCase(tx, caseId);
    return head === null ? null : this.takeIn.run(tx, head);
  }
}
