import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  AuditFolder,
  LogDiverged,
  proveInclusion,
  recordEvent,
  SealAudit,
} from '../../../src/modules/audit/public';
import { Sealing } from '../../../src/modules/audit/jobs/sealing';
import { rootFromPath } from '../../../src/modules/audit/application/tree/inclusion';
import {
  openCheckpoint,
  readVerifierKey,
} from '../../../src/modules/audit/application/tree/signed-note';
import { type Transaction } from '../../../src/platform/database/transaction';
import { temporaryFolder } from '../../support/program';
import { openTestLog, scopeOf, type TestLog } from './audit-log';

const WORKER = { ...scopeOf('system'), role: 'worker' } as const;
const BOOK = `insert into core.ledger (tenant_id, amount_cents, note)
  select gen_random_uuid(), n, $2 from generate_series(1, $1) n`;

let log: TestLog;
beforeEach(async () => {
  log = await openTestLog();
});
afterEach(() => log.close());

function book(rows: number, note: string): Promise<unknown[]> {
  return log.test.database.inTransaction(scopeOf('treasurer'), (tx) =>
    tx.query(BOOK, [rows, note]),
  );
}

async function one<T>(sql: string, parameters: readonly unknown[] = []): Promise<T> {
  const [row] = await log.test.ownerQuery<{ is: T }>(sql, parameters);
  if (row === undefined) throw new Error('no row');
  return row.is;
}

type Ending = 'commit' | 'rollback';

/** A transaction that has written, and only commits or rolls back when told to. */
async function openTransaction(): Promise<(ending: Ending) => Promise<void>> {
  let decide: (ending: Ending) => void = () => undefined;
  const decision = new Promise<Ending>((resolve) => (decide = resolve));
  let written: () => void = () => undefined;
  const hasWritten = new Promise<void>((resolve) => (written = resolve));
  const done = log.test.database.inTransaction(scopeOf('slow'), async (tx: Transaction) => {
    await tx.query(BOOK, [3, 'slow']);
    written();
    if ((await decision) === 'rollback') throw new Error('rolled back');
  });
  await hasWritten;
  return async (ending) => {
    decide(ending);
    if (ending === 'rollback') await expect(done).rejects.toThrow('rolled back');
    else await done;
  };
}

/** Four writers at once, while a sealer runs: 4 x 12 rounds of quick transactions beside a slow one. */
async function writeAndSeal(): Promise<void> {
  const written = new AbortController();
  const sealer = (async () => {
    while (!written.signal.aborted) await log.seal.run();
  })();
  const writer = async (name: string): Promise<void> => {
    for (let round = 0; round < 12; round += 1) {
      const endSlow = await openTransaction();
      for (let quick = 0; quick < 5; quick += 1) await book(12, name);
      await endSlow(round % 3 === 0 ? 'rollback' : 'commit');
    }
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(writer));
  written.abort();
  await sealer;
  await log.sealAll();
}

test('several thousand lines of concurrent, slow and failing transactions are all sealed, once', async () => {
  // What makes this a test: lines of slow transactions come in behind lines with a higher number.
  // On a busy server all may wait for another database's transaction; then it is done once more.
  const late = `select count(*) as is from (select seq < max(seq) over (order by leaf_index) as late from audit.log) l where late`;
  let times = 0;
  while (times < 8 && (times === 0 || Number(await one<string>(late)) === 0)) {
    await writeAndSeal();
    times += 1;
  }
  const report = await log.verify();
  expect(report.problems).toEqual([]);
  const rows = times * (4 * 12 * 60 + 4 * 8 * 3);
  expect(report).toMatchObject({ intact: true, waiting: 0, rows });
  expect(report.lines).toBe(Number(await one<string>('select count(*) as is from audit.event')));
  expect(report.checkpoints).toBe(report.anchors);
  expect(Number(await one<string>(late))).toBeGreaterThan(0);
}, 120_000);

test('a line waits while an older transaction can still commit, and both are sealed then', async () => {
  await log.sealAll();
  const endSlow = await openTransaction();
  await book(5, 'quick');
  await log.seal.run();
  expect(await one<string>('select count(*) as is from audit.unsealed')).toBe('5');
  await endSlow('commit');
  await log.sealAll();
  expect(await log.verify()).toMatchObject({ intact: true, waiting: 0, rows: 8 });
});

test('two sealers at once make one log', async () => {
  const other = new SealAudit(log.test.database, log.folder);
  for (let round = 0; round < 20; round += 1) {
    await book(20, 'x');
    await Promise.all([log.seal.run(), other.run(), log.seal.run()]);
  }
  await log.sealAll();
  expect(await log.verify()).toMatchObject({ intact: true, rows: 400 });
});

test('an anchor that was not written before a crash is written by the next run', async () => {
  await book(5, 'x');
  await log.sealAll();
  await book(5, 'y');
  await log.sealAll();
  const notes: string[] = [];
  for await (const note of log.folder.anchors.notes()) notes.push(note);
  // The folder as it was just before the crash: one anchor behind the database.
  const crashed = new AuditFolder(temporaryFolder());
  for (const note of notes.slice(0, -1)) crashed.anchors.append(note);
  const anchors = { logKey: log.folder.verifierKey(), notes: () => crashed.anchors.notes() };
  expect(await log.verify(anchors)).toMatchObject({ intact: true, anchors: notes.length - 1 });
  await new SealAudit(log.test.database, crashed).run();
  expect(crashed.anchors.last()).toBe(notes.at(-1));
});

test('the sealer stops at a database that was set back, and does not anchor it', async () => {
  await book(5, 'x');
  await log.sealAll();
  await log.tamper('delete from audit.checkpoint; delete from audit.log');
  const anchored = log.folder.anchors.last();
  await book(5, 'y');
  await expect(log.seal.run()).rejects.toThrow(LogDiverged);
  expect(log.folder.anchors.last()).toBe(anchored);
});

test('the sealer stops when the last checkpoint is not what it signed', async () => {
  await book(5, 'x');
  await log.sealAll();
  await log.tamper(`update audit.checkpoint set frontier[1] = sha256('forged')`);
  await book(5, 'y');
  await expect(log.sealAll()).rejects.toThrow(LogDiverged);
});

test('every line is proved to stand in the log, without the database', async () => {
  await book(70, 'x');
  await log.sealAll();
  await book(7, 'x');
  await log.sealAll();
  const verifier = readVerifierKey(log.folder.verifierKey() ?? '');
  const lines = await log.test.ownerQuery<{ seq: string; leaf: Buffer }>(
    'select seq, leaf from audit.event',
  );
  await log.test.database.inTransaction(WORKER, async (tx) => {
    for (const line of lines) {
      const proof = await proveInclusion(tx, line.seq);
      const { leafIndex = -1, size = 0, path = [], note = '' } = proof ?? {};
      expect(rootFromPath(line.leaf, leafIndex, size, path)).toEqual(
        openCheckpoint(verifier, note)?.root,
      );
    }
  });
});

test('a line that is not sealed has no proof yet', async () => {
  await log.sealAll();
  await log.test.database.inTransaction(scopeOf('a'), (tx) =>
    recordEvent(tx, { action: 'sign-in', entity: 'identity.account', entityId: 'x' }),
  );
  const seq = await one<string>('select seq as is from audit.unsealed');
  const proof = await log.test.database.inTransaction(WORKER, (tx) => proveInclusion(tx, seq));
  expect(proof).toBeNull();
});

test('nobody learns of a person from what lies outside the database', async () => {
  await log.test.database.inTransaction(scopeOf('treasurer-of-secrets'), (tx) =>
    tx.query(BOOK, [5, 'Jansen']),
  );
  await log.sealAll();
  for await (const line of createInterface({ input: createReadStream(log.folder.anchors.path) })) {
    expect(line).toMatch(
      /^$|^partijgiften\/audit-log$|^\d+$|^[\w+/]{43}=$|^time \S+Z$|^— partijgiften\/audit-log \S+$/,
    );
  }
});

describe('in a running process', () => {
  test('the log is sealed again and again, until it stops', async () => {
    const sealing = new Sealing({ worker: true }, log.seal);
    sealing.onApplicationBootstrap();
    for (const rows of [5, 10, 15]) {
      await book(5, 'x');
      const sealed = `select count(*) as is from audit.log l join audit.event e using (seq)
        where e.entity = 'core.ledger' and e.action = 'insert'`;
      while ((await one<string>(sealed)) !== String(rows)); // ends when the next tick has sealed them
    }
    await sealing.beforeApplicationShutdown();
    expect(await log.verify()).toMatchObject({ intact: true, rows: 15 });
  });

  test('without background work nothing is sealed', async () => {
    const sealing = new Sealing({ worker: false }, log.seal);
    sealing.onApplicationBootstrap();
    await book(5, 'x');
    await sealing.beforeApplicationShutdown();
    expect(await one<string>('select count(*) as is from audit.log')).toBe('0');
  });
});
