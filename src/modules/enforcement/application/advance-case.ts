import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { accepted, type Accepted, type Refused, refused } from '../../../legal/kernel/refusal';
import { applyCommand } from '../../../legal/procedure/apply-command';
import {
  type CaseActor,
  type CaseCommand,
  type CaseCommandType,
  type CaseRefusal,
  type CaseState,
} from '../../../legal/procedure/case';
import { termsOf } from '../../../legal/procedure/terms-of';
import { type Transaction } from '../../../platform/database/transaction';
import { advanceHead, type StoredCase } from '../persistence/case.store';
import { insertEvent, readTaken } from '../persistence/case-event.store';
import { approveDecision } from '../persistence/decision.store';
import { seeToSignals } from '../persistence/signal.store';
import { tellParty, wasTold } from '../persistence/told-case.store';
import { occurrenceOf, watchTerms } from './case-deadlines';
import { CaseLetters } from './case-letters';
import { articleOf, audienceOf } from './case-words';
import { toldState } from './told-state';

/** Who takes a step, and from which day it counts. */
export interface Stepping {
  readonly actor: CaseActor;
  readonly actorName: string | null;
  readonly on: PlainDate;
}

/**
 * Takes one step in a case whose head is locked: state, chronology, terms, what the party is told
 * and the letters that go out are one transaction, or nothing happens.
 */
@Injectable()
export class AdvanceCase {
  constructor(private readonly letters: CaseLetters) {}

  async run(
    tx: Transaction,
    head: StoredCase,
    command: CaseCommand,
    stepping: Stepping,
  ): Promise<Accepted<StoredCase> | Refused<CaseRefusal>> {
    const taken = await tryStep(tx, head, command, stepping);
    if (taken.kind === 'refused') return taken;
    const state = taken.value;
    if (command.type === 'approve_decision') {
      const { version, sha256 } = command;
      const { actorName: approverName } = stepping;
      const refusal = await approveDecision(tx, {
        caseId: head.id,
        version,
        sha256,
        approverName,
      });
      if (refusal !== null) return refused(refusal, { version });
    }
    const after: StoredCase = { ...head, state, version: head.version + 1 };
    await this.write(tx, head, after, command, stepping);
    return accepted(after);
  }

  private async write(
    tx: Transaction,
    head: StoredCase,
    after: StoredCase,
    command: CaseCommand,
    { actor, actorName, on }: Stepping,
  ): Promise<void> {
    const { state, version } = after;
    await advanceHead(tx, head, state);
    const audience = audienceOf(head.state, command, await wasTold(tx, head));
    await insertEvent(tx, {
      tenantId: head.tenantId,
      caseId: head.id,
      sequence: version,
      type: command.type,
      command: { ...command },
      actor: actor.id,
      actorName,
      role: actor.role,
      day: on,
      article: articleOf(head.state, command),
      audience,
    });
    if (audience === 'party') await tellParty(tx, head, toldState(state), version);
    await watchTerms(tx, head, state);
    await seeToSignals(tx, head, openTerms(state, tx.today));
    await this.letters.afterStep(tx, head.state, after, command);
  }
}

/** Signals about these still stand: they run, or what had to be done by then still has to be done. */
function openTerms(state: CaseState, on: PlainDate): readonly string[] {
  if (state.ended !== null) return [];
  return termsOf(state, on)
    .filter(
      ({ state: stands, orderTerm }) => stands === 'running' || (stands === 'passed' && orderTerm),
    )
    .map(occurrenceOf);
}

/** What the procedure says of a step, with everybody's earlier part in the case; writes nothing. */
export async function tryStep(
  tx: Transaction,
  head: StoredCase,
  command: CaseCommand,
  { actor, on }: Stepping,
): Promise<ReturnType<typeof applyCommand>> {
  const takenBy = (await readTaken(tx, head.id)).map((one) => ({
    ...one,
    type: one.type as CaseCommandType | 'open',
  }));
  return applyCommand(head.state, command, actor, { takenBy }, on);
}
