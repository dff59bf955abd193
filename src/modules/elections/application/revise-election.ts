import { Injectable } from '@nestjs/common';
import { type Election, type StoredFigure } from '../../../legal/facts/election';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { announce } from '../../../platform/jobs/job';
import {
  currentElections,
  type ElectionChange,
  holdElections,
  insertElectionVersion,
} from '../persistence/election.store';
import { type RecordedElection, refuse } from './call-election';
import { electionFaults, type ElectionInput, nameOf } from './check-election';
import { ELECTION_CHANGED } from './election-changed';

export type ElectionRevision = ElectionInput & {
  readonly electionId: string;
  /** The version that the overseer looked at: another one in between is not overwritten unseen. */
  readonly expectedVersion: number;
};

/**
 * Moves an election, changes its nomination day or stores its thresholds: a new version beside the
 * earlier ones, with the reason.
 * @param faults what was found wrong before, to be told together with the rest
 * @throws Problem 400 with all faults, 404 when there is none, 409 when it was changed in between.
 */
@Injectable()
export class ReviseElection {
  async run(
    tx: Transaction,
    revision: ElectionRevision,
    faults: readonly ProblemPart[] = [],
  ): Promise<RecordedElection> {
    await holdElections(tx);
    const elections = await currentElections(tx);
    const current = elections.find(({ election }) => election.ref === revision.electionId);
    if (current === undefined) throw notFound();
    if (current.version !== revision.expectedVersion) throw changedInBetween(current.version);
    const others = elections.filter((one) => one !== current).map(({ election }) => election);
    refuse([...faults, ...electionFaults(revision, others)]);
    const { electionId, pollingDay, nominationDay, thresholds, reason } = revision;
    const election = {
      ref: electionId,
      name: nameOf(revision),
      pollingDay,
      nominationDay,
      thresholds,
    };
    const changed = changesBetween(current.election, election);
    if (changed.length === 0) throw nothingChanged();
    const version = current.version + 1;
    await insertElectionVersion(tx, { election, version, changed, reason });
    await announce(tx, ELECTION_CHANGED, { electionId, version }, { tenantId: null });
    return { electionId, version };
  }
}

function sameFigure(a: StoredFigure | null, b: StoredFigure | null): boolean {
  return a?.value === b?.value && a?.source === b?.source;
}

export function changesBetween(before: Election, after: Election): readonly ElectionChange[] {
  const changed: ElectionChange[] = [];
  if (before.pollingDay !== after.pollingDay) changed.push('moved');
  if (before.nominationDay !== after.nominationDay) changed.push('nomination_day');
  const same =
    sameFigure(before.thresholds.party, after.thresholds.party) &&
    sameFigure(before.thresholds.candidate, after.thresholds.candidate);
  if (!same) changed.push('thresholds');
  if (before.name !== after.name) changed.push('name');
  return changed;
}

function changedInBetween(version: number): Error {
  const code = 'election.changed';
  const detail = `The election was changed in the meantime: version ${String(version)} holds now. Look at it and try again.`;
  return problem(409, code, detail, [{ in: 'body', location: '', code, detail }]);
}

function nothingChanged(): Error {
  return problem(400, 'input.invalid', 'Nothing in this election would change.', [
    {
      in: 'body',
      location: '',
      code: 'election.no_change',
      detail: 'Every day and figure is as it was. Change at least one.',
    },
  ]);
}
