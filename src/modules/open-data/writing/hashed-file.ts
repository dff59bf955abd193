import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A file whose name is the SHA-256 of its bytes. */
export interface WrittenFile {
  readonly sha256: string;
  readonly bytes: number;
}

const BUFFERED = 1 << 18;
const WORTH_WAITING = 1 << 20;

/**
 * Writes a file under a passing name and gives it the name of its hash when it is whole: whoever
 * reads a named file reads all of it, also after a crash. Memory does not grow with the file.
 */
export class HashedFile {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;

  private constructor(
    private readonly folder: string,
    private readonly passing: string,
    private readonly handle: FileHandle,
  ) {}

  static async open(folder: string): Promise<HashedFile> {
    await mkdir(folder, { recursive: true });
    const passing = join(folder, `.${randomUUID()}.part`);
    return new HashedFile(folder, passing, await open(passing, 'wx'));
  }

  /** @returns how many bytes were written before this piece. */
  async write(piece: string | Buffer): Promise<number> {
    const at = this.bytes;
    const buffer = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    this.hash.update(buffer);
    this.bytes += buffer.length;
    this.waiting.push(buffer);
    this.waitingBytes += buffer.length;
    if (this.waitingBytes >= BUFFERED) await this.flush();
    return at;
  }

  async finish(): Promise<WrittenFile> {
    await this.flush();
    // On disk before it gets its name: a file by that name is never half. A small one is soon made
    // again, and whoever serves it looks at its size.
    if (this.bytes > WORTH_WAITING) await this.handle.datasync();
    await this.handle.close();
    const sha256 = this.hash.digest('hex');
    await rename(this.passing, join(this.folder, sha256));
    return { sha256, bytes: this.bytes };
  }

  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.passing, { force: true });
  }

  private async flush(): Promise<void> {
    if (this.waitingBytes === 0) return;
    const buffer = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    await this.handle.writeFile(buffer);
  }
}
