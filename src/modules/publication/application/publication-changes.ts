import { Injectable, Logger } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';

export type ChangeListener = (numbers: readonly number[]) => void;

/**
 * Tells whoever asked, after the commit and in this process only, which changes were published.
 * Who must not miss one keeps the last number it saw and reads on from there.
 */
@Injectable()
export class PublicationChanges {
  private readonly listeners: ChangeListener[] = [];
  private readonly logger = new Logger('publication');

  subscribe(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** Of what this transaction publishes. */
  announce(tx: Transaction, numbers: readonly number[]): void {
    if (numbers.length > 0) tx.afterCommit(() => this.tell(numbers));
  }

  private tell(numbers: readonly number[]): void {
    for (const listener of this.listeners) {
      try {
        listener(numbers);
      } catch (error) {
        this.logger.error(`a listener to publications failed: ${String(error)}`);
      }
    }
  }
}
