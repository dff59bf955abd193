import { Injectable } from '@nestjs/common';
import { electionCalendar } from '../../../legal/calendar/election-calendar';
import {
  extendedFineAdviceTermAfter,
  fineAdviceTermAfter,
} from '../../../legal/calendar/enforcement-terms';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { accepted, type Accepted, refused, type Refused } from '../../../legal/kernel/refusal';
import { type Transaction } from '../../../platform/database/transaction';
import { badInput, notFound } from '../../../platform/http/problem';
import { announce } from '../../../platform/jobs/public';
import { dayInNetherlands } from '../../../platform/rendering/format';
import { readElection } from '../../elections/public';
import {
  findRequest,
  insertStep,
  type SafetyOutcome,
  type SafetyRequest,
  type StepRefusal,
} from '../persistence/safety.store';
import { ADVICE_ASKED, SHIELD } from './publication-jobs';

/** For which overview the names would be public: it decides how long the committee has (Bfpp art. 3). */
export type AdviceFor =
  | { readonly overview: 'annual' }
  | { readonly overview: 'before_election' | 'after_election'; readonly electionRef: string };

export type StepAsked =
  | { readonly kind: 'sent_to_committee'; readonly adviceFor: AdviceFor }
  | { readonly kind: 'extended' | 'decided' }
  | {
      readonly kind: 'advised' | 'drafted';
      readonly outcome: SafetyOutcome;
      readonly words: string;
    };

export interface TakeSafetyStepCommand {
  readonly requestId: string;
  readonly seen: number;
  readonly step: StepAsked;
  readonly actorName: string | null;
}

/** Bfpp art. 3: six weeks; day -9 before an election; six weeks after polling day. */
async function adviceDue(tx: Transaction, adviceFor: AdviceFor): Promise<PlainDate> {
  if (adviceFor.overview === 'annual') return fineAdviceTermAfter(tx.today).lastDay;
  const election = await readElection(tx, adviceFor.electionRef);
  if (election === null) {
    const detail = 'There is no such election.';
    throw badInput({ in: 'body', location: '/electionRef', code: 'election.unknown', detail });
  }
  const calendar = electionCalendar(election.pollingDay, election.nominationDay);
  return adviceFor.overview === 'before_election'
    ? calendar.shieldingAdviceBy
    : calendar.postShieldingAdvice.lastDay;
}

async function dueOf(
  tx: Transaction,
  request: SafetyRequest,
  step: StepAsked,
): Promise<PlainDate | null> {
  if (step.kind === 'sent_to_committee') return adviceDue(tx, step.adviceFor);
  if (step.kind !== 'extended') return null;
  const sent = request.steps.find(({ kind }) => kind === 'sent_to_committee');
  if (sent === undefined) return tx.today;
  return extendedFineAdviceTermAfter(dayInNetherlands(sent.takenAt)).lastDay;
}

/** The steps from a request to its decision, in the order of the law and with four eyes. */
@Injectable()
export class TakeSafetyStep {
  /** @throws Problem 404 for an unknown request. */
  async run(
    tx: Transaction,
    { requestId, seen, step, actorName }: TakeSafetyStepCommand,
  ): Promise<Accepted<SafetyRequest> | Refused<StepRefusal>> {
    const request = await findRequest(tx, requestId);
    if (request === null) throw notFound();
    const { tenantId } = request;
    const refusal = await insertStep(tx, {
      ...{ tenantId, requestId, seen, actorName, kind: step.kind },
      outcome: 'outcome' in step ? step.outcome : null,
      words: 'words' in step ? step.words : null,
      dueOn: await dueOf(tx, request, step),
    });
    if (refusal !== null) return refused(refusal);
    if (step.kind === 'decided') await announce(tx, SHIELD, { tenantId, requestId }, { tenantId });
    if (step.kind === 'sent_to_committee' || step.kind === 'extended')
      await announce(tx, ADVICE_ASKED, { tenantId, requestId }, { tenantId });
    const taken = await findRequest(tx, requestId);
    return accepted(taken ?? request);
  }
}

export type { StepRefusal };
