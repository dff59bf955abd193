import { type Filing, type OverviewContent, type RequiredPart } from '../facts/filing';
import { type Ref } from '../facts/group';

/**
 * Why a part counts as missing. 'absent': it is not there. 'none_not_stated': an empty list is not
 * yet a statement that there is nothing (T3). 'stated_none_but_listed': it says "none" and lists
 * some. 'particulars_missing': someone who is named lacks what art. 21 asks for. 'totals_wrong': a
 * sum is not the sum of its lines. 'at_end_only': debts of the year that were gone at its end are
 * left out (T26). 'not_listed': a debt in the books is left out. 'other_hash': a signature stands
 * under other bytes. 'names_no_documents' and 'document_not_covered': T28.
 */
export type MissingWhy =
  | 'absent'
  | 'none_not_stated'
  | 'stated_none_but_listed'
  | 'particulars_missing'
  | 'totals_wrong'
  | 'at_end_only'
  | 'not_listed'
  | 'other_hash'
  | 'names_no_documents'
  | 'document_not_covered';

/** A part that a filing lacks; `ref` and `name` say of whom. Each part and ref comes once, with its first reason. */
export interface MissingPart extends RequiredPart {
  readonly why: MissingWhy;
  /** Codes of particulars ('name', 'address', 'ubo'), or the names of documents. */
  readonly lacking: readonly string[];
}

export interface CheckedFiling extends Pick<Filing, 'content' | 'sha256' | 'signatures'> {
  /** What the debtor's own books list for the same period; null when they are not known. */
  readonly booked: Pick<OverviewContent, 'debts'> | null;
}

export type PartCheck = (part: RequiredPart, filing: CheckedFiling) => readonly MissingPart[];

/** The part itself, about the one it already names or about someone in it. */
export function missing(
  part: RequiredPart,
  why: MissingWhy,
  about: {
    readonly ref?: Ref | null;
    readonly name?: string | null;
    readonly lacking?: readonly string[];
  } = {},
): MissingPart {
  const { ref = part.ref, name = part.name, lacking = [] } = about;
  return { ...part, ref, name, why, lacking };
}
