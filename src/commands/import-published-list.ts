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

interface Arguments {
  readonly year: string;
  readonly path: string;
  readonly seenOn: string | null;
  readonly reason: string | null;
}

/** Null when they cannot be understood. */
function parsed(args: readonly string[]): Arguments | null {
  const options = { 'seen-on': { type: 'string' }, reason: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [year, path] = positionals;
    if (year === undefined || path === undefined || positionals.length > 2) return null;
    return { year, path, seenOn: values['seen-on'] ?? null, reason: values.reason ?? null };
  } catch {
    return null;
  }
}

function commandIn(args: readonly string[]): ImportCommand {
  const given = parsed(args);
  if (given === null || !/^20\d{2}$/.test(given.year)) throw new StartFault(USAGE);
  const { seenOn, reason } = given;
  if (seenOn !== null && !isPlainDate(seenOn)) throw new StartFault(USAGE);
  return { year: Number(given.year), bytes: fileBytes(given.path), seenOn, reason };
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
  const command = commandIn(process.argv.slice(2));
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
