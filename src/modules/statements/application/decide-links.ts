import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type ContributionLife, readContribution } from '../../contributions/public';
import { type StoredEntry } from '../persistence/entry.query';
import { part, refused } from './decide-commands';

/**
 * The contributions of which this entry is the receipt.
 * @throws Problem 400 when one is not there or was annulled, or when they do not come to the entry.
 */
export async function linkable(
  tx: Transaction,
  entry: StoredEntry,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly amount: EuroCents }[]> {
  const found: ContributionLife['current'][] = [];
  for (const id of new Set(ids)) {
    const life = await readContribution(tx, tenantOf(tx), id);
    if (life === null)
      throw refused([
        part('/contributionIds', 'link.unknown', 'This contribution is not in your records.'),
      ]);
    found.push(life.current);
  }
  const amounts = found.map(({ amountCents }) => euroCents(Number(amountCents)));
  const sum = amounts.reduce<number>((total, amount) => total + amount, 0);
  if (sum !== entry.amount)
    throw refused([
      part(
        '/contributionIds',
        'link.sum',
        'The contributions do not come to the amount of the entry. Choose those that do, to the cent.',
      ),
    ]);
  return found.map(({ rootId }, at) => ({ id: rootId, amount: amounts[at] ?? entry.amount }));
}
