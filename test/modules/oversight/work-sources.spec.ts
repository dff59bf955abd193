import { OpenCase } from '../../../src/modules/enforcement/public';
import { RefreshWork } from '../../../src/modules/oversight/application/refresh-work';
import { Database } from '../../../src/platform/database/database';
import { workerScope } from '../../../src/platform/jobs/public';
import { Worker } from '../../../src/platform/worker/public';
import { aDonor, aGift } from '../../support/a-gift';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly href: string;
  readonly ended: boolean;
}

describe('What waits follows the facts', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());

  const refresh = (): Promise<boolean> => site.app.get(RefreshWork).run('test');
  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();
  const rowsOf = (tenantId: string): Promise<Row[]> =>
    site.test.ownerQuery<Row>(
      `select id, kind, href, ended_at is not null as ended from insight.work_item
        where tenant_id = $1 and kind not in ('missing', 'release', 'patterns')
        order by opened_at, kind, id`,
      [tenantId],
    );
  const open = async (tenantId: string): Promise<readonly string[]> =>
    (await rowsOf(tenantId)).filter(({ ended }) => !ended).map(({ kind }) => kind);

  it('one matter is one row: a passed term is a proposal, and then the case that was made of it', async () => {
    await site.setClock('2025-04-16T12:00:00+02:00');
    const group = await aParty(site.app, 'Partij Een Zaak');
    const donorId = await aDonor(site.app, group.tenantId);
    await aGift(site.app, {
      tenantId: group.tenantId,
      donorId,
      recipientId: group.party,
      receivedOn: '2025-04-16',
      euros: 12_000,
    });
    await refresh();
    // D7: what only the ledger knows is no work of the overseer.
    expect(await open(group.tenantId)).toEqual([]);

    await site.setClock('2025-04-24T00:30:00+02:00');
    await work();
    await refresh();
    expect(await open(group.tenantId)).toEqual(['proposals']);
    const [proposal] = await rowsOf(group.tenantId);

    await site.app.get(Database).inTransaction(OVERSEER_SCOPE, (tx) =>
      site.app.get(OpenCase).run(tx, {
        from: 'proposal',
        proposalId: proposal?.href.split('/').at(-1) ?? '',
        actorName: 'T. Toezicht',
      }),
    );
    await refresh();
    expect(await open(group.tenantId)).toEqual(['cases']);
    expect((await rowsOf(group.tenantId)).find(({ id }) => id === proposal?.id)?.ended).toBe(true);
  });

  it('with nothing changed there is nothing to do, and a mark is read once', async () => {
    await refresh();
    expect(await refresh()).toBe(false);
    await aParty(site.app, 'Partij Die Erbij Komt');
    await work();
    expect(await refresh()).toBe(true);
    expect(await refresh()).toBe(false);
    const marks = await site.test.ownerQuery('select from insight.work_change');
    expect(marks).toEqual([]);
  });

  it('who has it keeps it when the facts change, and the version says that they did', async () => {
    const [before] = await site.test.ownerQuery<{ id: string; version: number }>(
      `update insight.work_item set assigned_to = 'somebody', assigned_name = 'S. Somebody'
        where kind = 'cases' and ended_at is null returning id, version`,
    );
    await site.app.get(Database).inTransaction(workerScope('test'), (tx) =>
      tx.query(
        `insert into core.case_signal (tenant_id, case_id, kind, term, last_day)
         select tenant_id, id, 'passed', 'information', '2025-04-23' from core.enforcement_case`,
      ),
    );
    await refresh();
    const [after] = await site.test.ownerQuery<object>(
      `select assigned_name, version, due_on::text, why_nl from insight.work_item where id = $1`,
      [before?.id],
    );
    expect(after).toEqual({
      assigned_name: 'S. Somebody',
      version: (before?.version ?? 0) + 1,
      due_on: '2025-04-23',
      why_nl: 'Signaal. Termijn: Antwoord op vragen.',
    });
  });

  it('a kind that cannot be read keeps its rows, is told as such, and hides none of the others', async () => {
    const kinds = (): Promise<{ kind: string; n: number }[]> =>
      site.test.ownerQuery(
        `select kind, count(*)::int as n from insight.work_item where ended_at is null
          group by kind order by kind`,
      );
    await refresh();
    const before = await kinds();
    await site.test.ownerQuery('revoke select on core.fine_proposal from partijgiften_staff');
    await site.setClock('2025-04-25T09:00:00+02:00');
    await refresh();
    expect((await kinds()).find(({ kind }) => kind === 'machine')?.n).toBe(2);
    expect((await kinds()).filter(({ kind }) => kind !== 'machine')).toEqual(
      before.filter(({ kind }) => kind !== 'machine'),
    );
    await site.test.ownerQuery('grant select on core.fine_proposal to partijgiften_staff');
    await refresh();
    expect((await kinds()).find(({ kind }) => kind === 'machine')).toEqual(
      before.find(({ kind }) => kind === 'machine'),
    );
  });

  it('two who look at once see the same, and nothing stands there twice', async () => {
    await aParty(site.app, 'Partij Tegelijk');
    await work();
    await Promise.all(Array.from({ length: 6 }, refresh));
    const twice = await site.test.ownerQuery(
      'select kind, ref from insight.work_item group by 1, 2 having count(*) > 1',
    );
    expect(twice).toEqual([]);
  });
});
