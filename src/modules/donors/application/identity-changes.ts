import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';

/** Donors became one, or became themselves again. */
export interface IdentityChange {
  readonly tenantId: string;
  readonly kind: 'merged' | 'split';
  /** For whom the gifts count that moved: the united donor, or the one that was set apart again. */
  readonly to: string;
  /** For whom they counted before. */
  readonly from: string;
}

export type IdentityListener = (tx: Transaction, change: IdentityChange) => Promise<void>;

/**
 * A merge moves gifts to another donor's year. Donors knows nothing of gifts, so it announces the
 * change, inside the same transaction and with the identities held, to whoever asked.
 */
@Injectable()
export class IdentityChanges {
  private readonly listeners: IdentityListener[] = [];

  subscribe(listener: IdentityListener): void {
    this.listeners.push(listener);
  }

  async announce(tx: Transaction, change: IdentityChange): Promise<void> {
    for (const listener of this.listeners) await listener(tx, change);
  }
}
