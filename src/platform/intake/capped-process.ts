import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, type Writable } from 'node:stream';
import { FileRefused, type ReadRow, refuse } from './reading';
import { Turns } from './turns';
import { fromWire, type Job, type Message } from './wire';

/** Two at once: as many as a small machine has cores, and 1 GB of heap at the worst. */
const turns = new Turns(2);

const HEAP_MEGABYTES = 512;
const LONGEST_LINE = 64 * 1_048_576;
const COMPLAINT = 4_096;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

export interface CappedJob {
  readonly program: string | null;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How long the child may keep us waiting, in milliseconds; what we do with its rows is not counted. */
  readonly milliseconds: number;
  readonly onRows: (rows: readonly ReadRow[]) => Promise<void>;
}

export interface Read {
  readonly result: unknown;
  /** The most memory the child held. */
  readonly peakKilobytes: number;
}

/** The built program runs its own .js; from the working tree the child reads TypeScript as we do. */
function childArguments(): string[] {
  const built = join(__dirname, 'reader-process.js');
  const heap = `--max-old-space-size=${String(HEAP_MEGABYTES)}`;
  if (existsSync(built)) return [heap, built];
  const hook = join(__dirname, '..', '..', '..', 'test', 'support', 'typescript-hook.cjs');
  return [heap, '--require', hook, join(__dirname, 'reader-process.ts')];
}

/** The one process that reads one file. It gets no environment: no address, no secret. */
class CappedProcess {
  private readonly child: Child;
  private readonly ended: Promise<NodeJS.Signals | number | null>;
  private complaint = '';
  private outOfTime = false;
  private left: number;

  constructor(private readonly job: CappedJob) {
    this.left = job.milliseconds;
    this.child = spawn(process.execPath, childArguments(), {
      env: {},
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => {
        this.complaint += error.message;
        resolve(null);
      });
      this.child.once('close', (code, signal) => resolve(signal ?? code));
    });
    this.child.stderr.on('data', (chunk: Buffer) => {
      this.complaint = (this.complaint + chunk.toString()).slice(-COMPLAINT);
    });
    // A child that refuses early does not read the rest of the file.
    this.child.stdin.on('error', () => undefined);
  }

  async run(): Promise<Read> {
    try {
      this.send();
      for await (const message of this.messages()) {
        if ('rows' in message) await this.job.onRows(message.rows.map(fromWire));
        else if ('refused' in message) throw new FileRefused(message.refused);
        else if ('failed' in message) this.complaint = message.failed;
        else return { result: message.done, peakKilobytes: message.peakKilobytes };
      }
      throw this.death(await this.ended);
    } finally {
      this.child.kill('SIGKILL');
      // A child counts as closed only when what it said was heard; from here on nobody listens.
      this.child.stdout.destroy();
      await this.ended;
    }
  }

  private send(): void {
    const { program, name, bytes } = this.job;
    const job: Job = { program, name, size: bytes.length };
    this.child.stdin.write(`${JSON.stringify(job)}\n`);
    // Left open: its end tells the child that nobody listens any more.
    this.child.stdin.write(bytes);
  }

  private async *messages(): AsyncGenerator<Message> {
    const chunks = this.child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    let line: Buffer[] = [];
    let length = 0;
    for (;;) {
      const next = await this.within(() => chunks.next());
      if (next.done === true) return;
      let chunk = next.value;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10)) {
        yield JSON.parse(Buffer.concat([...line, chunk.subarray(0, end)]).toString()) as Message;
        chunk = chunk.subarray(end + 1);
        line = [];
        length = 0;
      }
      length += chunk.length;
      if (length > LONGEST_LINE) refuse('too_much_text', { limit: LONGEST_LINE / 1_048_576 });
      line.push(chunk);
    }
  }

  /** Waits for the child as long as it still may; its end makes the waiting end too. */
  private async within<Result>(wait: () => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    const timer = setTimeout(() => {
      this.outOfTime = true;
      this.child.kill('SIGKILL');
    }, this.left);
    try {
      return await wait();
    } finally {
      clearTimeout(timer);
      this.left -= performance.now() - begun;
    }
  }

  private death(how: NodeJS.Signals | number | null): FileRefused {
    const cause = new Error(`reader ended with ${String(how)}: ${this.complaint}`);
    if (this.outOfTime) {
      const seconds = Math.round(this.job.milliseconds / 1_000);
      return new FileRefused({ code: 'out_of_time', details: { seconds } }, cause);
    }
    // Not killed by us and yet killed: by the system, which had no memory left for it.
    const full = /out of memory|allocation failed|ERR_STRING_TOO_LONG/i.test(this.complaint);
    const code = full || how === 'SIGKILL' ? 'out_of_memory' : 'reader_died';
    return new FileRefused({ code, details: {} }, cause);
  }
}

/**
 * Reads a file in a process of its own, with capped memory and time. At most two run at once, the
 * others wait. The child is gone when this returns or throws.
 *
 * @throws FileRefused what the reader refuses; out_of_memory, out_of_time or reader_died when it
 *   did not end well.
 */
export function readInProcess(job: CappedJob): Promise<Read> {
  return turns.run(() => new CappedProcess(job).run());
}

const SECONDS = 30;
const SECONDS_FOR_LARGE = 60;
const LARGE = 10 * 1_048_576;

/** A CSV of a hundred thousand rows or a year of statements is larger than any workbook may be. */
export function millisecondsFor(bytes: Uint8Array): number {
  return (bytes.length > LARGE ? SECONDS_FOR_LARGE : SECONDS) * 1_000;
}
