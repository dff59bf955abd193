import fc from 'fast-check';
import {
  contentCommitment,
  leafHash,
  type LeafFields,
} from '../../../src/modules/audit/application/tree/leaf-hash';
import { openTestDatabase, type TestDatabase } from '../../support/database';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const LINE: LeafFields = {
  seq: '7',
  xid: '4294967299',
  at: Buffer.from('0002ecd2d4d56ae5', 'hex'),
  tenant_id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  actor: 'treasurer-1',
  actor_role: 'treasurer',
  request_id: 'req-é',
  action: 'insert',
  entity: 'core.contribution',
  entity_id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  retention_year: 2036,
  content_commitment: Buffer.alloc(32, 0xab),
};

/** Worked out once from the definition, in another language. */
const LEAF = '32ca05b71b8067df49071f3bf31b9e7b0443736d42090e0fddb562fd8dd076ad';

async function sqlLeaf(line: LeafFields): Promise<string> {
  const [row] = await db.ownerQuery<{ leaf: Buffer }>(
    `select audit.leaf($1, $2::text::xid8, timestamptz '2000-01-01T00:00:00Z'
         + $3::bigint / 1000000 * interval '1 second' + $3::bigint % 1000000 * interval '1 microsecond',
       $4, $5, $6, $7, $8, $9, $10, $11, $12) as leaf`,
    [
      line.seq,
      line.xid,
      line.at.readBigInt64BE().toString(),
      line.tenant_id,
      line.actor,
      line.actor_role,
      line.request_id,
      line.action,
      line.entity,
      line.entity_id,
      line.retention_year,
      line.content_commitment,
    ],
  );
  return row?.leaf.toString('hex') ?? '';
}

const bytes = (length: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((some) => Buffer.from(some));
const text = fc.string({ unit: 'binary' }).map((some) => some.replaceAll('\0', ''));
const anyLine: fc.Arbitrary<LeafFields> = fc.record({
  seq: fc.bigInt(1n, 2n ** 63n - 1n).map(String),
  xid: fc.bigInt(0n, 2n ** 64n - 1n).map(String),
  at: fc.bigInt(-(10n ** 15n), 10n ** 16n).map((microseconds) => {
    const at = Buffer.alloc(8);
    at.writeBigInt64BE(microseconds);
    return at;
  }),
  tenant_id: fc.option(fc.uuid()),
  actor: text,
  actor_role: text,
  request_id: text,
  action: text,
  entity: text,
  entity_id: text,
  retention_year: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  content_commitment: fc.integer({ min: 0, max: 64 }).chain(bytes),
});

describe('the leaf of a line', () => {
  test('is the one that the definition gives', async () => {
    expect(leafHash(LINE).toString('hex')).toBe(LEAF);
    expect(await sqlLeaf(LINE)).toBe(LEAF);
  });

  test('is the same in SQL and in TypeScript, for any line', async () => {
    await fc.assert(
      fc.asyncProperty(anyLine, async (line) => {
        expect(await sqlLeaf(line)).toBe(leafHash(line).toString('hex'));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps fields apart: a byte cannot move from one to the next', () => {
    const moved = { ...LINE, actor: 'treasurer-', actor_role: '1treasurer' };
    expect(leafHash(moved)).not.toEqual(leafHash(LINE));
    expect(leafHash({ ...LINE, tenant_id: null })).not.toEqual(leafHash(LINE));
  });

  test('binds its content with a salt, the same in SQL and in TypeScript', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(32), text, async (salt, content) => {
        const [row] = await db.ownerQuery<{ is: Buffer }>('select audit.commitment($1, $2) as is', [
          salt,
          content,
        ]);
        expect(row?.is).toEqual(contentCommitment(salt, content));
      }),
      { numRuns: 200 },
    );
  });
});
