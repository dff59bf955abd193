import { type Election } from '../../../legal/facts/election';
import { type Transaction } from '../../../platform/database/transaction';
import {
  currentElections,
  type ElectionChange,
  type ElectionVersion,
  recordersOf,
  versionsOf,
} from '../persistence/election.store';

/** Every election as it stands now, newest polling day first. */
export async function readElections(tx: Transaction): Promise<readonly Election[]> {
  return (await currentElections(tx)).map(({ election }) => election);
}

/** One election as it stands now; null when there is none with this ref. */
export async function readElection(tx: Transaction, ref: string): Promise<Election | null> {
  const [newest] = await versionsOf(tx, ref);
  return newest?.election ?? null;
}

/** Every election with the number of the version that holds, newest polling day first. */
export function listElections(tx: Transaction): Promise<readonly ElectionVersion[]> {
  return currentElections(tx);
}

/** Every version of one election, newest first; empty when there is none. */
export function readElectionHistory(
  tx: Transaction,
  ref: string,
): Promise<readonly ElectionVersion[]> {
  return versionsOf(tx, ref);
}

/** Who recorded each version, by its number; only the overseer may know. */
export function readRecorders(tx: Transaction, ref: string): Promise<ReadonlyMap<number, string>> {
  return recordersOf(tx, ref);
}

export type { ElectionChange, ElectionVersion };
