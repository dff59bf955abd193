import { type Transaction } from '../../../platform/database/transaction';
import { announce, defineJob, HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { InsightChanges } from '../application/insight-changes';
import { refreshInsight } from '../application/refresh-insight';
import { concentrationOfField } from '../persistence/concentration.store';
import { holdInsight, marksLeft, takeMarks } from '../persistence/marks.store';

type Nothing = Readonly<Record<string, never>>;

/** Enqueued by the database where something is marked (insight.stale), once a transaction. */
export const INSIGHT_REFRESH = defineJob<Nothing>('insight.refresh');
export const FIELD_RECKONED = defineJob<Nothing>('insight.field');

/** So many marks in one transaction: a filing of a thousand gifts is done within seconds. */
const AT_ONCE = 2000;
const MINUTE = 60_000;

/** Derives all that was marked by now; whoever comes first does the work of all. */
@HandlesJob()
export class RefreshInsightHandler implements JobHandler<Nothing> {
  readonly job = INSIGHT_REFRESH;

  constructor(private readonly changes: InsightChanges) {}

  async run(tx: Transaction): Promise<void> {
    await holdInsight(tx);
    const keys = await takeMarks(tx, AT_ONCE);
    const changed = await refreshInsight(tx, keys);
    await this.changes.announce(tx, changed);
    if (await marksLeft(tx)) await announce(tx, INSIGHT_REFRESH, {}, { tenantId: null });
    if (changed.some(({ what }) => what === 'gift')) await askForField(tx);
  }
}

/** How much of the whole field comes from how few is reckoned once a minute at most. */
async function askForField(tx: Transaction): Promise<void> {
  const minute = Math.floor(Date.parse(tx.now) / MINUTE) + 1;
  const runAt = new Date(minute * MINUTE).toISOString();
  const options = { dedupeKey: `field:${String(minute)}`, runAt, tenantId: null };
  await announce(tx, FIELD_RECKONED, {}, options);
}

@HandlesJob()
export class FieldReckonedHandler implements JobHandler<Nothing> {
  readonly job = FIELD_RECKONED;

  async run(tx: Transaction): Promise<void> {
    await holdInsight(tx);
    await concentrationOfField(tx);
  }
}
