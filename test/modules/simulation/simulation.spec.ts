import { loadDemo } from '../../../src/demo/load-demo';
import { EXAMPLE_2026_1 } from '../../../src/legal/fines/example-2026-1';
import { euro, euroCents } from '../../../src/legal/kernel/euro-cents';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { parameterOf } from '../../../src/legal/parameters';
import { TRIED_PARAMETERS } from '../../../src/legal/what-if/other-law';
import {
  AskSimulation,
  type Definition,
  readSimulation,
  type SimulationResult,
} from '../../../src/modules/simulation/public';
import { Database } from '../../../src/platform/database/database';
import { Worker } from '../../../src/platform/worker/public';
import { OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

const IN_FORCE: Definition = {
  set: 'own',
  own: [],
  from: plainDate('2023-01-01'),
  yearFrom: 2020,
  yearUntil: 2025,
  schedule: null,
};

interface Found {
  readonly kind: string;
  readonly change: string;
  readonly rule: string;
  readonly key: string;
  readonly cents_before: string | null;
  readonly cents_after: string | null;
  readonly not_asked_then: boolean;
}

describe('What if: other parameters over what was disclosed', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await startTestApp();
    await loadDemo(site.app);
  }, 240_000);
  afterAll(() => site.close());

  async function simulate(over: Partial<Definition> = {}): Promise<SimulationResult> {
    const database = site.app.get(Database);
    const asked = { name: 'Proef', definition: { ...IN_FORCE, ...over }, byName: 'T. Toezicht' };
    const id = await database.inTransaction(OVERSEER_SCOPE, (tx) =>
      site.app.get(AskSimulation).run(tx, asked),
    );
    await site.app.get(Worker).drainOnce();
    return database.inTransaction(OVERSEER_SCOPE, (tx) => readSimulation(tx, id));
  }

  const changesOf = ({ simulation }: SimulationResult): Promise<Found[]> =>
    site.test.ownerQuery<Found>(
      'select * from insight.simulation_change where simulation_id = $1 order by place',
      [simulation.id],
    );

  const counts = ({ totals }: SimulationResult): Record<string, readonly number[]> => {
    const of = (kind: string): readonly number[] => {
      const rows = totals.filter((one) => one.kind === kind);
      const add = (pick: (one: (typeof rows)[number]) => number): number =>
        rows.reduce((total, one) => total + pick(one), 0);
      return [
        add((one) => one.beforeCount),
        add((one) => one.afterCount),
        add((one) => one.newCount),
        add((one) => one.goneCount),
        add((one) => one.changedCount),
        add((one) => one.undecidedCount),
      ];
    };
    return { duty: of('duty'), finding: of('finding'), fine: of('fine') };
  };

  it('the parameters in force change nothing, and give what was found for real', async () => {
    const result = await simulate();
    expect(result.simulation).toMatchObject({ status: 'done', changes: 0 });
    expect(result.simulation.judged).toBe(result.simulation.donorYears);
    expect(result.simulation.judged).toBeGreaterThan(5);
    expect(await changesOf(result)).toEqual([]);
    const stored = await site.test.ownerQuery<{ tenantId: string; n: number }>(
      `select tenant_id as "tenantId", count(*)::int as n from core.finding
        where source = 'disclosed' and ended_at is null and donor_id is not null
          and severity <> 'undecided' and not starts_with(key, 'differ:')
        group by tenant_id order by tenant_id`,
    );
    const simulated = result.totals
      .filter(({ kind, beforeCount }) => kind === 'finding' && beforeCount > 0)
      .map(({ tenantId, beforeCount }) => ({ tenantId, n: beforeCount }));
    expect(simulated.toSorted((a, b) => (a.tenantId < b.tenantId ? -1 : 1))).toEqual(stored);
  });

  it('the parameters in force, written out as other values, change nothing either', async () => {
    const own = TRIED_PARAMETERS.flatMap((key) => {
      const value = parameterOf(key).values.at(-1)?.value;
      return typeof value === 'number' || typeof value === 'string' ? [{ key, value }] : [];
    });
    const result = await simulate({ own });
    expect(await changesOf(result)).toEqual([]);
    expect(counts(result)).toEqual(counts(await simulate()));
  });

  it('a lower threshold asks for more notices, and says that nobody had to make them then', async () => {
    const result = await simulate({ own: [{ key: 'substantial_gift', value: euro(1_000) }] });
    const { duty } = counts(result);
    expect(duty?.[1]).toBeGreaterThan(duty?.[0] ?? 0);
    const found = await changesOf(result);
    const fresh = found.filter(({ kind, change }) => kind === 'duty' && change === 'new');
    expect(fresh).toHaveLength(duty?.[2] ?? -1);
    const late = found.filter(({ kind, change }) => kind === 'finding' && change === 'new');
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((one) => one.not_asked_then)).toBe(true);
  });

  it('the Wpp draft invents nothing: what rested on a figure cannot be decided', async () => {
    const result = await simulate({ set: 'wpp_draft' });
    const found = await changesOf(result);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ change }) => change === 'new')).toEqual([]);
    const { duty } = counts(result);
    expect(duty).toEqual([duty?.[0], 0, 0, 0, 0, duty?.[0]]);
    for (const fine of found.filter(({ kind }) => kind === 'fine'))
      expect([fine.change, fine.cents_after]).toEqual(['undecided', null]);
  });

  it('another fine schedule changes the fines to the cent, and no duty and no finding', async () => {
    const dearer = {
      ...EXAMPLE_2026_1,
      version: 'proef-2',
      base: Object.fromEntries(
        Object.entries(EXAMPLE_2026_1.base).map(([rule, cents]) => [rule, euroCents(cents + 100)]),
      ) as typeof EXAMPLE_2026_1.base,
    };
    const result = await simulate({ schedule: dearer });
    const found = await changesOf(result);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) {
      expect([one.kind, one.change]).toEqual(['fine', 'changed']);
      expect(Number(one.cents_after)).toBeGreaterThan(Number(one.cents_before));
    }
    const totals = result.totals.filter(({ kind }) => kind === 'fine');
    const difference = totals.reduce(
      (sum, one) => sum + Number(one.afterCents) - Number(one.beforeCents),
      0,
    );
    expect(difference).toBe(
      found.reduce((sum, one) => sum + Number(one.cents_after) - Number(one.cents_before), 0),
    );
  });

  it('never writes a finding, proposal, duty, letter, deadline or case', async () => {
    const tables = await site.test.ownerQuery<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('core', 'register', 'identity')
           or (schemaname = 'platform' and tablename <> 'job')
           or (schemaname = 'insight' and tablename not like 'simulation%')
        order by 1`,
    );
    const state = async (): Promise<readonly string[]> => {
      const hashes: string[] = [];
      for (const { name } of tables) {
        const [row] = await site.test.ownerQuery<{ hash: string }>(
          `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from ${name} t`,
        );
        hashes.push(`${name} ${row?.hash ?? ''}`);
      }
      return hashes;
    };
    await site.app.get(Worker).drainOnce();
    const before = await state();
    expect(before.length).toBeGreaterThan(60);
    const result = await simulate({
      set: 'cap_apart',
      own: [
        { key: 'substantial_gift', value: euro(1_000) },
        { key: 'cap.money', value: euro(2_000) },
        { key: 'notice_days', value: 1 },
      ],
    });
    expect(result.simulation.changes).toBeGreaterThan(0);
    expect(await state()).toEqual(before);
  });

  it('goes with everything it found when it is thrown away; nobody else may ask for one', async () => {
    const { simulation } = await simulate({ own: [{ key: 'cap.money', value: euro(2_000) }] });
    const as = (actorRole: string, sql: string): Promise<unknown> =>
      site.app
        .get(Database)
        .inTransaction({ ...OVERSEER_SCOPE, actorRole }, (tx) => tx.query(sql, [simulation.id]))
        .then(
          (rows) => rows.length,
          (error: unknown) => (error as { code?: string }).code,
        );
    const away = 'delete from insight.simulation where id = $1 returning id';
    expect(await as('committee_member', away)).toBe(0);
    expect(
      await as(
        'committee_member',
        `insert into insight.simulation (id, name, definition, judged_on, asked_by_name)
         values ($1, 'x', '{}', '2025-01-01', 'x')`,
      ),
    ).toBe('42501');
    expect(await as('overseer', away)).toBe(1);
    expect(
      await site.test.ownerQuery(
        'select 1 from insight.simulation_change where simulation_id = $1',
        [simulation.id],
      ),
    ).toEqual([]);
  });
});
