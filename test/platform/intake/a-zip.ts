import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

/** One entry of an archive, with everything that an archive can lie about. */
export interface ZipEntry {
  readonly name: string;
  readonly data?: Buffer | string;
  /** Packed bytes as they stand in the file; by default `data` deflated. */
  readonly packed?: Buffer;
  /** What the headers say it unpacks to; by default the truth. */
  readonly size?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode, such as 0o120777 for a symbolic link. */
  readonly mode?: number;
}

function fieldsOf(entry: ZipEntry, name: Buffer, packed: Buffer, data: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0x0800, 2);
  fields.writeUInt16LE(entry.method ?? 8, 4);
  fields.writeUInt16LE(33, 8);
  fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.size ?? data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** An archive of these entries, as honest or dishonest as they are. */
export function aZip(entries: readonly ZipEntry[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data ?? '');
    const packed = entry.packed ?? deflateRawSync(data);
    const name = Buffer.from(entry.name);
    const fields = fieldsOf(entry, name, packed, data);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), fields, tail, name);
    body.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...body, ...directory, Buffer.from('PK\x05\x06'), end]);
}

/** `piece` so many times over, deflated, without ever holding it unpacked. */
export async function deflated(head: string, piece: string, times: number): Promise<Buffer> {
  const deflate = createDeflateRaw();
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  const done = new Promise((resolve) => deflate.once('end', resolve));
  deflate.write(head);
  for (let n = 0; n < times; n += 1) {
    if (!deflate.write(piece)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await done;
  return Buffer.concat(packed);
}
