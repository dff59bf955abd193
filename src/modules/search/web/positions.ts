import { type CursorKey, decodeCursor } from '../../../platform/http/keyset';
import { isId } from '../../../platform/ids/id';
import { type Group } from '../facts/hit';

type Test = (part: string | number) => boolean;

const isNumber: Test = (part) => typeof part === 'number';
const isText: Test = (part) => typeof part === 'string';
const isIdentifier: Test = (part) => typeof part === 'string' && isId(part);
const isMoment: Test = (part) =>
  typeof part === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(part);
/** The day of a gift, '' when it has none, or its cents. */
const isDayOrCents: Test = (part) =>
  typeof part === 'number' ? Number.isSafeInteger(part) : /^(\d{4}-\d\d-\d\d)?$/.test(part);

const PAPERS = [isMoment, isIdentifier] as const;

const PARTS: Readonly<Record<Group, readonly Test[]>> = {
  donors: [isNumber, isText, isIdentifier],
  gifts: [isDayOrCents, isIdentifier],
  organisations: [isText, isText],
  owners: [isText, isText],
  publications: [isText],
  notices: PAPERS,
  filings: PAPERS,
  findings: PAPERS,
  proposals: PAPERS,
  cases: PAPERS,
  letters: PAPERS,
};
const DONORS_OF_PARTY = [isText, isIdentifier] as const;

/**
 * Where the list of a group goes on; null at its start.
 *
 * @throws Problem 400 for a cursor that this group did not give.
 */
export function positionOf(
  cursor: string | undefined,
  group: Group | null,
  ofParty: boolean,
): CursorKey | null {
  if (cursor === undefined || cursor === '' || group === null) return null;
  return decodeCursor(cursor, ofParty && group === 'donors' ? DONORS_OF_PARTY : PARTS[group]);
}
