import { fork, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase } from '../../support/database';

export interface WorkerSettings {
  readonly mutant?: boolean;
  readonly redisUrl?: string;
}

const HOOK = join(__dirname, '..', '..', 'support', 'typescript-hook.cjs');
const PROGRAM = join(__dirname, 'worker-process.ts');

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Worker processes on one test database, to be killed at will. */
export class Workers {
  private readonly children: ChildProcess[] = [];
  private readonly complaints: string[] = [];

  constructor(
    private readonly db: TestDatabase,
    private readonly settings: WorkerSettings,
  ) {}

  /** Starts one more; comes back when it works. */
  async start(): Promise<ChildProcess> {
    const { url, secret } = this.db;
    const settings = {
      url,
      secret,
      mutant: this.settings.mutant ?? false,
      redisUrl: this.settings.redisUrl,
      folder: join(tmpdir(), 'never-used'),
      prefix: new URL(url).pathname.slice(1),
      graceSeconds: 2,
    };
    const child = fork(join(__dirname, 'start.cjs'), [HOOK, PROGRAM, JSON.stringify(settings)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => this.complaints.push(text.toString()));
    }
    this.children.push(child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () =>
        reject(new Error(`a worker did not start: ${this.complaints.join('')}`)),
      );
    });
    return child;
  }

  /** kill -9, by process id. */
  async kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await ended(child);
  }

  /** What the workers warned of, and which of them ended by themselves: all should be well. */
  troubles(): readonly string[] {
    const crashed = this.children
      .filter(({ exitCode }) => exitCode !== null && exitCode !== 0)
      .map(({ pid, exitCode }) => `${String(pid)} ended with ${String(exitCode)}`);
    return [...crashed, ...this.complaints];
  }

  /** SIGTERM to all, and waits: each finishes what it was doing. */
  async stop(): Promise<void> {
    for (const child of this.children) {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
    }
    await Promise.all(this.children.map(ended));
  }
}
