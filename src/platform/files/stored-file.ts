import { createHash } from 'node:crypto';
import { tenantOf } from '../database/tenant-of';
import { type Transaction } from '../database/transaction';
import { newId } from '../ids/id';

export type FilePurpose = 'import' | 'statement' | 'evidence';

export interface NewFile {
  readonly purpose: FilePurpose;
  /** As the person named it, cleaned by fileName; shown, never used as a path. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface StoredFile {
  readonly id: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** ISO 8601. */
  readonly storedAt: string;
  readonly storedBy: string;
}

const COLUMNS = `f.id, f.purpose, f.name, f.media_type as "mediaType", f.size_bytes as "sizeBytes",
  f.sha256, platform.iso(f.stored_at) as "storedAt", f.stored_by as "storedBy"`;

/** Keeps the bytes for the tenant of the transaction and gives the file's id. */
export async function storeFile(tx: Transaction, file: NewFile): Promise<string> {
  const id = newId();
  const bytes = Buffer.from(file.bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx.query(
    `insert into core.stored_file (tenant_id, id, purpose, name, media_type, content, sha256)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenantOf(tx), id, file.purpose, file.name, file.mediaType, bytes, sha256],
  );
  return id;
}

/** What is known of a file without its bytes; null when it is not there or not to be seen. */
export async function findFile(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredFile | null> {
  const [file] = await tx.query<StoredFile>(
    `select ${COLUMNS} from core.stored_file f where f.tenant_id = $1 and f.id = $2`,
    [tenantId, id],
  );
  return file ?? null;
}

/** The same bytes sent before for this purpose, the newest first. */
export function sameFiles(
  tx: Transaction,
  tenantId: string,
  purpose: FilePurpose,
  sha256: string,
): Promise<StoredFile[]> {
  return tx.query<StoredFile>(
    `select ${COLUMNS} from core.stored_file f
      where f.tenant_id = $1 and f.purpose = $2 and f.sha256 = $3
      order by f.stored_at desc, f.id`,
    [tenantId, purpose, sha256],
  );
}

/** The bytes as they came; null when the file is not there or not to be seen. */
export async function readFileBytes(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<Buffer | null> {
  const [row] = await tx.query<{ content: Buffer }>(
    `select f.content from core.stored_file f where f.tenant_id = $1 and f.id = $2`,
    [tenantId, id],
  );
  return row?.content ?? null;
}
