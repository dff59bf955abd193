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

const LENGTH_OF_NULL = -1;
const MOST_BYTES_PER_CHARACTER = 3;

/** Fields one after another in one piece of memory, used again for every line. */
class FieldWriter {
  private bytes = Buffer.alloc(4096);
  private end = 0;

  start(...head: readonly number[]): this {
    this.end = 0;
    for (const byte of head) this.end = this.bytes.writeUInt8(byte, this.end);
    return this;
  }

  int4(value: number): this {
    return this.length(4).advance(this.bytes.writeInt32BE(value, this.end));
  }

  int8(value: bigint): this {
    return this.length(8).advance(this.bytes.writeBigInt64BE(value, this.end));
  }

  text(value: string): this {
    this.room(value.length * MOST_BYTES_PER_CHARACTER);
    const written = this.bytes.write(value, this.end + 4, 'utf8');
    this.length(written);
    return this.advance(this.end + written);
  }

  raw(value: Buffer | null): this {
    if (value === null) return this.length(LENGTH_OF_NULL);
    this.room(value.length);
    this.length(value.length);
    return this.advance(this.end + value.copy(this.bytes, this.end));
  }

  hash(): Hash {
    return sha256(this.bytes.subarray(0, this.end));
  }

  private length(count: number): this {
    this.room(8);
    return this.advance(this.bytes.writeInt32BE(count, this.end));
  }

  private advance(end: number): this {
    this.end = end;
    return this;
  }

  private room(wanted: number): void {
    const needed = this.end + wanted + 16;
    if (needed > this.bytes.length) {
      this.bytes = Buffer.concat([this.bytes.subarray(0, this.end)], needed * 2);
    }
  }
}

const writer = new FieldWriter();

function uuidBytes(value: string | null): Buffer | null {
  return value === null ? null : Buffer.from(value.replaceAll('-', ''), 'hex');
}

/** The leaf of a line, as the comment in migrations/1764000000010-audit.ts defines it. */
export function leafHash(line: LeafFields): Hash {
  return writer
    .start(0x00, 0x01)
    .int8(BigInt(line.seq))
    .int8(BigInt.asIntN(64, BigInt(line.xid)))
    .raw(line.at)
    .raw(uuidBytes(line.tenant_id))
    .text(line.actor)
    .text(line.actor_role)
    .text(line.request_id)
    .text(line.action)
    .text(line.entity)
    .text(line.entity_id)
    .int4(line.retention_year)
    .raw(line.content_commitment)
    .hash();
}

/** What binds a line to its content without telling it: nobody can guess back 32 random bytes. */
export function contentCommitment(salt: Buffer, content: string): Hash {
  return writer.start().raw(salt).text(content).hash();
}
