import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { isPlainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { Problem, problem, type ProblemPart } from '../../../platform/http/problem';
import { type CellProblem, type PublishedList } from '../facts/published-list';
import { type Reconciliation } from '../facts/reconciliation';
import {
  listVersions,
  type ListVersion,
  lockYear,
  readList,
} from '../persistence/published-list.store';
import { insertListVersion } from '../persistence/published-list.writer';
import { compareVersions, type Difference, takesSomethingAway } from './compare-versions';
import { readPublishedList } from './read-published-list';
import { reconcile } from './reconcile';

/** Fifty times the size of the longest list so far. */
export const LARGEST_LIST_BYTES = 1_000_000;

export interface ImportCommand {
  readonly year: number;
  readonly bytes: Uint8Array;
  /** The day this version was first seen in public; null is today. */
  readonly seenOn: PlainDate | null;
  /** Why something that was published is lowered or removed; null when nothing is. */
  readonly reason: string | null;
}

export interface ImportOutcome {
  /** 'recognised': the same bytes were imported before; nothing was added. */
  readonly outcome: 'imported' | 'recognised';
  readonly year: number;
  readonly version: number;
  readonly sha256: string;
  readonly report: Reconciliation;
  /** Against the version before; empty for the first. */
  readonly differences: readonly Difference[];
}

function partOf(found: CellProblem): ProblemPart {
  const place = found.column === '' ? found.cell : `${found.cell} (${found.column})`;
  const detail = `Row ${String(found.row)}, cell ${place}: "${found.value}". ${found.rule} ${found.mend}`;
  return { in: 'body', location: found.cell, code: `list.${found.code}`, detail };
}

/** A file in which something cannot be understood; `cells` names every place. */
export class ListRefused extends Problem {
  constructor(readonly cells: readonly CellProblem[]) {
    const parts = cells.map(partOf);
    const first = parts[0]?.detail ?? '';
    const many = `The list was not imported. ${String(parts.length)} cells must be mended first.`;
    super(400, 'list.unreadable', parts.length === 1 ? first : many, parts);
  }
}

function textOf(bytes: Uint8Array): string {
  const whole = { in: 'body', location: '' } as const;
  if (bytes.length > LARGEST_LIST_BYTES) {
    const detail = `A list is at most ${String(LARGEST_LIST_BYTES)} bytes.`;
    throw problem(413, 'list.size', detail, [{ ...whole, code: 'list.size', detail }]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const detail = 'The file is not UTF-8 text. Save the sheet as CSV UTF-8 and send that file.';
    throw problem(400, 'list.encoding', detail, [{ ...whole, code: 'list.encoding', detail }]);
  }
}

/**
 * Imports a list as the ministry published it: reads it, compares it with its own totals and keeps
 * it as a version of its year. The overseer does this, or the installation itself with demo data.
 */
@Injectable()
export class ImportPublishedList {
  constructor(private readonly database: Database) {}

  /**
   * @throws ListRefused (400) that lists every cell that cannot be understood; 413 for a file beyond
   *   LARGEST_LIST_BYTES; 422 when something published is lowered or removed without a reason.
   */
  async run(scope: Scope, command: ImportCommand): Promise<ImportOutcome> {
    const { list, rows, problems } = readPublishedList(textOf(command.bytes), command.year);
    if (list === null) throw new ListRefused(problems.filter(({ blocking }) => blocking));
    const sha256 = createHash('sha256').update(command.bytes).digest('hex');
    const report = reconcile(list, problems);
    return this.database.inTransaction(scope, async (tx) => {
      await lockYear(tx, list.year);
      const versions = await listVersions(tx, list.year);
      const known = versions.find((version) => version.sha256 === sha256);
      if (known !== undefined) return recognised(tx, known, versions);
      const before = versions[0];
      const seenOn = command.seenOn ?? tx.today;
      assertSeenInOrder(seenOn, tx.today);
      const differences = await differencesSince(tx, before, list, seenOn);
      assertReason(differences, command.reason);
      const version = (before?.version ?? 0) + 1;
      const what = { list, rows, report, version, sha256, seenOn };
      await insertListVersion(tx, { ...what, correctionReason: command.reason });
      return { outcome: 'imported', year: list.year, version, sha256, report, differences };
    });
  }
}

async function differencesSince(
  tx: Transaction,
  before: ListVersion | undefined,
  list: PublishedList,
  seenOn: PlainDate,
): Promise<readonly Difference[]> {
  return before === undefined ? [] : compareVersions(await readList(tx, before.id), list, seenOn);
}

async function recognised(
  tx: Transaction,
  known: ListVersion,
  versions: readonly ListVersion[],
): Promise<ImportOutcome> {
  const { year, version, sha256, report } = known;
  const before = versions.find((each) => each.version === version - 1);
  const differences =
    before === undefined
      ? []
      : await differencesSince(tx, before, await readList(tx, known.id), known.seenOn);
  return { outcome: 'recognised', year, version, sha256, report, differences };
}

function assertSeenInOrder(seenOn: PlainDate, today: PlainDate): void {
  if (isPlainDate(seenOn) && seenOn <= today) return;
  const detail = `seenOn is ${seenOn}, after today (${today}). Give the day the list was first seen.`;
  const part = { in: 'query', location: 'seenOn', code: 'date.future', detail } as const;
  throw problem(400, 'list.seen_on', detail, [part]);
}

/** Law.md case T32: a published row is never lowered or removed in silence. */
function assertReason(differences: readonly Difference[], reason: string | null): void {
  if (reason !== null || !takesSomethingAway(differences)) return;
  const detail =
    'This version lowers or removes what was published. Give the reason; it is shown with the change.';
  const part = { in: 'query', location: 'reason', code: 'list.reason_needed', detail } as const;
  throw problem(422, 'list.reason_needed', detail, [part]);
}
