import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

export interface Attached {
  readonly pid: number;
  readonly port: number;
}

const ANSWER_WITHIN = 3000;

export function connectionUrl(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${String(port)}/${database}`;
}

/** What the server at this address says its data folder is; null when it refuses or is silent. */
export async function dataFolderOf(port: number, password: string): Promise<string | null> {
  const client = new Client({
    connectionString: connectionUrl(port, password, 'postgres'),
    connectionTimeoutMillis: ANSWER_WITHIN,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ data_directory: string }>('show data_directory');
    return answer.rows[0]?.data_directory ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function noted(dataFolder: string): Attached | null {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return pid > 0 && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/**
 * The server that already runs on this data folder, or null. One that is on its way down, because
 * the program that started it was killed, is waited for: two servers on one folder is not possible.
 */
export async function runningServer(
  dataFolder: string,
  password: string,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Attached | null> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const server = noted(dataFolder);
    if (server === null || !isAlive(server.pid)) return null;
    if ((await dataFolderOf(server.port, password)) === dataFolder) return server;
    await wait(100);
  }
  return null;
}
