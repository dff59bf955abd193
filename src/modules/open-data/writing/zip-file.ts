import { once } from 'node:events';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { type HashedFile } from './hashed-file';

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** Size and checksum stand behind the bytes, because they are known only then. */
const KNOWN_LATER = 0x0008;
// 1 January 1980, midnight: the same parts give the same bytes at any moment.
const DATE = (1 << 5) | 1;
const LARGEST = 0xffff_ffff;
/** Packs nearly as well as the usual 6, in half the time. */
const LEVEL = 4;

interface Entry {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

function numbers(...values: readonly (readonly [number, 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [, size]) => sum + size, 0));
  values.reduce((at, [value, size]) => buffer.writeUIntLE(value, at, size), 0);
  return buffer;
}

function header(entry: Entry): Buffer {
  const { name, flags, method, crc, packed, size } = entry;
  return Buffer.concat([
    numbers([VERSION, 2], [flags, 2], [method, 2], [0, 2], [DATE, 2]),
    numbers([crc, 4], [packed, 4], [size, 4], [name.length, 2], [0, 2]),
  ]);
}

/** Writes a zip archive part by part; what a part holds may be far larger than memory. */
export class ZipFile {
  private readonly entries: Entry[] = [];
  private packer: DeflateRaw | undefined;
  private pumping: Promise<void> = Promise.resolve();
  private failure: unknown;
  private crc = 0;
  private size = 0;
  private packed = 0;
  private offset = 0;
  private at = 0;
  private name = Buffer.alloc(0);

  constructor(private readonly file: HashedFile) {}

  /** A part that is not packed: the first part of an OpenDocument file has to be read as it is. */
  async store(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    const entry: Entry = {
      name: Buffer.from(name),
      flags: UTF8_NAMES,
      method: 0,
      crc: crc32(bytes),
      packed: bytes.length,
      size: bytes.length,
      offset: this.at,
    };
    await this.put(Buffer.concat([numbers([LOCAL_HEADER, 4]), header(entry), entry.name, bytes]));
    this.entries.push(entry);
  }

  async part(name: string, text: string): Promise<void> {
    await this.begin(name);
    await this.write(text);
    await this.end();
  }

  async begin(name: string): Promise<void> {
    this.name = Buffer.from(name);
    [this.crc, this.size, this.packed, this.offset] = [0, 0, 0, this.at];
    const empty = { name: this.name, crc: 0, packed: 0, size: 0, offset: this.at };
    const entry: Entry = { ...empty, flags: UTF8_NAMES | KNOWN_LATER, method: 8 };
    await this.put(Buffer.concat([numbers([LOCAL_HEADER, 4]), header(entry), this.name]));
    this.packer = createDeflateRaw({ level: LEVEL });
    this.pumping = this.pump(this.packer).catch((error: unknown) => {
      this.failure = error;
    });
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    // When the disk is full nothing drains any more; the pumping then ends.
    if (this.packer?.write(bytes) === false)
      await Promise.race([once(this.packer, 'drain'), this.pumping]);
    this.assertWhole();
  }

  async end(): Promise<void> {
    this.packer?.end();
    await this.pumping;
    this.assertWhole();
    const { crc, packed, size, offset, name } = this;
    if (Math.max(packed, size, this.at) > LARGEST) throw new Error('too large for a zip archive');
    await this.put(numbers([DESCRIPTOR, 4], [crc, 4], [packed, 4], [size, 4]));
    const flags = UTF8_NAMES | KNOWN_LATER;
    this.entries.push({ name, flags, method: 8, crc, packed, size, offset });
  }

  /** Writes the directory at the end; the file itself is finished by its owner. */
  async close(): Promise<void> {
    const start = this.at;
    for (const entry of this.entries) {
      const made = numbers([DIRECTORY_ENTRY, 4], [VERSION, 2]);
      const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [entry.offset, 4]);
      await this.put(Buffer.concat([made, header(entry), rest, entry.name]));
    }
    const count = this.entries.length;
    const size = this.at - start;
    await this.put(
      numbers(
        [END_OF_DIRECTORY, 4],
        [0, 2],
        [0, 2],
        [count, 2],
        [count, 2],
        [size, 4],
        [start, 4],
        [0, 2],
      ),
    );
  }

  private async put(bytes: Buffer): Promise<void> {
    await this.file.write(bytes);
    this.at += bytes.length;
  }

  private async pump(packer: DeflateRaw): Promise<void> {
    for await (const chunk of packer as AsyncIterable<Buffer>) {
      this.packed += chunk.length;
      await this.put(chunk);
    }
  }

  private assertWhole(): void {
    if (this.failure === undefined) return;
    throw new Error('the archive cannot be written', { cause: this.failure });
  }
}
