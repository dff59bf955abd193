import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';

/** A gift of which the ministry knows something else than before. */
export interface GiftChange {
  readonly partyId: string;
  /** insight.gift.key; a gift that is not there any more went from a published list. */
  readonly key: string;
  /** `names`: only what its donor, recipient or party is called, or who owns the donor. */
  readonly what: 'gift' | 'names';
}

export type InsightListener = (tx: Transaction, changes: readonly GiftChange[]) => Promise<void>;

/**
 * What is public follows what the ministry knows, and insight knows nothing of what is public: it
 * tells whoever asked what changed, in the transaction of the job that derived it.
 */
@Injectable()
export class InsightChanges {
  private readonly listeners: InsightListener[] = [];

  subscribe(listener: InsightListener): void {
    this.listeners.push(listener);
  }

  async announce(tx: Transaction, changes: readonly GiftChange[]): Promise<void> {
    if (changes.length === 0) return;
    for (const listener of this.listeners) await listener(tx, changes);
  }
}
