import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordEvent } from '../../../src/modules/audit/public';
import { type Ended, startProgram, temporaryFolder, unusedPort } from '../../support/program';
import { openTestLog, scopeOf, type TestLog } from './audit-log';

const VERIFY = 'src/commands/audit-verify.ts';

describe('npm run audit:verify on a database of one’s own', () => {
  let log: TestLog;
  let folder: string;
  beforeAll(async () => {
    log = await openTestLog();
    folder = log.stateFolder;
  });
  afterAll(() => log.close());

  function verify(): Promise<Ended> {
    const settings = { DATABASE_URL: log.test.url, SECRET_KEY: log.test.secret, STATE_DIR: folder };
    return startProgram(VERIFY, settings).ended;
  }

  test('says that the log is intact, with what was compared, and ends with 0', async () => {
    await log.test.database.inTransaction(scopeOf('a'), async (tx) => {
      await recordEvent(tx, { action: 'sign-in', entity: 'identity.account', entityId: 'x' });
      await tx.query(
        'insert into core.ledger (tenant_id, amount_cents) values (gen_random_uuid(), 1)',
      );
    });
    await log.sealAll();
    const { code, out } = await verify();
    expect(out).toContain('The audit log is intact: nothing was changed, removed or put in.');
    expect(out).toMatch(/^\d+ lines, (\d+) checkpoints, \1 anchors; 1 rows in 2 tables/m);
    expect(code).toBe(0);
  });

  test('names the first bad place and ends with 1', async () => {
    await log.tamper(`update audit.event set actor = 'b' where action = 'sign-in'`);
    await log.tamper('update core.ledger set amount_cents = 2');
    const { code, out } = await verify();
    expect(out).toMatch(
      /^The audit log is NOT intact\. First bad place: line \d+ of the log \(event \d+: sign-in of identity\.account x\)/,
    );
    expect(out).toContain('- core.ledger ');
    expect(code).toBe(1);
    await log.tamper(`update audit.event set actor = 'a' where action = 'sign-in'`);
    await log.tamper('update core.ledger set amount_cents = 1');
    expect((await verify()).code).toBe(0);
  });

  test('says so when the anchors are gone', async () => {
    rmSync(join(log.folder.anchors.path, '..'), { recursive: true });
    const { code, out } = await verify();
    expect(out).toContain('The audit log is NOT intact.');
    expect(code).toBe(1);
  });

  test('gives one line when there is no log in the database', async () => {
    const address = new URL(log.test.url);
    address.pathname = '/postgres';
    const settings = {
      DATABASE_URL: address.toString(),
      SECRET_KEY: log.test.secret,
      STATE_DIR: folder,
    };
    const { code, err } = await startProgram(VERIFY, settings).ended;
    expect(err).toMatch(
      /^Cannot start\. There is no audit log to check in this database \([^\n]*\)[^\n]*\n$/,
    );
    expect(code).toBe(1);
  });
});

describe('npm run audit:verify beside npm start', () => {
  test('works while it runs and when it does not', async () => {
    const folder = temporaryFolder();
    const before = await startProgram(VERIFY, { STATE_DIR: folder }).ended;
    expect(before).toMatchObject({
      code: 1,
      err: expect.stringContaining('Run "npm start" first') as unknown,
    });

    const port = String(await unusedPort());
    const program = startProgram('src/main.ts', { STATE_DIR: folder, PORT: port, DEMO: 'off' });
    await program.ready;
    const during = await startProgram(VERIFY, { STATE_DIR: folder }).ended;
    expect(during).toMatchObject({ code: 0, out: expect.stringContaining('is intact') as unknown });
    program.child.kill('SIGTERM');
    await program.ended;
    const after = await startProgram(VERIFY, { STATE_DIR: folder }).ended;
    expect(after).toMatchObject({
      code: 0,
      out: expect.stringContaining(' 0 lines wait') as unknown,
    });
    rmSync(folder, { recursive: true });
  }, 120_000);
});
