import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type Group } from '../../../legal/facts/group';
import { type DonorRecord, listDonors, readDonor } from '../../donors/public';
import { readGroup } from '../../parties/public';

/** More than this is not a list to choose from; a donor's own page leads to the form as well. */
const MOST_DONORS = 500;

export interface GiftDesk {
  readonly group: Group;
  readonly donors: readonly DonorRecord[];
}

/** From whom and for whom a gift can be booked. The donor that was named is always among them. */
export async function readGiftDesk(tx: Transaction, donorId: string | null): Promise<GiftDesk> {
  const tenantId = tenantOf(tx);
  const group = await readGroup(tx, tenantId);
  const donors = await listDonors(tx, tenantId, { text: '', after: null, limit: MOST_DONORS });
  if (donorId === null || donors.some(({ id }) => id === donorId)) return { group, donors };
  const named = await readDonor(tx, tenantId, donorId);
  return { group, donors: named === null ? donors : [named, ...donors] };
}
