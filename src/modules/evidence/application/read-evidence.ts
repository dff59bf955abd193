import { type AttachedProof } from '../../../legal/evidence/missing-evidence';
import { EVIDENCE_CODES } from '../../../legal/evidence/requirement';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { readFileBytes } from '../../../platform/files/public';
import { canonicalDonors, donorCluster } from '../../donors/public';
import {
  attachmentsOf,
  type EvidenceSubject,
  findAttachment,
  findSubject,
  type KnownSubject,
  openedAttachments,
  type OpenedEvidence,
  type StoredEvidence,
  wasFiled,
} from '../persistence/attachment.store';

/** Null when it is not there, or not to be seen. */
export function readSubject(
  tx: Transaction,
  subject: EvidenceSubject,
): Promise<KnownSubject | null> {
  return findSubject(tx, tenantOf(tx), subject);
}

/** True when something of this subject was filed, so that a file can be put with it. */
export function readWasFiled(tx: Transaction, subject: KnownSubject): Promise<boolean> {
  return wasFiled(tx, tenantOf(tx), subject);
}

/**
 * What is attached to one subject, newest first, with what was taken away. Of a donor: to every
 * record that is now the same donor.
 */
export async function listEvidence(
  tx: Transaction,
  tenantId: string,
  subject: EvidenceSubject,
): Promise<readonly StoredEvidence[]> {
  const known = await findSubject(tx, tenantId, subject);
  if (known === null) return [];
  const ids = known.kind === 'donor' ? await donorCluster(tx, tenantId, known.id) : [known.id];
  return attachmentsOf(tx, tenantId, known.kind, ids);
}

/**
 * The attachments that count for these subjects, as the law asks for them; a donor under the id of
 * the record it is now.
 */
export async function listProofs(
  tx: Transaction,
  tenantId: string,
  subjects: {
    readonly contributions: readonly string[];
    readonly donors: readonly string[];
    readonly settlements: readonly string[];
  },
): Promise<readonly AttachedProof[]> {
  const found = [
    ...(await attachmentsOf(tx, tenantId, 'contribution', subjects.contributions)),
    ...(await attachmentsOf(tx, tenantId, 'settlement', subjects.settlements)),
    ...(await attachmentsOf(tx, tenantId, 'donor', subjects.donors)),
  ].filter(({ removedAt }) => removedAt === null);
  const donorIds = found.flatMap((one) => (one.subjectKind === 'donor' ? [one.subjectId] : []));
  const canonical = await canonicalDonors(tx, tenantId, donorIds);
  return found.flatMap(({ code, subjectId }) => {
    const known = EVIDENCE_CODES.find((one) => one === code);
    return known === undefined
      ? []
      : [{ code: known, subject: canonical.get(subjectId) ?? subjectId }];
  });
}

export interface EvidenceFile extends StoredEvidence {
  readonly bytes: Buffer;
}

/** A file with its bytes, also when it was taken away; null when it is not there for who asks. */
export async function readEvidenceFile(
  tx: Transaction,
  evidenceId: string,
): Promise<EvidenceFile | null> {
  const evidence = await findAttachment(tx, tx.scope.tenantId, evidenceId);
  if (evidence === null) return null;
  const bytes = await readFileBytes(tx, evidence.tenantId, evidence.fileId);
  return bytes === null ? null : { ...evidence, bytes };
}

export function readEvidence(tx: Transaction, evidenceId: string): Promise<StoredEvidence | null> {
  return findAttachment(tx, tx.scope.tenantId, evidenceId);
}

/** What parties opened to the overseer, newest first. */
export function listOpenedEvidence(
  tx: Transaction,
  search: Parameters<typeof openedAttachments>[1],
): Promise<readonly OpenedEvidence[]> {
  return openedAttachments(tx, search);
}

export type { EvidenceSubject, KnownSubject, OpenedEvidence, StoredEvidence };
