import { setTimeout as wait } from 'node:timers/promises';
import { TakeInStatement } from '../../../src/modules/statements/public';
import { Database } from '../../../src/platform/database/database';
import { aParty, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { startAppWorker } from '../../support/start-app-worker';
import { asMt940 } from './writers';

const KILLS = Number(process.env['KILLS'] ?? 3);
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const LINES = 2_000;

/** Parts of a whole, the same for the same seed. */
function moments(seed: number, count: number): readonly number[] {
  let state = seed % 2_147_483_647 || 1;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  });
}

const FILE = Buffer.from(
  asMt940({
    account: 'NL87INGB0999999002',
    opening: 0,
    from: '2026-03-01',
    until: '2026-03-31',
    entries: Array.from({ length: LINES }, (_, at) => ({
      day: '2026-03-02',
      credit: true,
      cents: 100 + at,
      name: 'J. Voorbeeld',
      iban: 'NL43RABO0009999011',
      description: `Gift ${String(at)}`,
      reversal: false,
    })),
  }),
);

interface Left {
  readonly state: string;
  readonly found: number;
  readonly statements: number;
  readonly entries: number;
}

describe('A worker that is killed while it takes a statement in', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (let step = 0; step < 3_000; step += 1) {
      if (await holds()) return;
      await wait(20);
    }
    throw new Error(`it never came to this: ${what}`);
  }

  async function send(): Promise<string> {
    const { tenantId } = await aParty(site.app);
    await site.app
      .get(Database)
      .inTransaction(treasurerScope(tenantId), (tx) =>
        site.app.get(TakeInStatement).run(tx, { name: 'maart.sta', bytes: FILE }),
      );
    return tenantId;
  }

  async function left(tenantId: string): Promise<Left> {
    const [row] = await site.test.ownerQuery<Left>(
      `select i.state, i.entries_found as found,
              (select count(*)::int from core.bank_statement s where s.tenant_id = i.tenant_id)
                as statements,
              (select count(*)::int from core.bank_entry e where e.tenant_id = i.tenant_id) as entries
         from core.statement_intake i where i.tenant_id = $1`,
      [tenantId],
    );
    if (row === undefined) throw new Error('no intake');
    return row;
  }

  const isRead = (tenantId: string) => async (): Promise<boolean> =>
    (await left(tenantId)).state === 'read';

  async function jobRuns(tenantId: string): Promise<boolean> {
    const jobs = await site.test.ownerQuery(
      `select 1 from platform.job where tenant_id = $1 and kind = 'statements.received'
          and state in ('running', 'done')`,
      [tenantId],
    );
    return jobs.length > 0;
  }

  const WHOLE = { state: 'read', found: LINES, statements: 1, entries: LINES };

  it(`leaves all of it or nothing, and it is taken in afterwards (${String(KILLS)} kills, SEED=${String(SEED)})`, async () => {
    let worker = await startAppWorker(site.test);
    try {
      const whole = await send();
      await until('the job runs', () => jobRuns(whole));
      const begun = performance.now();
      await until('it is read', isRead(whole));
      const takes = performance.now() - begun;
      expect(await left(whole)).toEqual(WHOLE);

      for (const moment of moments(SEED, KILLS)) {
        const tenantId = await send();
        await until('the job runs', () => jobRuns(tenantId));
        await wait(moment * takes);
        await worker.kill();
        await until('its transactions are gone', async () => {
          const busy = await site.test.ownerQuery(
            `select 1 from pg_stat_activity where datname = current_database()
                and pid <> pg_backend_pid() and state <> 'idle'`,
          );
          return busy.length === 0;
        });
        const after = await left(tenantId);
        if (after.state === 'read') expect(after).toEqual(WHOLE);
        else {
          expect(['received', 'reading']).toContain(after.state);
          expect(after).toMatchObject({ statements: 0, entries: 0 });
        }
        // The lease of a dead worker runs out after a minute; the test does not wait for it.
        await site.test.ownerQuery(
          `update platform.job set lease_until = clock_timestamp() where state = 'running'`,
        );
        worker = await startAppWorker(site.test);
        await until('it is read', isRead(tenantId));
        expect(await left(tenantId)).toEqual(WHOLE);
      }
    } finally {
      await worker.kill();
    }
  }, 600_000);
});
