import { type Transaction } from '../../../platform/database/transaction';
import {
  findNotice,
  findReceipt,
  listNotices as list,
  type ReceiptFacts,
  type StoredNotice,
} from '../persistence/notice.store';

export function readNotice(tx: Transaction, id: string): Promise<StoredNotice | null> {
  return findNotice(tx, id);
}

export function listNotices(
  tx: Transaction,
  search: {
    readonly after: { readonly filedAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly StoredNotice[]> {
  return list(tx, search);
}

/** For anyone with a receipt: null when no notice has this number. */
export function readReceipt(tx: Transaction, number: string): Promise<ReceiptFacts | null> {
  return findReceipt(tx, number);
}

export type { StoredNotice };
