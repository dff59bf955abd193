import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { readDonor, recordMatchDecision, rememberAccount } from '../../donors/public';
import { countDonors, decideImportDonor, doubtfulDonors } from '../persistence/import-donor.store';
import { lockRun, type ImportRun, type Mode } from '../persistence/run.store';
import { markCancelled, markConfirmed } from '../persistence/run.writer';
import { announceConfirmed } from './import-jobs';

const MOST_DOUBTS = 10_000;

/** @throws Problem 404, or 409 when the run is not waiting for a person. */
async function openRun(tx: Transaction, importId: string): Promise<ImportRun> {
  const run = await lockRun(tx, importId);
  if (run === null) throw notFound();
  if (run.state !== 'read') {
    const detail = 'This import is not waiting for you: it is still being read, or it is done.';
    throw problem(409, `import.${run.state}`, detail);
  }
  return run;
}

/** Says that what was read is to be booked. The booking itself follows at once, by itself. */
@Injectable()
export class ConfirmImport {
  /** @throws Problem 404, or 409: faults in the table, faulty rows with `all`, doubts, nothing to book. */
  async run(tx: Transaction, importId: string, mode: Mode): Promise<void> {
    const run = await openRun(tx, importId);
    if ((run.outcome?.faults.length ?? 0) > 0)
      throw problem(
        409,
        'import.table_faults',
        'Mend the faults of the table and send the file again.',
      );
    if (mode === 'all' && run.rowsFaulty > 0)
      throw problem(
        409,
        'import.row_faults',
        `${String(run.rowsFaulty)} rows hold a fault. Mend them, or book the good rows only.`,
      );
    if (run.rowsGood === 0)
      throw problem(409, 'import.nothing_good', 'No row can be booked. Mend the faults first.');
    const { undecided } = await countDonors(tx, importId);
    if (undecided > 0)
      throw problem(
        409,
        'import.undecided',
        `Of ${String(undecided)} donors nobody has said yet who they are. Decide that first.`,
      );
    await markConfirmed(tx, importId, mode);
    await announceConfirmed(tx, { importId, tenantId: tenantOf(tx) });
  }
}

/** Nothing of this run is booked; the file is kept. */
@Injectable()
export class CancelImport {
  /** @throws Problem 404 or 409. */
  async run(tx: Transaction, importId: string): Promise<void> {
    await openRun(tx, importId);
    await markCancelled(tx, importId);
  }
}

/** A person says who a donor of the file is; the next file is then matched by itself. */
@Injectable()
export class DecideImportDonor {
  /** @param donorId null for a donor that is new. @throws Problem 404 or 409. */
  async run(
    tx: Transaction,
    importId: string,
    number: number,
    donorId: string | null,
  ): Promise<void> {
    await openRun(tx, importId);
    const doubts = await doubtfulDonors(tx, importId, MOST_DOUBTS);
    const doubt = doubts.find((one) => one.number === number);
    if (doubt === undefined) throw notFound();
    const tenantId = tenantOf(tx);
    if (donorId !== null && (await readDonor(tx, tenantId, donorId)) === null) throw notFound();
    const about = doubt.candidates.filter((one) => donorId === null || one.donorId === donorId);
    for (const candidate of about)
      await recordMatchDecision(tx, {
        donorId: candidate.donorId,
        described: doubt.description,
        verdict: donorId === null ? 'different' : 'same',
        score: candidate.score,
        evidence: candidate.evidence,
      });
    const { iban } = doubt.description;
    if (donorId !== null && iban !== null) await rememberAccount(tx, donorId, iban, 'import');
    await decideImportDonor(tx, importId, number, donorId);
  }
}
