import { openTestLog, scopeOf, type TestLog } from './audit-log';

const TENANT = '0f8fad5b-d9cb-469f-a165-70867728950e';

interface Line {
  readonly seq: string;
  readonly tenant_id: string | null;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly retention_year: number;
  readonly salt: string;
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
/** Whatever way the rows went: the log tells of each row as it stands, and nothing else. */
afterEach(async () => {
  await log.sealAll();
  expect((await log.verify()).problems).toEqual([]);
});
afterAll(() => log.close());

function lines(): Promise<Line[]> {
  return log.test.ownerQuery<Line>(
    `select e.*, encode(c.salt, 'hex') as salt, c.content
       from audit.event e join audit.content c using (retention_year, seq)
      where e.seq > $1 order by e.seq`,
    [from],
  );
}

function change<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  return log.test.database.inTransaction(scopeOf('treasurer-1'), (tx) =>
    tx.query<Row>(sql, parameters),
  );
}

function asAdministrator(sql: string): Promise<unknown[]> {
  return log.test.ownerQuery(`begin; set local app.actor = 'administrator'; ${sql}; commit`);
}

const brief = (found: readonly Line[]): string[] =>
  found.map(({ action, entity_id }) => `${action} ${entity_id}`);

const contents = (found: readonly Line[]): Record<string, unknown>[] =>
  found.map(({ content }) => JSON.parse(content) as Record<string, unknown>);

describe('rows that go in with one statement each leave a line', () => {
  test('one each, in the order in which they went in, with the row as it became', async () => {
    const rows = await change<{ id: string }>(
      `insert into core.ledger (tenant_id, amount_cents, note, received_on)
         select $1, n, 'één ' || n, date '2020-03-01' + make_interval(years => n % 3)
           from generate_series(200, 1, -1) n returning id`,
      [TENANT],
    );
    const found = await lines();
    expect(brief(found)).toEqual(rows.map(({ id }) => `insert ${id}`));
    expect(contents(found).map(({ amount_cents, note }) => [amount_cents, note])).toEqual(
      Array.from({ length: 200 }, (_, n) => [200 - n, `één ${String(200 - n)}`]),
    );
    expect(new Set(found.map(({ salt }) => salt)).size).toBe(200);
    for (const [at, line] of found.entries())
      expect(line).toMatchObject({
        ...{ tenant_id: TENANT, actor: 'treasurer-1', entity: 'core.ledger' },
        ...{ actor_role: 'treasurer', request_id: 'req-1' },
        retention_year: 2030 + ((200 - at) % 3),
      });
  });

  test('the same text as a row that goes in alone, whatever the settings', async () => {
    const row = (n: number): string => `(9, ${String(n)}, '{"b": 1.0, "a": []}', '36 hours')`;
    await asAdministrator(`set local intervalstyle = 'iso_8601'; set local timezone = 'Asia/Tokyo';
      insert into core.line values ${row(1)}; insert into core.line values ${row(2)}, ${row(3)}`);
    const found = await lines();
    expect(brief(found)).toEqual(['insert [9, 1]', 'insert [9, 2]', 'insert [9, 3]']);
    const [alone, ...together] = found.map(({ content }) =>
      content.replace(/"line": \d/, '"line": n'),
    );
    expect(together).toEqual([alone, alone]);
  });

  test('without the secrets of the rows', async () => {
    await change(
      `insert into core.ledger (tenant_id, amount_cents, secret)
         values ($1, 1, 'hunter2'), ($1, 2, null), ($1, 3, 'hunter3')`,
      [TENANT],
    );
    const found = await lines();
    expect(JSON.stringify(found)).not.toContain('hunter');
    expect(contents(found).map(({ secret }) => secret)).toEqual([
      'f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7',
      null,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  test('with a column that was added since the last statement', async () => {
    const two = `insert into core.ledger (tenant_id, amount_cents) values ($1, 1), ($1, 2)`;
    await log.test.ownerQuery(`set app.actor = 'administrator'`);
    await log.test.ownerQuery(two, [TENANT]);
    await log.test.ownerQuery(`alter table core.ledger add column later int default 7`);
    await log.test.ownerQuery(two, [TENANT]);
    await log.test.ownerQuery(`select audit.restate('core.ledger'); reset app.actor`);
    const inserted = contents((await lines()).filter(({ action }) => action === 'insert'));
    expect(inserted.map(({ later }) => later)).toEqual([undefined, undefined, 7, 7]);
  });
});

describe('no way of putting rows in goes past it', () => {
  test('one statement that adds rows and changes others: a line for each, as it became', async () => {
    await change(`insert into core.line values (1, 1, '"old"'), (1, 2, '"old"')`);
    await change(
      `insert into core.line select 1, n, '"new"' from generate_series(1, 4) n
         on conflict (ledger, line) do update set details = excluded.details
           where line.line <> 2`,
    );
    const found = (await lines()).slice(2);
    expect(brief(found).sort()).toEqual(['insert [1, 3]', 'insert [1, 4]', 'update [1, 1]']);
    expect(contents(found).map(({ details }) => details)).toEqual(['new', 'new', 'new']);
  });

  test('a merge that adds, changes and removes', async () => {
    await change(`insert into core.line values (2, 1, '1'), (2, 2, '1')`);
    await change(
      `merge into core.line l using generate_series(1, 4) n on l.ledger = 2 and l.line = n
         when matched and n = 1 then delete
         when matched then update set details = '2'
         when not matched then insert values (2, n, '3')`,
    );
    expect(brief((await lines()).slice(2)).sort()).toEqual([
      ...['delete [2, 1]', 'insert [2, 3]', 'insert [2, 4]', 'update [2, 2]'],
    ]);
  });

  test('a copy from a file', async () => {
    await asAdministrator(
      `copy core.line (ledger, line) from program 'printf "3\\t1\\n3\\t2\\n3\\t3\\n"'`,
    );
    expect(brief(await lines())).toEqual(['insert [3, 1]', 'insert [3, 2]', 'insert [3, 3]']);
  });

  test('several parts of one statement, also of two tables', async () => {
    await change(
      `with a as (insert into core.line values (4, 1), (4, 2)),
            b as (insert into core.ledger (tenant_id, amount_cents) values ($1, 1), ($1, 2)),
            c as (insert into core.line values (4, 3))
       insert into core.line values (4, 4)`,
      [TENANT],
    );
    const found = await lines();
    expect(found.filter(({ entity }) => entity === 'core.ledger')).toHaveLength(2);
    expect(brief(found.filter(({ entity }) => entity === 'core.line')).sort()).toEqual([
      ...['insert [4, 1]', 'insert [4, 2]', 'insert [4, 3]', 'insert [4, 4]'],
    ]);
  });

  test('rows taken away and put back by one statement: the newest line is of the row that is there', async () => {
    await change(`insert into core.line values (5, 1, '"first"'), (5, 2, '"first"')`);
    await change(
      `with gone as (delete from core.line where ledger = 5 returning *)
       insert into core.line select ledger, line, '"second"' from gone`,
    );
    expect(brief((await lines()).slice(2))).toEqual([
      ...['delete [5, 1]', 'delete [5, 2]', 'insert [5, 1]', 'insert [5, 2]'],
    ]);
  });

  test('a table in parts, by its own name and by that of a part', async () => {
    await log.test.ownerQuery(`
      create table core.parted (id int, part int, primary key (id, part)) partition by list (part);
      create table core.parted_1 partition of core.parted for values in (1);
      select audit.attach('core.parted', key => '{id,part}')`);
    await asAdministrator(`insert into core.parted select n, 1 from generate_series(1, 3) n`);
    await asAdministrator(`insert into core.parted_1 values (4, 1), (5, 1)`);
    const inserted = (await lines()).filter(({ action }) => action === 'insert');
    expect(brief(inserted)).toEqual([1, 2, 3, 4, 5].map((id) => `insert [${String(id)}, 1]`));
    await log.test.ownerQuery(`select audit.detach('core.parted'); drop table core.parted`);
  });
});

describe('all of it or nothing', () => {
  const total = (): Promise<unknown[]> =>
    log.test.ownerQuery(
      `select (select count(*) from audit.event) as events, (select count(*) from core.line) as rows,
              (select count(*) from audit.content) as contents`,
    );

  test.each([
    ['a row that is there already', `insert into core.line values (6, 2), (6, 1), (6, 1)`, 'pkey'],
    [
      'a row whose line cannot be written',
      `insert into core.ledger (tenant_id, amount_cents, received_on)
         values (gen_random_uuid(), 1, '2020-01-01'), (gen_random_uuid(), 2, 'infinity')`,
      'invalid input syntax',
    ],
  ])('%s among many: no row and no line', async (_what, sql, message) => {
    const before = await total();
    await expect(change(sql)).rejects.toThrow(message);
    expect(await total()).toEqual(before);
  });

  test('rows put in in nobody’s name are refused; a statement that puts in none needs no name', async () => {
    const some = (count: number): string =>
      `insert into core.line select 7, n from generate_series(1, ${String(count)}) n`;
    const before = await total();
    for (const count of [1, 2, 50])
      await expect(log.test.ownerQuery(some(count))).rejects.toThrow(
        'no audit line without an actor',
      );
    await log.test.ownerQuery(some(0));
    expect(await total()).toEqual(before);
  });
});
