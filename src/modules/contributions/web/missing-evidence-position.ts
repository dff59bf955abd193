import { EVIDENCE_CODES } from '../../../legal/evidence/requirement';
import { decodeCursor } from '../../../platform/http/keyset';
import { isId } from '../../../platform/ids/id';
import { type MissingEvidence } from '../application/missing-evidence';

/** The line after which a page of the list begins. */
export interface LinePosition {
  readonly contributionId: string;
  readonly code: string;
  readonly subjectId: string;
}

/** @throws Problem 400 for a cursor this list did not give. */
export function positionIn(cursor: string | undefined): LinePosition | null {
  if (cursor === undefined) return null;
  const [contributionId, code, subjectId] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && isId(part),
    (part) => EVIDENCE_CODES.some((one) => one === part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return {
    contributionId: String(contributionId),
    code: String(code),
    subjectId: String(subjectId),
  };
}

/**
 * The lines after a position. A line that was met in the meantime is not there any more: then the
 * rest of its gift comes, or the gifts after it.
 */
export function afterPosition(
  lines: readonly MissingEvidence[],
  after: LinePosition | null,
): readonly MissingEvidence[] {
  if (after === null) return lines;
  const exact = lines.findIndex(
    (line) =>
      line.contributionId === after.contributionId &&
      line.code === after.code &&
      line.subjectId === after.subjectId,
  );
  if (exact >= 0) return lines.slice(exact + 1);
  const same = lines.findIndex(({ contributionId }) => contributionId === after.contributionId);
  return same >= 0 ? lines.slice(same) : lines;
}
