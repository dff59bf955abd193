import { type Transaction } from '../../../platform/database/transaction';
import { type MomentKey } from '../../../platform/http/keyset';
import { readDutiesOf, type StoredDuty } from '../../judgements/public';
import {
  type DueNotice,
  dueNotices,
  type FiledNoticeRow,
  filedNotices,
} from '../persistence/notice-list.query';
import {
  findNotice,
  findReceipt,
  type LineTimeliness,
  listNotices as list,
  type ReceiptFacts,
  type StoredNotice,
} from '../persistence/notice.store';
import { type FiledNoticeSource, noticeSources } from '../persistence/notice-source.query';
import { mostUrgent } from './notice-desk';

export function readNotice(tx: Transaction, id: string): Promise<StoredNotice | null> {
  return findNotice(tx, id);
}

export interface NoticeReceipt {
  readonly notice: StoredNotice;
  /** The duty it met whose term ended first; null for an addition to an earlier notice. */
  readonly duty: StoredDuty | null;
}

/** A notice with the term it was under; null when it is not there for who asks. */
export async function readNoticeReceipt(
  tx: Transaction,
  id: string,
): Promise<NoticeReceipt | null> {
  const notice = await findNotice(tx, id);
  if (notice === null) return null;
  const duties = await readDutiesOf(tx, notice);
  return {
    notice,
    duty: mostUrgent(duties.filter(({ metByNoticeId }) => metByNoticeId === notice.id)),
  };
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

/** Filed notices with the names in them, newest first. */
export function listFiledNotices(
  tx: Transaction,
  search: { readonly after: MomentKey | null; readonly limit: number },
): Promise<readonly FiledNoticeRow[]> {
  return filedNotices(tx, search);
}

/** Notices still to be filed, most urgent first. */
export function listDueNotices(tx: Transaction): Promise<readonly DueNotice[]> {
  return dueNotices(tx);
}

/** Every notice of one group with what it says of each contribution, oldest first. */
export function readNoticeSources(
  tx: Transaction,
  tenantId: string,
): Promise<readonly FiledNoticeSource[]> {
  return noticeSources(tx, tenantId);
}

/** For anyone with a receipt: null when no notice has this number. */
export function readReceipt(tx: Transaction, number: string): Promise<ReceiptFacts | null> {
  return findReceipt(tx, number);
}

export type { DueNotice, FiledNoticeRow, LineTimeliness, ReceiptFacts, StoredNotice };
