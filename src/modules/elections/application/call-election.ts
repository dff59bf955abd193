import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { problem, type ProblemPart } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { announce } from '../../../platform/jobs/job';
import {
  currentElections,
  holdElections,
  insertElection,
  insertElectionVersion,
} from '../persistence/election.store';
import { electionFaults, type ElectionInput, nameOf } from './check-election';
import { ELECTION_CHANGED } from './election-changed';

export interface RecordedElection {
  readonly electionId: string;
  readonly version: number;
}

/** @throws Problem 400 that names every fault; nothing when there is none. */
export function refuse(faults: readonly ProblemPart[]): void {
  if (faults.length === 0) return;
  const [first] = faults;
  const detail =
    faults.length === 1 && first !== undefined
      ? first.detail
      : `${String(faults.length)} things are wrong.`;
  throw problem(400, 'input.invalid', detail, faults);
}

/**
 * The overseer enters an election that is called. From then on everything that is filed for it is
 * expected.
 * @param faults what was found wrong before, to be told together with the rest
 * @throws Problem 400 with all faults of the days.
 */
@Injectable()
export class CallElection {
  async run(
    tx: Transaction,
    input: ElectionInput,
    faults: readonly ProblemPart[] = [],
  ): Promise<RecordedElection> {
    await holdElections(tx);
    const others = (await currentElections(tx)).map(({ election }) => election);
    refuse([...faults, ...electionFaults(input, others)]);
    const electionId = newId();
    const { pollingDay, nominationDay, thresholds, reason } = input;
    const election = {
      ref: electionId,
      name: nameOf(input),
      pollingDay,
      nominationDay,
      thresholds,
    };
    await insertElection(tx, electionId);
    await insertElectionVersion(tx, { election, version: 1, changed: ['called'], reason });
    const recorded = { electionId, version: 1 };
    await announce(tx, ELECTION_CHANGED, recorded, { tenantId: null });
    return recorded;
  }
}
