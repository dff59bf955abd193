import { type INestApplicationContext } from '@nestjs/common';
import { addDays, plainDate } from '../../src/legal/kernel/plain-date';
import {
  CallElection,
  type ElectionInput,
  ReviseElection,
} from '../../src/modules/elections/public';
import { Database } from '../../src/platform/database/database';
import { OVERSEER_SCOPE } from './a-party';

/** The election of 29 October 2025, with what is given instead; nominated 44 days before. */
export function electionInput(changes: Partial<ElectionInput> = {}): ElectionInput {
  const pollingDay = changes.pollingDay ?? plainDate('2025-10-29');
  return {
    name: null,
    pollingDay,
    nominationDay: addDays(pollingDay, -44),
    thresholds: { party: null, candidate: null },
    reason: 'Called by royal decree',
    ...changes,
  };
}

/** Calls an election as the overseer would. Gives its id. */
export async function anElection(
  app: INestApplicationContext,
  changes: Partial<ElectionInput> = {},
): Promise<string> {
  const called = await app
    .get(Database)
    .inTransaction(OVERSEER_SCOPE, (tx) => app.get(CallElection).run(tx, electionInput(changes)));
  return called.electionId;
}

/** Changes an election as the overseer would; what is not given is as in electionInput. */
export async function aRevision(
  app: INestApplicationContext,
  electionId: string,
  expectedVersion: number,
  changes: Partial<ElectionInput>,
): Promise<void> {
  const input = electionInput({ reason: 'The day was moved', ...changes });
  await app
    .get(Database)
    .inTransaction(OVERSEER_SCOPE, (tx) =>
      app.get(ReviseElection).run(tx, { ...input, electionId, expectedVersion }),
    );
}
