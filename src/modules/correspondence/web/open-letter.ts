import { type Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { recordRead } from '../../audit/public';
import { readLetterPdf, readLetter, type FullLetter } from '../application/read-letters';

export interface OpenLetter {
  readonly letter: FullLetter;
  readonly tx: Transaction;
}

/**
 * Reads a letter for who asks, and leaves a line in the log that it was read.
 *
 * @throws Problem 404 when there is none, or it is not for them.
 */
export function openLetter<T>(
  database: Database,
  request: WebRequest,
  id: string,
  work: (open: OpenLetter) => Promise<T>,
): Promise<T> {
  return database.inTransaction(scopeOf(request), async (tx) => {
    const letter = await readLetter(tx, id);
    if (letter === null) throw notFound();
    await recordRead(tx, { entity: 'core.letter', entityId: id, purpose: letter.kind });
    return work({ letter, tx });
  });
}

/** The bytes that were sent. */
export async function openPdf({ letter, tx }: OpenLetter): Promise<Buffer> {
  const pdf = await readLetterPdf(tx, letter.id);
  if (pdf === null) throw notFound();
  return pdf;
}
