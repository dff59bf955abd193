import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EVIDENCE_CODES, type EvidenceSubjectKind } from '../../../legal/evidence/requirement';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { storeFile } from '../../../platform/files/public';
import { notFound, problem } from '../../../platform/http/problem';
import {
  attachmentsOfBytes,
  type EvidenceSubject,
  findAttachment,
  findSubject,
  holdBytes,
  insertAttachment,
  insertDisclosure,
  insertRemoval,
  type StoredEvidence,
  wasFiled,
} from '../persistence/attachment.store';
import { evidenceMedia } from './evidence-file';

/** What a file can be attached as: everything but what must be on record itself, and 'other'. */
export const ATTACHABLE = [
  ...EVIDENCE_CODES.filter((code) => code !== 'particulars' && code !== 'ubo'),
  'other',
] as const;
export type Attachable = Exclude<(typeof EVIDENCE_CODES)[number], 'particulars' | 'ubo'> | 'other';

const FOR: Readonly<Record<EvidenceSubjectKind, readonly string[]>> = {
  contribution: ['valuation', 'will_or_notary_letter', 'loan_contract', 'loan_waiver', 'other'],
  donor: [
    'trade_register_extract',
    'caribbean_ground_proof',
    'declaration',
    'look_through_overview',
    'other',
  ],
  settlement: ['return_proof', 'transfer_proof', 'destruction_proof', 'other'],
};

/** What can be attached where: a valuation belongs to a gift, an extract to a donor. */
export function attachableTo(kind: EvidenceSubjectKind): readonly string[] {
  return FOR[kind];
}

export interface AttachCommand {
  readonly subject: EvidenceSubject;
  /** One of attachableTo(subject.kind). */
  readonly code: string;
  /** Cleaned by evidenceName. */
  readonly name: string;
  readonly note: string | null;
  readonly bytes: Uint8Array;
}

export interface AttachedEvidence {
  readonly evidenceId: string;
  readonly sha256: string;
  /** Other places where these very bytes are attached already. */
  readonly alsoAt: readonly EvidenceSubject[];
}

function place({ subjectKind, subjectId }: StoredEvidence): EvidenceSubject {
  return { kind: subjectKind, id: subjectId };
}

/** Attaches a file to a gift, a donor or a settlement; the same bytes are kept once. */
@Injectable()
export class AttachEvidence {
  /**
   * @throws Problem 404 for an unknown subject, 400 with what is wrong with the file, 409 when the
   * same bytes are attached there already.
   */
  async run(tx: Transaction, command: AttachCommand): Promise<AttachedEvidence> {
    const tenantId = tenantOf(tx);
    const { code, name, note, bytes } = command;
    const subject = await findSubject(tx, tenantId, command.subject);
    if (subject === null) throw notFound();
    if (!attachableTo(subject.kind).includes(code))
      throw problem(400, 'input.invalid', 'This file cannot be attached.', [
        {
          in: 'body',
          location: '/code',
          code: 'evidence.code',
          detail: `Choose one of: ${attachableTo(subject.kind).join(', ')}.`,
        },
      ]);
    const mediaType = await evidenceMedia(bytes, name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await holdBytes(tx, tenantId, sha256);
    const same = await attachmentsOfBytes(tx, tenantId, sha256);
    if (same.some((one) => one.subjectKind === subject.kind && one.subjectId === subject.id))
      throw problem(409, 'evidence.there', 'This very file is attached here already.');
    const [first] = same;
    const fileId =
      first?.fileId ?? (await storeFile(tx, { purpose: 'evidence', name, mediaType, bytes }));
    const evidenceId = await insertAttachment(tx, tenantId, { subject, code, fileId, name, note });
    return { evidenceId, sha256, alsoAt: same.map(place) };
  }
}

/** Takes an attachment away: it counts no more, the bytes stay for the term of retention (D17). */
@Injectable()
export class RemoveEvidence {
  /** @throws Problem 404, or 409 when it was taken away before. */
  async run(tx: Transaction, evidenceId: string, reason: string): Promise<EvidenceSubject> {
    const tenantId = tenantOf(tx);
    const evidence = await findAttachment(tx, tenantId, evidenceId);
    if (evidence === null) throw notFound();
    if (!(await insertRemoval(tx, tenantId, evidenceId, reason)))
      throw problem(409, 'evidence.gone', 'This file was taken away already.');
    return place(evidence);
  }
}

/**
 * Lets the overseer read an attachment (decisions.md D7): 'filed' puts it with what was filed of
 * the gift, 'shared' shares it whatever was filed. What was opened stays open.
 */
@Injectable()
export class DiscloseEvidence {
  /** @throws Problem 404, or 409 when nothing of the gift was filed, or the file is taken away. */
  async run(
    tx: Transaction,
    evidenceId: string,
    ground: 'filed' | 'shared',
  ): Promise<EvidenceSubject> {
    const tenantId = tenantOf(tx);
    const evidence = await findAttachment(tx, tenantId, evidenceId);
    if (evidence === null) throw notFound();
    if (evidence.removedAt !== null)
      throw problem(409, 'evidence.gone', 'This file was taken away already.');
    const subject = await findSubject(tx, tenantId, place(evidence));
    if (subject === null) throw notFound();
    if (ground === 'filed' && !(await wasFiled(tx, tenantId, subject)))
      throw problem(409, 'evidence.not_filed', 'Nothing was filed yet that this file belongs to.');
    await insertDisclosure(tx, tenantId, evidenceId, ground);
    return subject;
  }
}

export type { EvidenceSubject };
