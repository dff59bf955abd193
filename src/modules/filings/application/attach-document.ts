import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { sha256Hex } from '../../../platform/json/canonical';
import {
  type DocumentPart,
  documentsOf,
  insertDocument,
  removeDocument,
  type StoredDocument,
} from '../persistence/document.store';
import { LARGEST_DOCUMENT, mediaTypeOf } from './document-type';
import { type OpenDraft, openDraft, redraw, type RedrawnFiling } from './open-draft';

export interface AttachCommand {
  readonly filingId: string;
  readonly part: DocumentPart;
  /** The candidate a statement is about; null for all of them, and for every other document. */
  readonly recipientId: string | null;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a statement of the accountant: what it names, by SHA-256 of documents in this filing. */
  readonly covers: readonly string[];
}

export interface AttachedDocument extends RedrawnFiling {
  readonly documentId: string;
  /** Of the file itself. */
  readonly documentSha256: string;
}

function part(location: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location, code, detail };
}

function fileFaults({ bytes }: AttachCommand): readonly ProblemPart[] {
  if (bytes.byteLength === 0)
    return [part('/file', 'document.empty', 'The file is empty. Choose another.')];
  if (bytes.byteLength > LARGEST_DOCUMENT)
    return [part('/file', 'document.too_large', 'The file may hold at most 10 MB.')];
  if (mediaTypeOf(bytes) === null)
    return [
      part('/file', 'document.type', 'Send a PDF, DOCX, XLSX or ODT file; this is none of them.'),
    ];
  return [];
}

/** A statement of the accountant names what it is about, so that may always go along (T28). */
function isAudited({ part: which }: AttachCommand, { expected }: OpenDraft): boolean {
  return which === 'report' && expected.parts.some((one) => one.part === 'auditor_statement');
}

function partFaults(command: AttachCommand, open: OpenDraft): readonly ProblemPart[] {
  const asked = open.expected.parts.filter((one) => one.part === command.part);
  if (asked.length === 0 && !isAudited(command, open))
    return [
      part('/part', 'document.not_asked', `This filing asks for no document "${command.part}".`),
    ];
  const about = command.recipientId;
  if (about !== null && !asked.some(({ ref }) => ref === about))
    return [
      part('/recipientId', 'document.about', 'This filing asks for no statement about this one.'),
    ];
  return [];
}

function coverFaults(
  { part: which, covers }: AttachCommand,
  there: readonly StoredDocument[],
): readonly ProblemPart[] {
  if (which !== 'auditor_statement')
    return covers.length === 0
      ? []
      : [part('/covers', 'document.covers', 'Only a statement of the accountant names others.')];
  const strange = covers.filter((hash) => !there.some(({ sha256 }) => sha256 === hash));
  return strange.map((hash) =>
    part('/covers', 'document.covers', `No document of this filing has SHA-256 ${hash}.`),
  );
}

/** Adds a document to a draft; its bytes and what it covers are part of what is signed. */
@Injectable()
export class AttachDocument {
  /** @throws Problem 404, 409 when it was filed, or 400 with all faults of the file at once. */
  async run(tx: Transaction, command: AttachCommand): Promise<AttachedDocument> {
    const open = await openDraft(tx, command.filingId);
    const { tenantId, expectedKey } = open.draft;
    const there = await documentsOf(tx, tenantId, expectedKey);
    const faults = [
      ...fileFaults(command),
      ...partFaults(command, open),
      ...coverFaults(command, there),
    ];
    if (faults.length > 0)
      throw problem(400, 'input.invalid', 'This document cannot be attached.', faults);
    const documentSha256 = sha256Hex(command.bytes);
    const documentId = await insertDocument(tx, {
      tenantId,
      expectedKey,
      part: command.part,
      recipientId: command.recipientId,
      name: command.name,
      mediaType: mediaTypeOf(command.bytes) ?? '',
      sha256: documentSha256,
      covers: command.covers,
      bytes: command.bytes,
    });
    if (documentId === null)
      throw problem(409, 'document.there', 'This very file is attached for this part already.');
    return { documentId, documentSha256, ...(await redraw(tx, open)) };
  }
}

/** Takes a document out of a draft; a version that was filed with it keeps it. */
@Injectable()
export class RemoveDocument {
  /** @throws Problem 404, or 409 when it was filed. */
  async run(tx: Transaction, filingId: string, documentId: string): Promise<RedrawnFiling> {
    const open = await openDraft(tx, filingId);
    const { tenantId, expectedKey } = open.draft;
    if (!(await removeDocument(tx, { tenantId, expectedKey, id: documentId }))) throw notFound();
    return redraw(tx, open);
  }
}
