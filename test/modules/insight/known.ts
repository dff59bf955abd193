import { RebuildInsight } from '../../../src/modules/insight/public';
import { Database } from '../../../src/platform/database/database';
import { workerScope } from '../../../src/platform/jobs/public';
import { Worker } from '../../../src/platform/worker/public';
import { type TestApp } from '../../support/app';

/** All that the ministry knows, as it is stored, without when it was derived. */
export async function known(site: TestApp): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = {
    party: 'to_jsonb(t)',
    donor: 'to_jsonb(t)',
    donor_link: 'to_jsonb(t)',
    list_donor: 'to_jsonb(t)',
    listed_gift: 'to_jsonb(t)',
    gift: `to_jsonb(t) - 'changed_at' - 'id'`,
    donor_trait: 'to_jsonb(t)',
    month_cube: 'to_jsonb(t)',
    field_cube: 'to_jsonb(t)',
    donor_year: 'to_jsonb(t)',
    field_donor_year: 'to_jsonb(t)',
    tally: 'to_jsonb(t)',
    lateness: 'to_jsonb(t)',
    filed_debt: 'to_jsonb(t)',
    concentration: `to_jsonb(t) - 'reckoned_at'`,
  };
  const all: Record<string, readonly string[]> = {};
  for (const [table, shown] of Object.entries(tables))
    all[table] = (
      await site.test.ownerQuery<{ line: string }>(
        `select (${shown})::text as line from insight.${table} t order by 1`,
      )
    ).map(({ line }) => line);
  return all;
}

/** Runs the jobs, those of the next minute too. */
export async function derive(site: TestApp): Promise<void> {
  await site.app.get(Worker).drainOnce();
  await site.test.ownerQuery(
    `update platform.job set run_at = platform.now(), dedupe_key = id::text where kind = 'insight.field' and state = 'ready'`,
  );
  await site.app.get(Worker).drainOnce();
}

export function rebuild(site: TestApp): Promise<number> {
  return site.app
    .get(Database)
    .inTransaction(workerScope('test'), (tx) => site.app.get(RebuildInsight).run(tx));
}
