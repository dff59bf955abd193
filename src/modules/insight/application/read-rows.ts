import { type Transaction } from '../../../platform/database/transaction';
import { recordRead } from '../../audit/public';
import {
  donorByPublicId,
  type GiftFilter,
  type GiftRow,
  giftRows,
} from '../persistence/rows.query';

export interface RowsPage {
  readonly after: { readonly day: string; readonly id: string } | null;
  readonly limit: number;
}

/** Gifts as the ministry knows them, newest receipt first. Who reads names stands in the log. */
export async function readRows(
  tx: Transaction,
  filter: GiftFilter,
  page: RowsPage,
): Promise<readonly GiftRow[]> {
  await recordRead(tx, { entity: 'insight.gift', entityId: 'list', purpose: 'Wfpp 36' });
  return giftRows(tx, filter, page);
}

/** The next rows of a file that is being written; that it is read was logged with the first. */
export const nextRows = giftRows;
export const readDonorByPublicId = donorByPublicId;
export type { GiftFilter, GiftRow };
