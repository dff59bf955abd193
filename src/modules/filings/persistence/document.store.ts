import { type FiledDocument } from '../../../legal/facts/filing';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

export type DocumentPart = FiledDocument['part'];

/** A document that belongs to a duty; its bytes are read apart. */
export interface StoredDocument {
  readonly id: string;
  readonly tenantId: string;
  readonly expectedKey: string;
  readonly part: DocumentPart;
  /** The candidate it is about; null when it is about all of them, or about no candidate. */
  readonly recipientId: string | null;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Of a statement of the accountant: the documents it names, by SHA-256. */
  readonly covers: readonly string[];
  readonly attachedAt: string;
}

const COLUMNS = `d.id, d.tenant_id as "tenantId", d.expected_key as "expectedKey", d.part,
  d.recipient_id as "recipientId", d.name, d.media_type as "mediaType", d.size,
  encode(d.content_sha256, 'hex') as sha256, d.covers, platform.iso(d.attached_at) as "attachedAt"`;

/** What goes along with the next version of a duty, in order of attaching. */
export function documentsOf(
  tx: Transaction,
  tenantId: string,
  expectedKey: string,
): Promise<StoredDocument[]> {
  return tx.query<StoredDocument>(
    `select ${COLUMNS} from core.filed_document d
      where d.tenant_id = $1 and d.expected_key = $2 and d.removed_at is null
      order by d.attached_at, d.id`,
    [tenantId, expectedKey],
  );
}

/** What went along with a version that was filed. */
export function documentsFiled(
  tx: Transaction,
  tenantId: string,
  filingId: string,
): Promise<StoredDocument[]> {
  return tx.query<StoredDocument>(
    `select ${COLUMNS} from core.filed_document d
       join core.filing_document l on l.tenant_id = d.tenant_id and l.document_id = d.id
      where l.tenant_id = $1 and l.filing_id = $2 order by d.attached_at, d.id`,
    [tenantId, filingId],
  );
}

/** A document with its bytes; row-level security decides whose. */
export async function findDocument(
  tx: Transaction,
  id: string,
): Promise<(StoredDocument & { readonly bytes: Buffer }) | null> {
  const [row] = await tx.query<StoredDocument & { bytes: Buffer }>(
    `select ${COLUMNS}, d.bytes from core.filed_document d where d.id = $1`,
    [id],
  );
  return row ?? null;
}

export type NewDocument = Omit<StoredDocument, 'id' | 'attachedAt' | 'size'> & {
  readonly bytes: Uint8Array;
};

/** Gives its id; the same file for the same part a second time changes nothing and gives null. */
export async function insertDocument(
  tx: Transaction,
  document: NewDocument,
): Promise<string | null> {
  const id = newId();
  const rows = await tx.query(
    `insert into core.filed_document (tenant_id, id, expected_key, part, recipient_id, name,
       media_type, bytes, size, content_sha256, covers)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11)
     on conflict do nothing returning id`,
    [
      document.tenantId,
      id,
      document.expectedKey,
      document.part,
      document.recipientId,
      document.name,
      document.mediaType,
      Buffer.from(document.bytes),
      document.bytes.byteLength,
      document.sha256,
      document.covers,
    ],
  );
  return rows.length === 1 ? id : null;
}

/** Takes a document out of the next version; what was filed keeps it. False when it was not there. */
export async function removeDocument(
  tx: Transaction,
  key: { readonly tenantId: string; readonly expectedKey: string; readonly id: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update core.filed_document set removed_at = platform.now(), removed_by = platform.actor()
      where tenant_id = $1 and expected_key = $2 and id = $3 and removed_at is null returning id`,
    [key.tenantId, key.expectedKey, key.id],
  );
  return rows.length === 1;
}

/** Ties the documents that stand there now to the version that was filed. */
export async function tieDocuments(
  tx: Transaction,
  filing: { readonly tenantId: string; readonly id: string; readonly expectedKey: string },
): Promise<void> {
  await tx.query(
    `insert into core.filing_document (tenant_id, filing_id, document_id)
     select tenant_id, $2, id from core.filed_document
      where tenant_id = $1 and expected_key = $3 and removed_at is null`,
    [filing.tenantId, filing.id, filing.expectedKey],
  );
}
