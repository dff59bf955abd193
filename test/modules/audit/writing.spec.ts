import { recordEvent, recordRead } from '../../../src/modules/audit/public';
import { DATABASE_ROLES } from '../../../src/platform/database/roles';
import { type Transaction } from '../../../src/platform/database/transaction';
import { openTestLog, scopeOf, type TestLog } from './audit-log';

const TENANT = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ROW = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

interface Line {
  readonly tenant_id: string | null;
  readonly actor: string;
  readonly actor_role: string;
  readonly request_id: string;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly retention_year: number;
  readonly content: string;
}

let log: TestLog;
let from = '0';
beforeAll(async () => {
  log = await openTestLog();
});
beforeEach(async () => {
  const [row] = await log.test.ownerQuery<{ seq: string }>(
    'select max(seq) as seq from audit.event',
  );
  from = row?.seq ?? '0';
});
afterAll(() => log.close());

function lines(): Promise<Line[]> {
  return log.test.ownerQuery<Line>(
    `select e.*, c.content from audit.event e join audit.content c using (retention_year, seq)
      where e.seq > $1 order by e.seq`,
    [from],
  );
}

function change(sql: string, parameters: readonly unknown[] = []): Promise<unknown[]> {
  return log.test.database.inTransaction(scopeOf('treasurer-1'), (tx) => tx.query(sql, parameters));
}

describe('every change leaves a line', () => {
  test('with who did it, in which request, on which row, and the row as it became', async () => {
    await change(
      'insert into core.ledger (tenant_id, id, amount_cents, note) values ($1, $2, 100, $3)',
      [TENANT, ROW, 'één'],
    );
    await change('update core.ledger set amount_cents = 101');
    await change('delete from core.ledger');
    const found = await lines();
    expect(found.map((line) => line.action)).toEqual(['insert', 'update', 'delete']);
    expect(found.map((line) => JSON.parse(line.content) as unknown)).toEqual(
      [100, 101, 101].map(
        (cents) => expect.objectContaining({ amount_cents: cents, note: 'één' }) as unknown,
      ),
    );
    for (const line of found) {
      expect(line).toMatchObject({
        tenant_id: TENANT,
        actor: 'treasurer-1',
        actor_role: 'treasurer',
        request_id: 'req-1',
        entity: 'core.ledger',
        entity_id: ROW,
      });
    }
  });

  test('also when it is made by hand, past the application', async () => {
    await log.test.ownerQuery(`begin; set local app.actor = 'administrator';
      insert into core.ledger (tenant_id, amount_cents) values ('${TENANT}', 5); commit`);
    expect(await lines()).toMatchObject([{ action: 'insert', actor: 'administrator' }]);
  });

  test('and none when the transaction does not commit', async () => {
    const failing = log.test.database.inTransaction(scopeOf('treasurer-1'), async (tx) => {
      await tx.query('insert into core.ledger (tenant_id, amount_cents) values ($1, 1)', [TENANT]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await lines()).toEqual([]);
  });

  test('with a key of several columns, and values whose text depends on settings', async () => {
    await log.test.ownerQuery(`begin; set local app.actor = 'a'; set local timezone = 'Asia/Tokyo';
      set local intervalstyle = 'iso_8601'; insert into core.line values (1, 2, '{"b": 1.0}', '36 hours');
      insert into core.ledger (tenant_id, amount_cents, noted_at) values ('${TENANT}', 1, '2026-01-01T00:00:00Z');
      commit`);
    const [line, ledger] = await lines();
    expect(line).toMatchObject({ entity_id: '[1, 2]' });
    expect(line?.content).toBe(
      '{"line": 2, "span": "36:00:00", "ledger": 1, "details": {"b": 1.0}}',
    );
    expect(ledger?.content).toContain('"noted_at": "2026-01-01T00:00:00+00:00"');
  });

  test('without the secrets of the row', async () => {
    await change(
      `insert into core.ledger (tenant_id, amount_cents, secret) values ($1, 1, 'hunter2')`,
      [TENANT],
    );
    const [line] = await lines();
    expect(line?.content).not.toContain('hunter2');
    expect(line?.content).toContain(
      'f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7',
    );
  });

  test('kept ten years after the year of receipt (decision D17), or of the line', async () => {
    await change(
      `insert into core.ledger (tenant_id, amount_cents, received_on) values ($1, 1, '2024-12-31')`,
      [TENANT],
    );
    await change(`insert into core.ledger (tenant_id, amount_cents) values ($1, 1)`, [TENANT]);
    const [year] = await log.test.ownerQuery<{ now: number }>(
      `select extract(year from now() at time zone 'Europe/Amsterdam')::int as now`,
    );
    expect((await lines()).map((line) => line.retention_year)).toEqual([
      2034,
      (year?.now ?? 0) + 10,
    ]);
  });
});

describe('refused is', () => {
  test('a change in nobody’s name', async () => {
    await expect(
      log.test.ownerQuery('insert into core.ledger (tenant_id, amount_cents) values ($1, 1)', [
        TENANT,
      ]),
    ).rejects.toThrow('no audit line without an actor');
  });

  test('a changed key and an emptied table', async () => {
    await change('insert into core.ledger (tenant_id, amount_cents) values ($1, 1)', [TENANT]);
    await expect(change('update core.ledger set id = gen_random_uuid()')).rejects.toThrow(
      'only ever added to',
    );
    await expect(log.test.ownerQuery('truncate core.ledger')).rejects.toThrow('only ever added to');
  });

  test.each([
    ['event', 'actor'],
    ['content', 'salt'],
    ['content_2036', 'salt'],
    ['log', 'seq'],
    ['checkpoint', 'note'],
    ['unsealed', 'seq'],
  ])('any change of audit.%s, even to its owner', async (table, column) => {
    await log.test.ownerQuery('set role partijgiften_owner');
    for (const sql of [
      `update audit.${table} set ${column} = ${column}`,
      `truncate audit.${table}`,
    ]) {
      await expect(log.test.ownerQuery(sql)).rejects.toThrow('is refused');
    }
    const erased = log.test.ownerQuery(`delete from audit.${table}`);
    await expect(erased).rejects.toThrow(/is refused|only when it is sealed/);
    await log.test.ownerQuery('reset role');
  });

  test.each(['insert', 'update', 'delete', 'restate', 'attach', 'detach', 'erase', 'DROP', ''])(
    'the action "%s" by hand: only the triggers write it',
    async (action) => {
      const made = log.test.database.inTransaction(scopeOf('a'), (tx) =>
        recordEvent(tx, { action, entity: 'core.ledger', entityId: ROW }),
      );
      await expect(made).rejects.toThrow('cannot be recorded by hand');
    },
  );

  test('erasing content before its year is over', async () => {
    await expect(
      log.test.ownerQuery(`set app.actor = 'a'; select audit.erase_year(2036)`),
    ).rejects.toThrow('cannot be erased yet');
    await log.test.ownerQuery('reset app.actor');
  });
});

describe('the roles of the application', () => {
  test.each(DATABASE_ROLES)('%s may record and sees nothing of the log', async (role) => {
    const as = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      log.test.database.inTransaction({ ...scopeOf('someone'), role, tenantId: TENANT }, work);
    await as((tx) =>
      recordRead(tx, { entity: 'core.donor', entityId: ROW, purpose: 'donor page' }),
    );
    expect(await lines()).toMatchObject([
      {
        action: 'read',
        entity: 'core.donor',
        entity_id: ROW,
        tenant_id: TENANT,
        content: '{"purpose": "donor page"}',
      },
    ]);
    const forbidden = [
      'select * from audit.event',
      'select * from audit.content',
      'insert into audit.log values (1, 1, $1)',
      'delete from audit.unsealed',
      `select audit.attach('core.ledger')`,
      `select audit.write('insert', null, 'core.ledger', 'x', 2036, '{}')`,
      'select audit.erase_year(2025)',
    ];
    for (const sql of forbidden) {
      const tried = as((tx) => tx.query(sql, sql.includes('$1') ? [Buffer.alloc(32)] : []));
      await expect(tried).rejects.toThrow('permission denied');
    }
    if (role !== 'worker') {
      await expect(as((tx) => tx.query('select * from audit.log'))).rejects.toThrow(
        'permission denied',
      );
    }
  });
});

describe('what happens later', () => {
  test('a new column is in the log after the migration restates its table', async () => {
    await change('insert into core.ledger (tenant_id, amount_cents) values ($1, 1)', [TENANT]);
    await log.test.ownerQuery('alter table core.ledger add column extra int default 3');
    await log.sealAll();
    expect((await log.verify()).problems[0]?.place).toContain('core.ledger');
    await log.test.ownerQuery(`select audit.restate('core.ledger')`);
    await log.sealAll();
    expect(await log.verify()).toMatchObject({ intact: true, problems: [] });
  });

  test('a year of content is erased for real, and the log stays whole', async () => {
    await change(
      `insert into core.ledger (tenant_id, amount_cents, received_on) values ($1, 1, '2014-05-01')`,
      [TENANT],
    );
    await change(`delete from core.ledger where received_on = '2014-05-01'`);
    await log.test.ownerQuery(
      `begin; set local app.actor = 'a'; select audit.erase_year(2024); commit`,
    );
    await log.sealAll();
    expect(await log.verify()).toMatchObject({ intact: true, erasedYears: ['2024'] });
    const [left] = await log.test.ownerQuery<{ is: string | null }>(
      `select to_regclass('audit.content_2024') as is`,
    );
    expect(left?.is).toBeNull();
  });
});
