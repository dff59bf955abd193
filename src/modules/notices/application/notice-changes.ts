import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';

export type NoticeListener = (
  tx: Transaction,
  filed: { readonly tenantId: string; readonly year: number },
) => Promise<void>;

/**
 * Overviews are laid beside notices, and notices knows nothing of overviews: it tells whoever asked
 * that one was filed, inside the same transaction.
 */
@Injectable()
export class NoticeChanges {
  private readonly listeners: NoticeListener[] = [];

  subscribe(listener: NoticeListener): void {
    this.listeners.push(listener);
  }

  async announce(tx: Transaction, filed: Parameters<NoticeListener>[1]): Promise<void> {
    for (const listener of this.listeners) await listener(tx, filed);
  }
}
