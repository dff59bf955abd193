import { type Hash, sha256 } from './compact-range';

/** The columns of audit.event that a leaf is made of, in the order of the leaf. */
export interface LeafFields {
  readonly seq: string;
  readonly xid: string;
  /** Microseconds since 2000-01-01T00:00:00Z, 8 bytes big-endian, as timestamptz_send gives them. */
  readonly at: Buffer;
  readonly tenant_id: string | null;
  readonly actor: string;
  readonly actor_role: string;
  readonly request_id: string;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly retention_year: number;
  readonly content_commitment: Buffer;
}

const LEAF_VERSION_1 = Buffer.from([0x00, 0x01]);
const NULL_FIELD = Buffer.from([0xff, 0xff, 0xff, 0xff]);

function int4(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int8(value: string): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

function uint8(value: string): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function field(bytes: Buffer): Buffer {
  return Buffer.concat([int4(bytes.length), bytes]);
}

function text(value: string): Buffer {
  return field(Buffer.from(value, 'utf8'));
}

function uuid(value: string | null): Buffer {
  return value === null ? NULL_FIELD : field(Buffer.from(value.replaceAll('-', ''), 'hex'));
}

/** The leaf of a line, as the comment in migrations/1764000000010-audit.ts defines it. */
export function leafHash(line: LeafFields): Hash {
  return sha256(
    Buffer.concat([
      LEAF_VERSION_1,
      field(int8(line.seq)),
      field(uint8(line.xid)),
      field(line.at),
      uuid(line.tenant_id),
      text(line.actor),
      text(line.actor_role),
      text(line.request_id),
      text(line.action),
      text(line.entity),
      text(line.entity_id),
      field(int4(line.retention_year)),
      field(line.content_commitment),
    ]),
  );
}

/** What binds a line to its content without telling it: nobody can guess back 32 random bytes. */
export function contentCommitment(salt: Buffer, content: string): Hash {
  return sha256(Buffer.concat([field(salt), text(content)]));
}
