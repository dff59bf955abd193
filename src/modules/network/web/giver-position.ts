import { decodeCursor } from '../../../platform/http/keyset';
import { isId } from '../../../platform/ids/id';
import { type GiverPosition } from '../application/read-node';

/**
 * Where a list of givers goes on; null at its start.
 *
 * @throws Problem 400 for a cursor that such a list did not give.
 */
export function giverPosition(cursor: unknown): GiverPosition | null {
  if (typeof cursor !== 'string' || cursor === '') return null;
  const [cents, donorId] = decodeCursor(cursor, [
    (part) => typeof part === 'number' && Number.isSafeInteger(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { cents: Number(cents), donorId: String(donorId) };
}
