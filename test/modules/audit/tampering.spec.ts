import { type BusyLog, openBusyLog, readDonors } from './busy-log';
import { type TestLog } from './audit-log';
import { CHANGES } from './changes';
import { columnsOf, flipped, randomFrom, TABLES } from './flips';

const SEED = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
const FLIPS_PER_COLUMN = 2;
const random = randomFrom(SEED);

let busy: BusyLog;
let log: TestLog;
beforeAll(async () => {
  busy = await openBusyLog();
  log = busy.log;
}, 60_000);
afterEach(() => busy.whole.putBack());
afterAll(() => log.close());

async function expectSeen(how: string): Promise<void> {
  const report = await log.verify();
  const what = `seed ${String(SEED)}: ${how}`;
  expect([what, report.intact]).toEqual([what, false]);
}

describe(`an intact log (seed ${String(SEED)})`, () => {
  test('is found intact, with all its lines, checkpoints, anchors and rows', async () => {
    const report = await log.verify();
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({
      intact: true,
      waiting: 0,
      checkpoints: busy.checkpoints,
      anchors: busy.checkpoints,
      rows: 72 + 18,
    });
  });
});

describe(`every changed byte is seen (seed ${String(SEED)})`, () => {
  test.each(TABLES)(
    'in each column of %s',
    async (table) => {
      const columns = (await columnsOf(log)).filter((column) => column.table === table);
      expect(columns.length).toBeGreaterThan(0);
      for (const column of columns) {
        for (let flip = 0; flip < FLIPS_PER_COLUMN; flip += 1) {
          const dice = random(1_000_000);
          if (table === 'audit.unsealed') await readDonors(log);
          const value = column.nullable && flip === 0 ? 'null' : flipped(column, dice);
          const changed = await log.tamper(
            `with one as (select ctid as place, tableoid as part from ${table}
              where (${value}) is distinct from ${column.column}
              order by md5(ctid::text || '${String(dice)}') limit 1)
           update ${table} t set ${column.column} = ${value} from one where t.ctid = one.place and t.tableoid = one.part`,
          );
          if (changed === 0 && value === 'null') continue;
          expect([column.column, changed]).toEqual([column.column, 1]);
          await expectSeen(`${table}.${column.column} = ${value}`);
          await busy.whole.putBack();
        }
      }
      expect(await log.verify()).toMatchObject({ intact: true });
    },
    120_000,
  );
});

describe('every deleted, swapped or inserted row is seen', () => {
  test.each(TABLES.filter((table) => table !== 'audit.unsealed'))(
    'any row deleted from %s',
    async (table) => {
      for (let round = 0; round < 5; round += 1) {
        const dice = String(random(1_000_000));
        const one = `select ctid from ${table} order by md5(ctid::text || '${dice}') limit 1`;
        const partition = table === 'audit.content' ? 'audit.content_2036' : table;
        const gone = await log.tamper(
          `delete from ${partition} where ctid = (${one.replace(table, partition)})`,
        );
        expect(gone).toBe(1);
        await expectSeen(`a row of ${table} deleted`);
        await busy.whole.putBack();
      }
    },
  );

  test.each(CHANGES)('%s', async (what, sql) => {
    if (what.includes('waiting')) await readDonors(log);
    expect((await log.verify()).problems).toEqual([]);
    await log.tamper(sql);
    await expectSeen(what);
  });
});

describe('a guard that is switched off is seen', () => {
  test.each([
    [
      'the trigger of a table disabled',
      'alter table core.ledger disable trigger "00_audit"',
      'alter table core.ledger enable trigger "00_audit"',
    ],
    [
      'the trigger for rows put in disabled',
      'alter table core.ledger disable trigger "00_audit_insert"',
      'alter table core.ledger enable trigger "00_audit_insert"',
    ],
    [
      'the trigger for rows put in made to fire for none',
      `drop trigger "00_audit_insert" on core.line;
       create trigger "00_audit_insert" after insert on core.line for each row when (false)
         execute function audit.log_row('core.line', '{ledger,line}', '{}')`,
      `drop trigger "00_audit_insert" on core.line;
       create trigger "00_audit_insert" after insert on core.line referencing new table as added
         for each statement execute function audit.log_rows('core.line', '{ledger,line}', '{}')`,
    ],
    [
      'the guard of the keys disabled',
      'alter table core.ledger disable trigger "00_audit_key"',
      'alter table core.ledger enable trigger "00_audit_key"',
    ],
    [
      'the guard of the log disabled',
      'alter table audit.event disable trigger guard',
      'alter table audit.event enable trigger guard',
    ],
    [
      'a table taken away',
      'alter table core.line rename to elsewhere',
      'alter table core.elsewhere rename to line',
    ],
  ])('%s', async (what, off, on) => {
    await log.tamper(off);
    await expectSeen(what);
    await log.tamper(on);
    expect(await log.verify()).toMatchObject({ intact: true });
  });
});
