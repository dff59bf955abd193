import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';

export type DonorListener = (tx: Transaction, tenantId: string, donorId: string) => Promise<void>;

/**
 * A new particular, declaration or overview can change what the law says of a donor's gifts. Donors
 * knows nothing of gifts, so it announces the change, inside the same transaction, to whoever asked.
 */
@Injectable()
export class DonorChanges {
  private readonly listeners: DonorListener[] = [];

  subscribe(listener: DonorListener): void {
    this.listeners.push(listener);
  }

  async announce(tx: Transaction, tenantId: string, donorId: string): Promise<void> {
    for (const listener of this.listeners) await listener(tx, tenantId, donorId);
  }
}
