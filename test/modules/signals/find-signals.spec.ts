import {
  findForDonors,
  readLookingFor,
} from '../../../src/modules/signals/application/find-signals';
import { openSignals } from '../../../src/modules/signals/public';
import {
  refreshStale,
  runSlice,
  startRun,
} from '../../../src/modules/signals/application/run-signals';
import { insertJudgement } from '../../../src/modules/signals/persistence/choice.store';
import {
  listSignals,
  rowsOf,
  SIGNAL_STATES,
  type StoredSignal,
} from '../../../src/modules/signals/persistence/signal.query';
import { type Transaction } from '../../../src/platform/database/transaction';
import { workerScope } from '../../../src/platform/jobs/public';
import { OVERSEER_SCOPE } from '../../support/a-party';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import { seedGifts, seedWorld } from '../../signals/seed';
import { World } from '../../signals/world';

const NOW = '2026-03-02T12:00:00+01:00';
const FIRST = '00000000-0000-0000-0000-000000000000';

describe('Signals stand while their facts do, and remember how they were judged', () => {
  let test: TestDatabase;
  let world: World;
  let party: string;

  beforeEach(async () => {
    test = await openTestDatabase();
    await test.setClock(NOW);
    world = new World();
    party = world.party('Polderpartij');
  });
  afterEach(() => test.close());

  const work = <T>(run: (tx: Transaction) => Promise<T>): Promise<T> =>
    test.database.inTransaction(workerScope('test'), run);
  const look = <T>(run: (tx: Transaction) => Promise<T>): Promise<T> =>
    test.database.inTransaction(OVERSEER_SCOPE, run);
  const refresh = async (): Promise<void> => {
    while (await work(refreshStale));
  };
  const all = (): Promise<StoredSignal[]> =>
    look((tx) =>
      listSignals(tx, {
        states: SIGNAL_STATES,
        code: null,
        partyId: null,
        donorId: null,
        after: null,
        limit: 100,
      }),
    );
  const one = async (): Promise<StoredSignal> => {
    const [signal, ...others] = await all();
    if (signal === undefined || others.length > 0) throw new Error('not one signal');
    return signal;
  };
  const judge = (signalId: string): Promise<string> =>
    look((tx) =>
      insertJudgement(tx, {
        signalId,
        verdict: 'innocent',
        reason: 'Betaald in delen, met de factuur erbij',
        caseId: null,
        judgedByName: 'O. Verzicht',
      }),
    );

  /** Two gifts just below EUR 10,000. */
  async function plant(): Promise<string> {
    const donor = world.donor();
    world.gift(donor, party, 950_000, '2025-03-01');
    world.gift(donor, party, 950_000, '2025-03-05');
    await seedWorld(test, world);
    await refresh();
    return donor;
  }

  it('a gift that changes makes only its donor and its party be looked at', async () => {
    const donor = await plant();
    expect(await one()).toMatchObject({ code: 'split_in_time', donorId: donor, state: 'open' });
    expect(await test.ownerQuery('select * from insight.signal_stale')).toEqual([]);
    await test.ownerQuery('update insight.gift set remark = $1 where donor_id = $2', ['x', donor]);
    const marked = await test.ownerQuery('select kind, id from insight.signal_stale order by kind');
    expect(marked).toEqual([
      { kind: 'donor', id: donor },
      { kind: 'party', id: party },
    ]);
  });

  it('when the facts go, it ends; when they are back, it stands again', async () => {
    const donor = await plant();
    await test.ownerQuery('update insight.gift set annulled = true where donor_id = $1', [donor]);
    await refresh();
    expect(await one()).toMatchObject({ state: 'ended' });
    await test.ownerQuery('update insight.gift set annulled = false where donor_id = $1', [donor]);
    await refresh();
    expect(await one()).toMatchObject({ state: 'open', endedAt: null });
  });

  it('judged, the same rows never show it again, not even after it ended in between', async () => {
    const donor = await plant();
    const { id } = await one();
    const judgement = await judge(id);
    expect(await one()).toMatchObject({ state: 'judged', newRows: 0 });
    await test.ownerQuery('update insight.gift set annulled = true where donor_id = $1', [donor]);
    await refresh();
    await test.ownerQuery('update insight.gift set annulled = false where donor_id = $1', [donor]);
    await refresh();
    expect(await one()).toMatchObject({ state: 'judged' });
    expect(await look((tx) => openSignals(tx))).toEqual([]);
    const rows = await test.ownerQuery<{ judged_in: string }>(
      'select distinct judged_in from insight.signal_row',
    );
    expect(rows).toEqual([{ judged_in: judgement }]);
  });

  it('a new row opens it again, and says which row is new', async () => {
    const donor = await plant();
    const { id } = await one();
    await judge(id);
    const third = world.gift(donor, party, 960_000, '2025-03-09');
    await seedGifts(test, world, [third]);
    await refresh();
    expect(await one()).toMatchObject({ id, state: 'reopened', newRows: 1 });
    const rows = await look((tx) => rowsOf(tx, id));
    expect(rows.filter(({ judged }) => !judged).map(({ giftKey }) => giftKey)).toEqual([third.key]);
    await judge(id);
    expect(await one()).toMatchObject({ state: 'judged', newRows: 0 });
  });

  it('donors that are tied together are looked at together, whichever of them changed', async () => {
    const ubos = [['J. Baas', 'Breda']] as const;
    const first = world.donor({ kind: 'legal_person', name: 'Een B.V.', ubos });
    const second = world.donor({ kind: 'legal_person', name: 'Twee B.V.', ubos });
    const owner = world.donor({ name: 'J. Baas', residence: 'Breda' });
    world.gift(first, party, 600_000, '2025-03-01');
    world.gift(second, party, 600_000, '2025-06-01');
    world.gift(owner, party, 600_000, '2025-09-01');
    await seedWorld(test, world);
    await test.ownerQuery('delete from insight.signal_stale where id <> $1', [second]);
    await refresh();
    const codes = (await all()).map(({ code }) => code).toSorted();
    expect(codes).toEqual(['one_owner_several_donors', 'owner_and_company']);
    await test.ownerQuery(`delete from insight.donor_trait where donor_id = $1 and kind = 'ubo'`, [
      first,
    ]);
    await refresh();
    const standing = (await all()).filter(({ state }) => state !== 'ended');
    expect(standing.map(({ code }) => code)).toEqual(['owner_and_company']);
  });

  it('a run over everybody finds the same as looking at each change', async () => {
    const ubos = [['J. Baas', 'Breda']] as const;
    for (let at = 0; at < 30; at += 1) {
      const name = `Onderneming ${String(at)} B.V.`;
      const donor = world.donor({ kind: 'legal_person', name, ...(at % 3 === 0 ? { ubos } : {}) });
      world.gift(donor, party, 900_000 + at, '2025-03-01');
      world.gift(donor, party, 900_000 + at, '2025-03-10');
    }
    await plant();
    const stored = (): Promise<unknown[]> =>
      test.ownerQuery(
        `select s.code, s.scope, s.subject, s.state, array_agg(r.key order by r.key) as rows
           from insight.signal s join insight.signal_row r on r.signal_id = s.id
          where r.gone_at is null group by s.id order by 1, 2, 3`,
      );
    const before = await stored();
    expect(before.length).toBeGreaterThan(30);
    await work(async (tx) => {
      const run = await startRun(tx, 'asked');
      expect(await runSlice(tx, run, FIRST)).toBeNull();
    });
    expect(await stored()).toEqual(before);
    await test.ownerQuery('delete from insight.signal_row; delete from insight.signal');
    await work(async (tx) => {
      const run = await startRun(tx, 'asked');
      await runSlice(tx, run, FIRST);
    });
    expect(await stored()).toEqual(before);
  });

  it('looking twice changes nothing', async () => {
    const donor = await plant();
    const before = await test.ownerQuery('select xmin, * from insight.signal_row order by key');
    await work(async (tx) => findForDonors(tx, [donor], await readLookingFor(tx)));
    expect(await test.ownerQuery('select xmin, * from insight.signal_row order by key')).toEqual(
      before,
    );
  });

  it('a party sees nothing of it', async () => {
    await plant();
    for (const table of ['signal', 'signal_row', 'signal_judgement', 'signal_setting'])
      for (const role of ['app', 'public', 'identity'] as const)
        await expect(
          test.database.inTransaction({ ...OVERSEER_SCOPE, role }, (tx) =>
            tx.query(`select * from insight.${table}`),
          ),
        ).rejects.toThrow('permission denied');
  });
});
