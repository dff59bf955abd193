import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ServerAccount } from './account';

export interface Launch {
  readonly account: ServerAccount;
  readonly programs: string;
  readonly dataFolder: string;
  readonly logFile: string;
  readonly port: number;
  readonly ephemeral: boolean;
}

export interface Launched {
  readonly pid: number;
  readonly port: number;
  ended(): boolean;
  /** Resolves when the server process is gone. */
  readonly gone: Promise<void>;
  /** The last thing the server complained of. */
  complaint(): string;
}

const COMMON = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'jit=off',
];
const DURABLE = ['synchronous_commit=on', 'checkpoint_timeout=5min', 'max_wal_size=2GB'];
const EPHEMERAL = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'],
  ...['autovacuum_naptime=1h', 'max_wal_size=4GB', 'checkpoint_timeout=1h'],
];

export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

/** What a server says to those who knock too early; no reason for anything. */
const PASSING = /the database system is|not yet accepting connections/;

function complaintIn(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => !PASSING.test(line));
  const found = lines.filter((line) => /(?:FATAL|PANIC|ERROR|LOG|postgres): /.test(line));
  const grave = found.filter((line) => /(?:FATAL|PANIC|postgres): /.test(line));
  const line = grave.at(-1) ?? found.at(-1) ?? 'nothing';
  return line.replace(/^.*?(?:FATAL|PANIC|ERROR|LOG|postgres):\s+/, '').replace(/\.$/, '');
}

const HELPER = `process.stdin.resume().on('end', () => {
  try { process.kill(Number(process.argv[1]), 'SIGINT'); } catch {}
  process.exit();
})`;

/** A helper whose input ends when this process is gone, however it went; it then stops the server. */
function endWithUs(pid: number): ChildProcess {
  const helper = spawn(process.execPath, ['-e', HELPER, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  helper.unref();
  (helper.stdin as unknown as Socket).unref();
  return helper;
}

export function launch(order: Launch): Launched {
  const settings = [...COMMON, ...(order.ephemeral ? EPHEMERAL : DURABLE)];
  const log = openSync(order.logFile, 'w', 0o600);
  // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop the server in order.
  const server = spawn(
    join(order.programs, 'bin', 'postgres'),
    ['-D', order.dataFolder, '-p', String(order.port), ...settings.flatMap((line) => ['-c', line])],
    {
      ...order.account,
      cwd: dirname(order.dataFolder),
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
    },
  );
  closeSync(log);
  server.unref();
  const helper = server.pid === undefined ? null : endWithUs(server.pid);
  let ended = false;
  let refusal = '';
  const gone = new Promise<void>((resolve) => {
    const over = (error?: Error): void => {
      ended = true;
      refusal = error?.message ?? '';
      helper?.kill();
      resolve();
    };
    server.once('exit', () => {
      over();
    });
    server.once('error', over);
  });
  return {
    pid: server.pid ?? 0,
    port: order.port,
    ended: () => ended,
    gone,
    complaint: () => (refusal === '' ? complaintIn(order.logFile) : refusal),
  };
}

const SIGNALS = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;

/** Fast shutdown: open transactions are rolled back. Harder means follow after ten seconds each. */
export async function stopServer(server: Launched): Promise<void> {
  for (const signal of SIGNALS) {
    if (server.ended()) return;
    try {
      process.kill(server.pid, signal);
    } catch {
      return;
    }
    const patience = new AbortController();
    const late = wait(10_000, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([server.gone, late]);
    patience.abort();
  }
}
