import { openTestDatabase, type TestDatabase } from '../support/database';
import { type Scope } from '../../src/platform/database/transaction';

const worker: Scope = {
  role: 'worker',
  tenantId: null,
  actorId: 'system',
  actorRole: 'system',
  requestId: 'test',
};

describe('a transaction', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it('runs under the database role of its scope, with the tenant and the actor of its scope', async () => {
    const tenantId = '0b5c2f0e-6f0a-4c55-9b38-0d4a3f1d2c11';
    const seen = await test.database.inTransaction({ ...worker, role: 'app', tenantId }, (tx) =>
      tx.query<Record<string, string>>(
        'select current_user as role, platform.tenant() as tenant, platform.actor() as actor',
      ),
    );
    expect(seen).toEqual([{ role: 'partijgiften_app', tenant: tenantId, actor: 'system' }]);
  });

  it('takes its day from the clock of the database, in Dutch time', async () => {
    await test.setClock('2025-04-24T22:30:00Z');
    const [today, now] = await test.database.inTransaction(worker, (tx) =>
      Promise.resolve([tx.today, tx.now]),
    );
    expect(today).toBe('2025-04-25');
    expect(now).toMatch(/^2025-04-24T22:3/);
    await test.setClock(null);
  });

  it('has a statement planned once on a connection, and gives the right rows each time', async () => {
    const doubled = 'select $1::int * 2 as n';
    const seen = await test.database.inTransaction(worker, async (tx) => {
      const [first] = await tx.query<{ n: number }>(doubled, [4]);
      const [second] = await tx.query<{ n: number }>(doubled, [5]);
      const plans = await tx.query<{ runs: string }>(
        `select generic_plans + custom_plans as runs from pg_prepared_statements
          where statement = $1`,
        [doubled],
      );
      return [first?.n, second?.n, plans];
    });
    expect(seen).toEqual([8, 10, [{ runs: '2' }]]);
  });

  it('leaves nothing behind when the work fails', async () => {
    await test.ownerQuery('create table platform.probe (n int)');
    await test.ownerQuery('grant select, insert on platform.probe to partijgiften_worker');
    const work = test.database.inTransaction(worker, async (tx) => {
      await tx.query('insert into platform.probe values (1)');
      throw new Error('half-way');
    });
    await expect(work).rejects.toThrow('half-way');
    expect(await test.ownerQuery('select * from platform.probe')).toEqual([]);
  });
});
