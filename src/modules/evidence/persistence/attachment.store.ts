import { type EvidenceSubjectKind } from '../../../legal/evidence/requirement';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

/** Where a file belongs. Of a contribution: any id of its chain of corrections. */
export interface EvidenceSubject {
  readonly kind: EvidenceSubjectKind;
  readonly id: string;
}

/** A subject that is there, under the id it is kept by, with the donor it is about. */
export interface KnownSubject extends EvidenceSubject {
  readonly donorId: string;
  /** The first booking of the gift; null for a donor. */
  readonly rootId: string | null;
  /** Of the gift as it stands now, or of the settlement; null for a donor. */
  readonly amountCents: string | null;
  readonly day: string | null;
}

export interface NewAttachment {
  readonly subject: EvidenceSubject;
  readonly code: string;
  readonly fileId: string;
  readonly name: string;
  readonly note: string | null;
}

/** An attached file as it stands now; times ISO 8601. */
export interface StoredEvidence {
  readonly id: string;
  readonly subjectKind: EvidenceSubjectKind;
  readonly subjectId: string;
  readonly code: string;
  readonly fileId: string;
  readonly name: string;
  readonly note: string | null;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly attachedAt: string;
  readonly attachedBy: string;
  /** The overseer reads it because it was put with what was filed. */
  readonly filed: boolean;
  /** The overseer reads it because the party shares it. */
  readonly shared: boolean;
  readonly removedAt: string | null;
  readonly removalReason: string | null;
}

const OPENED = (ground: string): string => `exists (select 1 from core.evidence_disclosure x
  where x.tenant_id = a.tenant_id and x.attachment_id = a.id and x.ground = '${ground}')`;

const EVIDENCE = `
  select a.id, case when a.contribution_root_id is not null then 'contribution'
                    when a.donor_id is not null then 'donor' else 'settlement' end as "subjectKind",
         coalesce(a.contribution_root_id, a.donor_id, a.settlement_id) as "subjectId",
         a.code, a.file_id as "fileId", a.name, a.note, f.media_type as "mediaType",
         f.size_bytes as "sizeBytes", f.sha256, platform.iso(a.attached_at) as "attachedAt",
         a.attached_by as "attachedBy", ${OPENED('filed')} as filed, ${OPENED('shared')} as shared,
         platform.iso(r.removed_at) as "removedAt", r.reason as "removalReason"
    from core.evidence_attachment a
    join core.stored_file f on f.tenant_id = a.tenant_id and f.id = a.file_id
    left join core.evidence_removal r on r.tenant_id = a.tenant_id and r.attachment_id = a.id`;

const COLUMN: Readonly<Record<EvidenceSubjectKind, string>> = {
  contribution: 'contribution_root_id',
  donor: 'donor_id',
  settlement: 'settlement_id',
};

const KNOWN: Readonly<Record<EvidenceSubjectKind, string>> = {
  contribution: `select 'contribution' as kind, c.root_id as id, c.root_id as "rootId",
      c.donor_id as "donorId", c.amount_cents as "amountCents", c.received_on::text as day
      from core.contribution c where c.tenant_id = $1 and c.root_id = (select v.root_id
        from core.contribution v where v.tenant_id = $1 and v.id = $2)
      order by c.sequence desc limit 1`,
  donor: `select 'donor' as kind, d.id, null as "rootId", d.id as "donorId",
      null as "amountCents", null as day
      from core.donor d where d.tenant_id = $1 and d.id = $2`,
  settlement: `select 'settlement' as kind, s.id, c.root_id as "rootId", c.donor_id as "donorId",
      s.amount_cents as "amountCents", s.settled_on::text as day
      from core.settlement s
      join core.contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
     where s.tenant_id = $1 and s.id = $2`,
};

/** Null when it is not there, or not to be seen. */
export async function findSubject(
  tx: Transaction,
  tenantId: string,
  subject: EvidenceSubject,
): Promise<KnownSubject | null> {
  const [known] = await tx.query<KnownSubject>(KNOWN[subject.kind], [tenantId, subject.id]);
  return known ?? null;
}

/** Two of the same bytes queue here, so that the second sees the first. */
export async function holdBytes(tx: Transaction, tenantId: string, sha256: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `evidence/${tenantId}/${sha256}`,
  ]);
}

export async function insertAttachment(
  tx: Transaction,
  tenantId: string,
  attachment: NewAttachment,
): Promise<string> {
  const id = newId();
  const { subject, code, fileId, name, note } = attachment;
  await tx.query(
    `insert into core.evidence_attachment
       (tenant_id, id, ${COLUMN[subject.kind]}, code, file_id, name, note)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenantId, id, subject.id, code, fileId, name, note],
  );
  return id;
}

/** Everything attached to these subjects of one kind, what was taken away included; newest first. */
export function attachmentsOf(
  tx: Transaction,
  tenantId: string,
  kind: EvidenceSubjectKind,
  ids: readonly string[],
): Promise<StoredEvidence[]> {
  return tx.query<StoredEvidence>(
    `${EVIDENCE} where a.tenant_id = $1 and a.${COLUMN[kind]} = any($2::uuid[])
      order by a.attached_at desc, a.id`,
    [tenantId, ids],
  );
}

/** Attachments that count, of the same bytes. */
export function attachmentsOfBytes(
  tx: Transaction,
  tenantId: string,
  sha256: string,
): Promise<StoredEvidence[]> {
  return tx.query<StoredEvidence>(
    `${EVIDENCE} where a.tenant_id = $1 and f.sha256 = $2 and f.purpose = 'evidence'
        and r.id is null order by a.attached_at, a.id`,
    [tenantId, sha256],
  );
}

/** With `tenantId` null: of whichever party, as the overseer asks. */
export async function findAttachment(
  tx: Transaction,
  tenantId: string | null,
  id: string,
): Promise<(StoredEvidence & { readonly tenantId: string }) | null> {
  const [row] = await tx.query<StoredEvidence & { readonly tenantId: string }>(
    `with found as (${EVIDENCE} where a.id = $2 and ($1::uuid is null or a.tenant_id = $1))
     select found.*, a.tenant_id as "tenantId" from found
       join core.evidence_attachment a on a.id = found.id`,
    [tenantId, id],
  );
  return row ?? null;
}

/** False when it was taken away before. */
export async function insertRemoval(
  tx: Transaction,
  tenantId: string,
  attachmentId: string,
  reason: string,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into core.evidence_removal (tenant_id, attachment_id, reason) values ($1, $2, $3)
     on conflict (tenant_id, attachment_id) do nothing returning id`,
    [tenantId, attachmentId, reason],
  );
  return rows.length === 1;
}

export async function insertDisclosure(
  tx: Transaction,
  tenantId: string,
  attachmentId: string,
  ground: 'filed' | 'shared',
): Promise<void> {
  await tx.query(
    `insert into core.evidence_disclosure (tenant_id, attachment_id, ground) values ($1, $2, $3)
     on conflict (tenant_id, attachment_id, ground) do nothing`,
    [tenantId, attachmentId, ground],
  );
}

/** True when a gift of this subject stands in something that was filed. */
export async function wasFiled(
  tx: Transaction,
  tenantId: string,
  { donorId, rootId }: KnownSubject,
): Promise<boolean> {
  const [row] = await tx.query<{ filed: boolean }>(
    `select exists (select 1 from core.disclosure d
        join core.contribution c on c.tenant_id = d.tenant_id and c.id = d.contribution_id
       where d.tenant_id = $1 and d.ground = 'filed'
         and (c.root_id = $2 or ($2::uuid is null and d.donor_id = $3))) as filed`,
    [tenantId, rootId, donorId],
  );
  return row?.filed === true;
}

export interface OpenedEvidence extends StoredEvidence {
  readonly tenantId: string;
  readonly organisation: string;
}

/** What parties opened to the overseer, newest first, after the keyset position. Role staff. */
export function openedAttachments(
  tx: Transaction,
  search: {
    readonly after: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<OpenedEvidence[]> {
  return tx.query<OpenedEvidence>(
    `with found as (${EVIDENCE})
     select found.*, a.tenant_id as "tenantId", o.name as organisation from found
       join core.evidence_attachment a on a.id = found.id
       join core.organisation o on o.tenant_id = a.tenant_id
      where $1::timestamptz is null or (a.attached_at, a.id) < ($1, $2::uuid)
      order by a.attached_at desc, a.id desc limit $3`,
    [search.after?.at ?? null, search.after?.id ?? null, search.limit],
  );
}
