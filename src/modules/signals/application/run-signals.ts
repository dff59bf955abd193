import { type Transaction } from '../../../platform/database/transaction';
import {
  addToRun,
  allParties,
  beginRun,
  clearStale,
  donorsAfter,
  endRun,
  markAroundDecision,
  newestRun,
  type RunReason,
  takeStale,
} from '../persistence/stale.store';
import { announceRefresh } from './signal-jobs';
import { findForDonors, findForParties, readLookingFor } from './find-signals';

/** So many donors are in memory at a time. */
const BATCH = 1_000;
/** So many donors in one transaction of a run. */
const SLICE = 10_000;
const STALE_DONORS = 500;
const STALE_PARTIES = 20;

/** Looks again at some of those of whom something changed. True while more of them wait. */
export async function refreshStale(tx: Transaction): Promise<boolean> {
  const looking = await readLookingFor(tx);
  const donors = await takeStale(tx, 'donor', STALE_DONORS);
  await findForDonors(tx, donors, looking);
  const parties = await takeStale(tx, 'party', STALE_PARTIES);
  await findForParties(tx, parties, looking);
  return donors.length === STALE_DONORS || parties.length === STALE_PARTIES;
}

export async function startRun(tx: Transaction, reason: RunReason): Promise<string> {
  await clearStale(tx);
  return beginRun(tx, reason);
}

/** One slice of a run. Gives the last donor it looked at; null when the run is done. */
export async function runSlice(
  tx: Transaction,
  run: string,
  after: string,
): Promise<string | null> {
  const looking = await readLookingFor(tx);
  let [last, done] = [after, 0];
  while (done < SLICE) {
    const donors = await donorsAfter(tx, last, BATCH);
    const found = await findForDonors(tx, donors, looking, true);
    await addToRun(tx, run, { donors: donors.length, found });
    done += donors.length;
    last = donors.at(-1) ?? last;
    if (donors.length < BATCH) {
      const inParties = await findForParties(tx, await allParties(tx), looking);
      await addToRun(tx, run, { donors: 0, found: inParties });
      if (await endRun(tx, run)) await announceRefresh(tx);
      return null;
    }
  }
  return last;
}

export { markAroundDecision, newestRun };
