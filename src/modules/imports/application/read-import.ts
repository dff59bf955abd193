import { Injectable } from '@nestjs/common';
import { type Group } from '../../../legal/facts/group';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { tenantOf } from '../../../platform/database/tenant-of';
import { readFileBytes } from '../../../platform/files/public';
import {
  FileRefused,
  type ReadCell,
  readTable,
  type TableSummary,
} from '../../../platform/intake/public';
import { sparing } from '../../../platform/process/sparing';
import { readGroup } from '../../parties/public';
import { type CheckedRow } from '../checks/checked-row';
import { TableCheck, type TableOutcome } from '../checks/check-table';
import { insertImportDonors } from '../persistence/import-donor.store';
import {
  countRows,
  goodRows,
  insertRows,
  type NewRow,
  setMeanings,
} from '../persistence/row.store';
import { type ImportRun, lockRun, type StoredOutcome } from '../persistence/run.store';
import { markRead, markRefused } from '../persistence/run.writer';
import { addLateFaults, warnOfBookedBefore } from './after-reading';
import { checkContext } from './check-context';
import { DonorGroups } from './donor-groups';
import { Forecast } from './foresee';
import { takeTime } from './import-jobs';
import { matchImport } from './match-import';
import { Progress, type Stage } from './progress';

type Note = (stage: Stage, rows: number) => Promise<void>;

/**
 * Reads the file of a run, row by row, in the capped process; says what is wrong with each row, who
 * its donor is and what booking it will mean. One transaction: stopped anywhere, nothing of it is left
 * and the next try starts afresh. A run that is no longer waiting is left alone.
 */
@Injectable()
export class ReadImport {
  constructor(
    private readonly database: Database,
    private readonly progress: Progress,
  ) {}

  async run(scope: Scope, runId: string): Promise<void> {
    try {
      await sparing(() => this.database.inTransaction(scope, (tx) => this.read(tx, runId)));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      await this.database.inTransaction(scope, (tx) => markRefused(tx, runId, error.refusal));
    }
  }

  private async read(tx: Transaction, runId: string): Promise<void> {
    await takeTime(tx);
    const run = await lockRun(tx, runId);
    if (run?.state !== 'waiting') return;
    const note: Note = (stage, rows) => this.progress.note(tx.scope, runId, stage, rows);
    const group = await readGroup(tx, tenantOf(tx));
    const reading = new Reading(tx, run, group, note);
    const { summary, outcome } = await reading.rows();
    await reading.conclude(outcome);
    await markRead(tx, runId, stored(outcome, summary), await countRows(tx, runId));
  }
}

/** One reading of one file. */
class Reading {
  private readonly check: TableCheck;
  private readonly groups: DonorGroups;
  private count = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly run: ImportRun,
    private readonly group: Group,
    private readonly note: Note,
  ) {
    this.check = new TableCheck(checkContext(tx, run.kind, run.year, group));
    this.groups = new DonorGroups(run.kind);
  }

  async rows(): Promise<{ readonly summary: TableSummary; readonly outcome: TableOutcome }> {
    const { tx, run } = this;
    const bytes = await readFileBytes(tx, tenantOf(tx), run.fileId);
    if (bytes === null) throw new Error(`the file of import ${run.id} is gone`);
    const summary = await readTable(bytes, run.fileName, async (rows) => {
      await insertRows(
        tx,
        run.id,
        this.check.take(rows).map((row) => this.indexed(row)),
      );
      await this.note('reading', this.count);
    });
    return { summary, outcome: this.check.finish(summary) };
  }

  /** What can only be said when all rows were read. */
  async conclude(outcome: TableOutcome): Promise<void> {
    const { tx, run } = this;
    await this.note('matching', this.count);
    const matched = await matchImport(tx, run.kind, this.groups.all);
    await insertImportDonors(tx, run.id, matched.donors);
    const donors = new Map(matched.donors.map((donor) => [donor.number, donor]));
    await addLateFaults(tx, run, outcome.merged, matched.faults);
    const isGifts = run.kind === 'contributions';
    const forecast = new Forecast(donors);
    for await (const rows of goodRows(tx, run.id)) {
      await warnOfBookedBefore(tx, run, rows, donors);
      if (isGifts) forecast.add(rows);
    }
    if (!isGifts) return;
    await this.note('judging', this.count);
    await setMeanings(tx, run.id, await forecast.meanings(tx, this.group));
  }

  private indexed(row: CheckedRow): NewRow {
    this.count += 1;
    const isGood = row.faults.length === 0;
    const donor = isGood ? this.groups.numberOf(row.values) : null;
    const { sheet, row: place, values: content, faults, warnings } = row;
    const number = this.count;
    const state = isGood ? 'good' : 'faulty';
    const cells = row.cells.map(keepable);
    return { number, sheet, row: place, state, donor, content, faults, warnings, cells };
  }
}

/** PostgreSQL keeps neither a zero character nor half of a pair. */
function keepable({ kind, text }: ReadCell): ReadCell {
  return { kind, text: text.replace(/[\u0000\p{Surrogate}]/gu, '\uFFFD') };
}

function stored(outcome: TableOutcome, summary: TableSummary): StoredOutcome {
  const { faults, warnings, version, headings } = outcome;
  const { properties, encoding, delimiter } = summary;
  return {
    faults,
    warnings,
    version,
    headings: headings.map(({ sheet, row, texts }) => ({ sheet, row, texts })),
    properties,
    encoding,
    delimiter,
  };
}
