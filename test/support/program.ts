import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** Resolves with the line that says it is ready; rejects when the program ends before. */
  readonly ready: Promise<string>;
}

const ROOT = resolve(__dirname, '..', '..');
const HOOK = join(__dirname, 'typescript-hook.cjs');

function newest(folder: string): number {
  const files = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true });
  const times = files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs);
  return Math.max(...times);
}

/** The built program when it is built from these very files, as in `npm test`; else the sources. */
function command(file: string): readonly string[] {
  const built = join(ROOT, 'dist', file.replace(/\.ts$/, '.js'));
  const isFresh =
    existsSync(built) && statSync(built).mtimeMs > Math.max(newest('src'), newest('migrations'));
  return isFresh ? [built] : ['-r', HOOK, join(ROOT, file)];
}

/** Starts a program of src/ as a process of its own, as `npm start` does, with only these settings. */
export function startProgram(
  file: string,
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [...command(file), ...args], {
    env: { PATH: process.env.PATH, ...settings },
  });
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code) => {
      done({ code, out, err });
    });
  });
  const ready = new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) done(out.trim());
    });
    void ended.then((end) => {
      fail(new Error(`ended with ${String(end.code)}: ${end.out}${end.err}`));
    });
  });
  ready.catch(() => undefined);
  return { child, ended, ready };
}

/** A folder that the account of the embedded server can reach. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'partijgiften-start-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function unusedPort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

/** The process of the embedded server, from the note it keeps in its data folder. */
export function serverProcess(stateFolder: string): number {
  return Number(readFileSync(join(stateFolder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** True when the process is gone within ten seconds. */
export async function goesAway(pid: number): Promise<boolean> {
  for (let step = 0; step < 100; step += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await wait(100);
  }
  return false;
}
