import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartFault } from '../config/start-fault';
import { runningServer } from './running-server';

const OURS = ['data', 'data.new', 'postgres-password', 'secret-key', 'postgres.log'];

function passwordIn(folder: string): string {
  try {
    return readFileSync(join(folder, 'postgres-password'), 'utf8').trim();
  } catch {
    return '';
  }
}

/** Removes what the embedded server keeps in this folder, and nothing else that may lie there. */
export async function removeCluster(folder: string): Promise<void> {
  const running = await runningServer(join(folder, 'data'), passwordIn(folder), wait);
  if (running !== null) {
    throw new StartFault(
      `The data in ${folder} are in use by a running Partijgiften. Stop that one first (Ctrl-C).`,
    );
  }
  for (const name of OURS) rmSync(join(folder, name), { recursive: true, force: true });
}
