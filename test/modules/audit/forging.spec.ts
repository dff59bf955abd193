import { AuditFolder } from '../../../src/modules/audit/public';
import { CompactRange } from '../../../src/modules/audit/application/tree/compact-range';
import {
  newSigningKey,
  noteSigner,
  signCheckpoint,
} from '../../../src/modules/audit/application/tree/signed-note';
import { scopeOf, type TestLog } from './audit-log';
import { type BusyLog, openBusyLog, ownNotes } from './busy-log';
import { LAST, RECOMPUTED_EDIT, TAIL } from './changes';

let busy: BusyLog;
let log: TestLog;
beforeAll(async () => {
  busy = await openBusyLog();
  log = busy.log;
}, 60_000);
afterEach(() => busy.whole.putBack());
afterAll(() => log.close());

function stolenKey(): string {
  return log.folder.signer(false).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

describe('what only a forger with more means could do is seen', () => {
  test('a whole new tree, signed with another key of the same name', async () => {
    await log.tamper(RECOMPUTED_EDIT);
    await signAgain(newSigningKey());
    expect(await log.verify()).toMatchObject({ intact: false });
  });

  test('a whole new tree, signed with the stolen key: the anchors outside tell', async () => {
    await log.tamper(RECOMPUTED_EDIT);
    await signAgain(stolenKey());
    expect((await log.verify(await ownNotes(log))).problems).toEqual([]);
    expect(await log.verify()).toMatchObject({ intact: false });
  });

  test('a truncated tail: without the anchors outside it would pass', async () => {
    await log.tamper(TAIL);
    expect(await log.verify(await ownNotes(log))).toMatchObject({ intact: true });
    const report = await log.verify();
    expect(report.problems).toEqual([
      expect.objectContaining({
        place: `anchor ${String(busy.checkpoints)}`,
        fault: expect.stringContaining('lines were removed') as unknown,
      }),
    ]);
  });

  test('a restored older copy of the whole database: without the anchors outside it would pass', async () => {
    await busy.older.putBack();
    expect(await log.verify(await ownNotes(log))).toMatchObject({
      intact: true,
      checkpoints: busy.olderCheckpoints,
    });
    expect(await log.verify()).toMatchObject({ intact: false });
  });

  test('an older copy that lived on', async () => {
    await busy.older.putBack();
    await log.test.database.inTransaction(scopeOf('treasurer'), (tx) =>
      tx.query(
        'insert into core.ledger (tenant_id, amount_cents) select gen_random_uuid(), n from generate_series(1, 200) n',
      ),
    );
    await signAgain(stolenKey(), 'and seal');
    expect(await log.verify(await ownNotes(log))).toMatchObject({ intact: true });
    expect(await log.verify()).toMatchObject({ intact: false });
  });
});

describe('anchors that are missing or changed are seen', () => {
  test.each([
    ['none at all', () => []],
    ['the first gone', (notes: string[]) => notes.slice(1)],
    ['one gone from the middle', (notes: string[]) => notes.filter((_, at) => at !== 3)],
    [
      'two in the wrong order',
      (notes: string[]) => [
        ...notes.slice(0, 2),
        ...notes.slice(2, 4).reverse(),
        ...notes.slice(4),
      ],
    ],
    [
      'one changed',
      (notes: string[]) =>
        notes.map((note, at) => (at === 5 ? note.replace('time 2', 'time 3') : note)),
    ],
    ['one twice', (notes: string[]) => [...notes.slice(0, 3), ...notes.slice(2)]],
  ])('%s', async (_what, change) => {
    const notes: string[] = [];
    for await (const note of log.folder.anchors.notes()) notes.push(note);
    const changed = async function* (): AsyncGenerator<string> {
      for (const note of change(notes)) yield await Promise.resolve(note);
    };
    const report = await log.verify({ logKey: log.folder.verifierKey(), notes: changed });
    expect(report.intact).toBe(false);
  });

  test('and so is a folder of another log', async () => {
    const other = new AuditFolder(`${log.folder.anchors.path}.other`);
    other.signer(true);
    const report = await log.verify({
      logKey: other.verifierKey(),
      notes: () => log.folder.anchors.notes(),
    });
    expect(report.intact).toBe(false);
  });
});

/** Builds every root again from the leaves as they are now, and signs them with this key. */
async function signAgain(pem: string, seal?: 'and seal'): Promise<void> {
  const signer = noteSigner('partijgiften/audit-log', pem);
  if (seal !== undefined) {
    await log.tamper(`insert into audit.log select ${LAST} + row_number() over (order by u.seq), u.seq, e.leaf
      from audit.unsealed u join audit.event e using (seq)`);
    await log.tamper(`delete from audit.unsealed;
      insert into audit.checkpoint select ${LAST} + 1, '', '{}', '', clock_timestamp()`);
  }
  const leaves = await log.test.ownerQuery<{ leaf: Buffer }>(
    'select leaf from audit.log order by leaf_index',
  );
  const checkpoints = await log.test.ownerQuery<{ size: string; at: string }>(
    `select size, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from audit.checkpoint`,
  );
  for (const { size, at } of checkpoints) {
    const tree = CompactRange.empty();
    for (const { leaf } of leaves.slice(0, Number(size))) tree.append(leaf);
    const note = signCheckpoint(signer, { size: Number(size), root: tree.root, at });
    await log.tamper(
      'update audit.checkpoint set root = $2, frontier = $3, note = $4 where size = $1',
      [size, tree.root, tree.frontier, note],
    );
  }
}
