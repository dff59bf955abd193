import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkGate,
  FileRefused,
  readCapped,
  readTable,
} from '../../../../src/platform/intake/public';

/*
 * Reads every file of a folder as the program would, one after the other, in a process of its own,
 * so that its memory is that of the reading and not that of the tests.
 */

export interface Outcome {
  readonly refusal: FileRefused['refusal'] | null;
  readonly rows: number;
  readonly milliseconds: number;
}

interface Plan {
  readonly file: string;
  readonly name: string;
  readonly read: 'table' | 'gate' | 'xml';
}

async function readOne({ name, read }: Plan, bytes: Buffer): Promise<number> {
  let rows = 0;
  if (read === 'gate') await checkGate(bytes, name);
  else if (read === 'xml') {
    await readCapped(join(__dirname, '..', 'readers', 'xml-tree.ts'), bytes, name);
  } else {
    await readTable(bytes, name, (batch) => {
      rows += batch.length;
      return Promise.resolve();
    });
  }
  return rows;
}

async function outcomeOf(plan: Plan, bytes: Buffer): Promise<Outcome> {
  const begun = performance.now();
  const since = (): number => performance.now() - begun;
  try {
    return { refusal: null, rows: await readOne(plan, bytes), milliseconds: since() };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { refusal: error.refusal, rows: 0, milliseconds: since() };
  }
}

function children(): string {
  const id = String(process.pid);
  try {
    return readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim();
  } catch {
    return '';
  }
}

async function main(folder: string): Promise<void> {
  const plans = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan[];
  const outcomes: Outcome[] = [];
  for (const plan of plans) {
    outcomes.push(await outcomeOf(plan, readFileSync(join(folder, plan.file))));
  }
  const peakKilobytes = process.resourceUsage().maxRSS;
  const files = readdirSync(folder).length;
  process.stdout.write(JSON.stringify({ outcomes, peakKilobytes, children: children(), files }));
}

void main(process.argv[2] ?? '');
