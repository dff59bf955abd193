import { type Transaction } from '../../../platform/database/transaction';
import { badInput } from '../../../platform/http/problem';
import { searchWords } from '../../publication/public';
import { type DonorLine, listDonors, readStatistics } from '../persistence/people.query';

export { type DonorLine, type Part, type Statistics } from '../persistence/people.query';
export { readStatistics };
export {
  type FilingSearch,
  type FilingStanding,
  type FilingStatus,
  listFilingStatus,
} from '../persistence/filing-status.store';

export interface DonorsWanted {
  readonly text: string | null;
  readonly party: string | null;
  readonly year: number | null;
  readonly after: string | null;
  readonly limit: number;
}

/** @throws Problem 400 for words that too many gifts hold. */
export async function findDonors(
  tx: Transaction,
  { text, ...rest }: DonorsWanted,
): Promise<readonly DonorLine[]> {
  const words = text === null ? [] : searchWords(text);
  const found = await listDonors(tx, { words, ...rest });
  if (found !== null) return found;
  throw badInput({
    in: 'query',
    location: 'text',
    code: 'text.too_common',
    detail: 'Too many gifts hold these words. Add a word.',
  });
}
