import { type INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../../src/legal/kernel/plain-date';
import {
  CallElection,
  type ElectionInput,
  ReviseElection,
} from '../../src/modules/elections/public';
import { Database } from '../../src/platform/database/database';
import { OVERSEER_SCOPE } from './a-party';

/** The election of 29 October 2025, with what is given instead. */
export function electionInput(changes: Partial<ElectionInput> = {}): ElectionInput {
  return {
    name: null,
    pollingDay: plainDate('2025-10-29'),
    nominationDay: plainDate('2025-09-15'),
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

export async function aRevision(
  app: INestApplicationContext,
  electionId: string,
  expectedVersion: number,
  changes: Partial<ElectionInput>,
): Promise<void> {
  await app.get(Database).inTransaction(OVERSEER_SCOPE, (tx) =>
    app.get(ReviseElection).run(tx, {
      ...electionInput({ reason: 'The day was moved' }),
      ...changes,
      electionId,
      expectedVersion,
    }),
  );
}
