import { type Transaction } from '../../../platform/database/transaction';
import {
  arrangementsOf,
  findArrangement,
  type StoredArrangement,
} from '../persistence/arrangement.store';
import { remedyByCause } from '../persistence/remedy.queries';

export function readArrangement(
  tx: Transaction,
  tenantId: string,
  id: string,
): Promise<StoredArrangement | null> {
  return findArrangement(tx, tenantId, id);
}

/** All terms that the same side set for the same remedy, newest first. */
export async function readTermsOfSide(
  tx: Transaction,
  term: StoredArrangement,
): Promise<readonly StoredArrangement[]> {
  const all = await arrangementsOf(tx, [term.tenantId], [term.donorId]);
  return all.filter(
    (one) =>
      one.kind === 'term' &&
      one.setBy === term.setBy &&
      one.year === term.year &&
      one.findingKey === term.findingKey,
  );
}

/** True while something of the remedy is open by the party's own ledger. */
export async function isStillOpen(tx: Transaction, term: StoredArrangement): Promise<boolean> {
  const { tenantId, donorId, year, findingKey: key } = term;
  const standing = await remedyByCause(tx, { tenantId, donorId, year, key });
  return (standing?.content.remedy?.open ?? 0) > 0;
}

export type { StoredArrangement };
