import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isPlainDate } from '../legal/kernel/plain-date';
import {
  type ImportCommand,
  type ImportOutcome,
  ImportPublishedList,
  reconciliationLines,
} from '../modules/register/public';
import { readConfig } from '../platform/config/config';
import { oneLine, StartFault } from '../platform/config/start-fault';
import { Database } from '../platform/database/database';
import { type Scope } from '../platform/database/transaction';
import { Problem } from '../platform/http/problem';
import { runProgram } from '../platform/process/program';
import { openRuntime } from '../platform/process/runtime';

const USAGE =
  'Give the year and the file: npm run import:published-list -- <year> <file.csv> ' +
  '[--seen-on yyyy-mm-dd] [--reason "why rows are lowered or removed"]';

function fileBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new StartFault(`The file ${path} cannot be read (${oneLine(error)}).`);
  }
}

function argumentsOf(given: readonly string[]): ImportCommand {
  const options = { 'seen-on': { type: 'string' }, reason: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options,
      allowPositionals: true,
    });
    const [year = '', path = '', ...more] = positionals;
    const seenOn = values['seen-on'] ?? null;
    const isWrong = !/^20\d{2}$/.test(year) || path === '' || more.length > 0;
    if (isWrong || (seenOn !== null && !isPlainDate(seenOn))) throw new StartFault(USAGE);
    return { year: Number(year), bytes: fileBytes(path), seenOn, reason: values.reason ?? null };
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(`${oneLine(error)} ${USAGE}`);
  }
}

function scope(): Scope {
  const who = { actorId: 'system', actorRole: 'system', requestId: randomUUID() };
  return { role: 'staff', tenantId: null, ...who };
}

function tell({ outcome, year, version, report }: ImportOutcome): string {
  const done =
    outcome === 'imported'
      ? `The list of ${String(year)} is imported as version ${String(version)}.`
      : `This file was imported before, as version ${String(version)} of ${String(year)}; nothing was added.`;
  return [...reconciliationLines(report), done].join('\n');
}

function complain({ detail, errors }: Problem): void {
  const cells = errors.length > 1 ? errors.map((part) => `\n- ${part.detail}`).join('') : '';
  process.stderr.write(`${detail}${cells}\n`);
  process.exitCode = 1;
}

// Imports a list of the ministry into the register and prints whether it adds up.
runProgram(async (started) => {
  const command = argumentsOf(process.argv.slice(2));
  const runtime = await openRuntime(readConfig(process.env), started);
  try {
    const outcome = await new ImportPublishedList(new Database(runtime.sources)).run(
      scope(),
      command,
    );
    process.stdout.write(`${tell(outcome)}\n`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    complain(error);
  }
}, 'until done');
