import { createRequire } from 'node:module';
import { readCsvTable } from './csv-table';
import { sniff } from './kinds';
import { FileRefused, type TableSummary } from './reading';
import { RowSender } from './row-sender';
import { type Job, type Message } from './wire';
import { readWorkbookTable } from './xlsx/workbook-table';

/*
 * The program of the capped process. Whatever goes wrong here ends this process and nothing else;
 * the parent makes a refusal of it.
 */

interface Received {
  readonly job: Job;
  readonly bytes: Uint8Array;
}

type Reader = (bytes: Uint8Array, name: string) => unknown;

function receive(): Promise<Received> {
  return new Promise((resolve) => {
    let head = Buffer.alloc(0);
    let job: Job | null = null;
    let bytes = Buffer.alloc(0);
    let filled = 0;
    const take = (chunk: Buffer): void => {
      chunk.copy(bytes, filled);
      filled += chunk.length;
      if (job !== null && filled >= job.size) resolve({ job, bytes });
    };
    process.stdin.on('data', (chunk: Buffer) => {
      if (job !== null) {
        take(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(10);
      if (end < 0) return;
      job = JSON.parse(head.subarray(0, end).toString()) as Job;
      bytes = Buffer.alloc(job.size);
      take(head.subarray(end + 1));
    });
    // The parent is gone: nobody is waiting for an answer.
    process.stdin.on('end', () => process.exit(1));
  });
}

function send(message: Message): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(message)}\n`, () => resolve());
  });
}

async function readTable(bytes: Uint8Array): Promise<TableSummary> {
  const sender = new RowSender((rows) => send({ rows }));
  const read = sniff(bytes) === 'zip' ? readWorkbookTable : readCsvTable;
  const summary = await read(bytes, sender);
  await sender.flush();
  return summary;
}

function isReader(module: unknown): module is { readonly read: Reader } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'read' in module &&
    typeof module.read === 'function'
  );
}

function readBy(program: string, { job, bytes }: Received): unknown {
  const module: unknown = createRequire(__filename)(program);
  if (!isReader(module)) throw new Error(`${program} exports no function read`);
  return module.read(bytes, job.name);
}

async function answer(received: Received): Promise<Message> {
  const { program } = received.job;
  try {
    const done = program === null ? await readTable(received.bytes) : readBy(program, received);
    return { done, peakKilobytes: process.resourceUsage().maxRSS };
  } catch (error) {
    if (error instanceof FileRefused) return { refused: error.refusal };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

void receive()
  .then(answer)
  .then(send)
  .then(() => process.exit(0));
