import { type Transaction } from '../../../platform/database/transaction';
import { announce, defineJob } from '../../../platform/jobs/job';

/** A version was filed: what the sources of the group say is to be laid side by side. Ids only. */
export const FILING_FILED = defineJob<{
  readonly tenantId: string;
  readonly filingId: string;
  readonly year: number;
}>('filing.filed');

/** A filing opened a donor's year to the overseer: what it discloses is to be judged (D7, D8). */
export const DONOR_DISCLOSED = defineJob<{
  readonly tenantId: string;
  readonly donorId: string;
  readonly year: number;
}>('filing.donor_disclosed');

/** Something beside a filing changed what the sources of a group say. */
export const SOURCES_CHANGED = defineJob<{ readonly tenantId: string }>('filing.sources_changed');

const MINUTE = 60_000;
/** So that what was filed at the end of the minute is committed. */
const MARGIN = 5_000;

/**
 * Asks for one reconciliation of a group after this minute, however many notices are filed in it:
 * each one reads everything the group ever filed.
 */
export async function announceSources(tx: Transaction, tenantId: string): Promise<void> {
  const minute = Math.floor(Date.parse(tx.now) / MINUTE) + 1;
  const runAt = new Date(minute * MINUTE + MARGIN).toISOString();
  const dedupeKey = `sources:${tenantId}:${String(minute)}`;
  await announce(tx, SOURCES_CHANGED, { tenantId }, { dedupeKey, runAt, tenantId });
}
