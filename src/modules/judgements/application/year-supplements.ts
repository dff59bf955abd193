import { Injectable } from '@nestjs/common';
import { type DonorYear } from '../../../legal/facts/contribution';
import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';

/** Gives what more the law says of a donor's year; the same facts always give the same findings. */
export type YearSupplement = (tx: Transaction, facts: DonorYear) => Promise<readonly Finding[]>;

/**
 * Some rules about a gift rest on facts that a higher module keeps, such as when an affiliate told
 * its party. Those modules add their findings here, in the same judgement and transaction, so that
 * they appear and end with the others.
 */
@Injectable()
export class YearSupplements {
  private readonly supplements: YearSupplement[] = [];

  add(supplement: YearSupplement): void {
    this.supplements.push(supplement);
  }

  async findingsOf(tx: Transaction, facts: DonorYear): Promise<readonly Finding[]> {
    const found: Finding[] = [];
    for (const supplement of this.supplements) found.push(...(await supplement(tx, facts)));
    return found;
  }
}
