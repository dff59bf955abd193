import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type TestDatabase } from './database';
import { temporaryFolder } from './program';

const HOOK = join(__dirname, 'typescript-hook.cjs');
const START = join(__dirname, '..', 'platform', 'support', 'start.cjs');
const PROGRAM = join(__dirname, 'app-worker.ts');

export interface AppWorker {
  readonly child: ChildProcess;
  /** Kills it at once, by its own number, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts the background work of the application on the database of a test; ready when this resolves. */
export async function startAppWorker(test: TestDatabase): Promise<AppWorker> {
  const config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: test.url,
    redisUrl: null,
    stateDir: temporaryFolder(),
    secretKey: test.secret,
    demo: true,
    worker: true,
    publicUrl: 'http://127.0.0.1',
    smtpUrl: null,
    mailFrom: 'post@test.invalid',
  };
  const child = spawn(process.execPath, [START, HOOK, PROGRAM, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', () => done());
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('close', () => {
      fail(new Error(`the worker ended: ${said}`));
    });
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  return { child, kill };
}
