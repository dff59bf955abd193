import { type RequiredPart } from '../../../legal/facts/filing';
import { type MissingPart } from '../../../legal/overviews/missing-part';
import { type FiledFiling } from '../application/file-filing';
import { contentOf } from '../application/filing-fact';
import { type DraftStanding } from '../application/read-standing';
import { type StoredDocument, type StoredFiling } from '../application/read-filings';
import {
  type FiledFilingAnswer,
  type FilingAnswer,
  type FilingDocumentAnswer,
  type FilingWithContentAnswer,
  type MissingPartAnswer,
} from './filing.answers';

export function filingSummary(filing: StoredFiling): Readonly<FilingAnswer> {
  const { id, expectedKey, kind, recipientId, year, version, replacesId, reason } = filing;
  const { nil, state, sha256, number, timeliness, filedAt } = filing;
  return {
    ...{ id, expectedKey, kind, recipientId, year, version, replacesId, reason },
    ...{ nil, state, sha256, number, timeliness, filedAt },
  };
}

function missingView(part: RequiredPart | MissingPart): Readonly<MissingPartAnswer> {
  const why = 'why' in part ? part.why : null;
  return { part: part.part, ref: part.ref, name: part.name, why, fineable: part.fineable };
}

export function documentView(document: StoredDocument): Readonly<FilingDocumentAnswer> {
  const { id, part, recipientId, name, mediaType, size, sha256, covers } = document;
  return { id, part, recipientId, name, mediaType, size, sha256, covers };
}

export function filingView(
  filing: StoredFiling,
  standing: DraftStanding | null,
  documents: readonly StoredDocument[],
): Readonly<FilingWithContentAnswer> {
  return {
    ...filingSummary(filing),
    signatures: filing.signatures.map(({ role, sha256, signerName, signedAt }) => ({
      role,
      sha256,
      signerName,
      signedAt,
      valid: sha256 === filing.sha256,
    })),
    missing: (standing?.missing ?? filing.missing ?? []).map(missingView),
    outdated: standing?.outdated ?? false,
    documents: documents.map(documentView),
    content: contentOf(filing),
  };
}

export function filedView(filed: FiledFiling): Readonly<FiledFilingAnswer> {
  return { ...filed, missing: filed.missing.map(missingView) };
}
