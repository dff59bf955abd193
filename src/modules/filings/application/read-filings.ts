import { differencesBetween, type FieldDifference } from '../../../legal/overviews/differences';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import {
  documentsFiled,
  documentsOf,
  findDocument,
  type StoredDocument,
} from '../persistence/document.store';
import {
  type FilingSearch,
  findFiling,
  searchFilings,
  type StoredFiling,
  versionsOf,
} from '../persistence/filing.store';
import { contentOf } from './filing-fact';

/** One version; null when it is not there for who asks. The overseer sees what was filed. */
export function readFiling(tx: Transaction, id: string): Promise<StoredFiling | null> {
  return findFiling(tx, id);
}

/** Newest first. Row-level security decides whose. */
export function listFilings(
  tx: Transaction,
  search: FilingSearch,
): Promise<readonly StoredFiling[]> {
  return searchFilings(tx, search);
}

/** Every version of the duty of a filing, oldest first. */
export function readVersions(
  tx: Transaction,
  filing: Pick<StoredFiling, 'tenantId' | 'expectedKey'>,
): Promise<readonly StoredFiling[]> {
  return versionsOf(tx, filing.tenantId, filing.expectedKey);
}

/** What goes, or went, along with a version. */
export function readDocuments(
  tx: Transaction,
  filing: StoredFiling,
): Promise<readonly StoredDocument[]> {
  return filing.state === 'filed'
    ? documentsFiled(tx, filing.tenantId, filing.id)
    : documentsOf(tx, filing.tenantId, filing.expectedKey);
}

/** A document with its bytes; null when it is not there for who asks. */
export function readDocument(tx: Transaction, id: string): ReturnType<typeof findDocument> {
  return findDocument(tx, id);
}

/** What is different in `after` compared with `before`, field by field. */
export function filingDifferences(
  before: Pick<StoredFiling, 'content'>,
  after: Pick<StoredFiling, 'content'>,
): readonly FieldDifference[] {
  return differencesBetween(contentOf(before), contentOf(after));
}

export interface Correction {
  readonly before: StoredFiling;
  readonly after: StoredFiling;
  readonly differences: readonly FieldDifference[];
}

/**
 * What a version changes in the one before it; null for a first version.
 * @throws Problem 404 when it is not there for who asks.
 */
export async function readCorrection(tx: Transaction, id: string): Promise<Correction | null> {
  const after = await findFiling(tx, id);
  if (after === null) throw notFound();
  const before = after.replacesId === null ? null : await findFiling(tx, after.replacesId);
  if (before === null) return null;
  return { before, after, differences: filingDifferences(before, after) };
}

export type { FieldDifference, StoredDocument, StoredFiling };
