import {
  type ExpectedFiling,
  type FiledDocument,
  type Filing,
  type FilingPart,
  type FilingSignature,
  type OverviewContent,
} from '../facts/filing';
import { checkDebts, checkGifts, checkInKind, checkLookThrough } from './completeness-of-lists';
import { missing, type MissingPart, type PartCheck } from './missing-part';
import { validSignatures } from './signatures';

function needsDocument(wanted: FiledDocument['part']): PartCheck {
  return (part, { content }) =>
    content.documents.some((document) => document.part === wanted) ? [] : [missing(part, 'absent')];
}

/**
 * T28: a statement is about the documents and versions that it names by hash. Every report and other
 * document in the filing must be among them; candidates' statements are no subject of it.
 */
const checkAuditor: PartCheck = (part, { content: { documents } }) => {
  const statements = documents.filter((document) => document.part === 'auditor_statement');
  if (statements.length === 0) return [missing(part, 'absent')];
  const covered = statements.flatMap(({ covers }) => covers);
  if (covered.length === 0) return [missing(part, 'names_no_documents')];
  const lacking = documents
    .filter((document) => document.part === 'report' || document.part === 'document')
    .filter(({ sha256 }) => !covered.includes(sha256))
    .map(({ name }) => name);
  return lacking.length === 0 ? [] : [missing(part, 'document_not_covered', { lacking })];
};

/** An affiliate's filing by its hash, or the statement of a candidate. */
const checkIncluded: PartCheck = (part, { content }) => {
  const there = content.included.some(
    ({ part: kind, ref, sha256 }) => kind === part.part && ref === part.ref && sha256 !== null,
  );
  return there ? [] : [missing(part, 'absent')];
};

function needsSignature(role: FilingSignature['role']): PartCheck {
  return (part, filing) => {
    if (validSignatures(filing).some((signature) => signature.role === role)) return [];
    const voided = filing.signatures.some((signature) => signature.role === role);
    return [missing(part, voided ? 'other_hash' : 'absent')];
  };
}

const CHECKS: Readonly<Record<FilingPart, PartCheck>> = {
  report: needsDocument('report'),
  gifts: checkGifts,
  in_kind: checkInKind,
  debts: checkDebts,
  look_through: checkLookThrough,
  auditor_statement: checkAuditor,
  affiliate: checkIncluded,
  candidate: checkIncluded,
  board_signature: needsSignature('board'),
  accountant_signature: needsSignature('accountant'),
  document: needsDocument('document'),
};

/**
 * Every part that the filing still lacks, by name, each part and subject once; empty when it is
 * complete. Nothing is assumed of what is not there.
 * @param booked what the filer's books list, to find debts that were left out; null when unknown
 */
export function completeness(
  expected: Pick<ExpectedFiling, 'parts'>,
  filing: Pick<Filing, 'content' | 'sha256' | 'signatures'>,
  booked: Pick<OverviewContent, 'debts'> | null = null,
): readonly MissingPart[] {
  const checked = { ...filing, booked };
  const found = expected.parts.flatMap((part) => CHECKS[part.part](part, checked));
  const same = (a: MissingPart, b: MissingPart): boolean => a.part === b.part && a.ref === b.ref;
  return found.filter((one, at) => found.findIndex((other) => same(one, other)) === at);
}
