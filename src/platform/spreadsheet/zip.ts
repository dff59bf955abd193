import { crc32, deflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
const VERSION = 20;

// 1 January 1980, midnight: the first moment a zip archive can name. The same parts give the same bytes.
const DATE = (1 << 5) | 1;

/** The fields that a local header and an entry of the directory share. */
function shared(name: Buffer, packed: Buffer, bytes: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function numbers(...values: readonly (readonly [number, 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of values) {
    buffer.writeUIntLE(value, at, size);
    at += size;
  }
  return buffer;
}

/** Packs parts into a zip archive, in their order. */
export function writeZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [text, bytes] of parts) {
    const name = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const fields = shared(name, packed, bytes);
    const local = [numbers([LOCAL_HEADER, 4]), fields, name, packed];
    body.push(...local);
    const made = numbers([DIRECTORY_ENTRY, 4], [VERSION, 2]);
    const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(made, fields, rest, name);
    offset += 4 + fields.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = parts.size;
  const end = numbers(
    [END_OF_DIRECTORY, 4],
    [0, 4],
    [count, 2],
    [count, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...body, ...directory, end]);
}

/** Unpacks an archive of our own making. For a file that somebody sent there is platform/intake. */
export async function readZip(archive: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const zip = await fromBufferPromise(archive, { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}
