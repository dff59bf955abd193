import { type Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileRefused, refuse } from './reading';

const MEGABYTE = 1_048_576;

/** What a workbook of a quarter of a million cells needs, several times over. */
export const ZIP_LIMITS = {
  entries: 200,
  entryBytes: 50 * MEGABYTE,
  totalBytes: 80 * MEGABYTE,
  /** Unpacked bytes for each packed byte; not looked at for parts below a megabyte. */
  ratio: 100,
} as const;

const RATIO_MATTERS_FROM = MEGABYTE;
const SYMBOLIC_LINK = 0o120000;
const ARCHIVE = /\.(?:zip|xls[xmb]|docx|pptx|ods|7z|rar|gz|tar|jar)$/i;

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) refuse('password');
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === SYMBOLIC_LINK) {
    refuse('zip_unsafe_name', { entry: entry.fileName });
  }
  if (ARCHIVE.test(entry.fileName)) refuse('zip_nested', { entry: entry.fileName });
  const megabytes = Math.ceil(entry.uncompressedSize / MEGABYTE);
  if (entry.uncompressedSize > ZIP_LIMITS.entryBytes) {
    refuse('zip_too_large', { megabytes, limit: ZIP_LIMITS.entryBytes / MEGABYTE });
  }
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (ratio > ZIP_LIMITS.ratio && entry.uncompressedSize > RATIO_MATTERS_FROM) {
    refuse('zip_ratio', { ratio: Math.ceil(ratio), limit: ZIP_LIMITS.ratio });
  }
}

/** yauzl refuses by itself a name that climbs out of the archive, and a directory that is broken. */
function refusalOf(error: unknown): FileRefused {
  if (error instanceof FileRefused) return error;
  const message = error instanceof Error ? error.message : String(error);
  const unsafe = /^(?:invalid relative path|absolute path|invalid characters in fileName)/;
  const code = unsafe.test(message) ? 'zip_unsafe_name' : 'zip_broken';
  return new FileRefused({ code, details: {} }, error);
}

/** A zip archive whose directory was looked at and found harmless. */
export class Archive {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /**
   * Reads the directory only; nothing is unpacked.
   *
   * @throws FileRefused password, or zip_... for what ZIP_LIMITS or plain sense forbid.
   */
  static async open(bytes: Uint8Array): Promise<Archive> {
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
      if (zip.entryCount > ZIP_LIMITS.entries) {
        refuse('zip_too_many_entries', { entries: zip.entryCount, limit: ZIP_LIMITS.entries });
      }
      const entries = new Map<string, Entry>();
      let total = 0;
      for await (const entry of zip.eachEntry()) {
        checkEntry(entry);
        total += entry.uncompressedSize;
        if (entries.has(entry.fileName)) refuse('zip_broken', { entry: entry.fileName });
        entries.set(entry.fileName, entry);
      }
      if (total > ZIP_LIMITS.totalBytes) {
        const limit = ZIP_LIMITS.totalBytes / MEGABYTE;
        refuse('zip_too_large', { megabytes: Math.ceil(total / MEGABYTE), limit });
      }
      return new Archive(zip, entries);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Unpacks one part, piece by piece. The bytes that come out are counted: what the directory says
   * about them is not believed.
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) refuse('zip_broken', { entry: name });
    let bytes = 0;
    let checksum = 0;
    try {
      const stream: Readable = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        this.unpacked += chunk.length;
        this.checkUnpacked(bytes);
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
      if (checksum !== entry.crc32) refuse('zip_broken', { entry: name });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private checkUnpacked(bytes: number): void {
    const megabytes = Math.ceil(this.unpacked / MEGABYTE);
    for (const [count, limit] of [
      [bytes, ZIP_LIMITS.entryBytes],
      [this.unpacked, ZIP_LIMITS.totalBytes],
    ] as const) {
      if (count > limit) refuse('zip_too_large', { megabytes, limit: limit / MEGABYTE });
    }
  }
}
