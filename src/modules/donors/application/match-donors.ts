import { type Transaction } from '../../../platform/database/transaction';
import { type DonorDescription, type DonorMatch } from '../matching/description';
import { describedDecisions } from '../persistence/decision.store';
import { describedKey } from './match-decisions';

const NOBODY: DonorMatch = { certainty: 'none', donorId: null, score: 0, evidence: [], others: [] };

/** Which known donor each description means, in the same order. */
export async function matchDonors(
  tx: Transaction,
  tenantId: string,
  described: readonly DonorDescription[],
): Promise<readonly DonorMatch[]> {
  const keys = described.map(describedKey);
  const decided = await describedDecisions(tx, tenantId, [...new Set(keys)]);
  const same = decided.filter(({ verdict }) => verdict === 'same');
  return keys.map((key) => {
    const known = same.find((decision) => decision.describedKey === key);
    return known === undefined
      ? NOBODY
      : { ...NOBODY, certainty: 'certain', donorId: known.donorId };
  });
}
