import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { holdTheRegister } from '../persistence/publication.writer';
import {
  recountTotals,
  type TotalDifference,
  totalDifferences,
} from '../persistence/recount.query';

/** Adds up the whole register again, and gives where the sums that were kept were otherwise. */
@Injectable()
export class RecountRegister {
  /** Nothing is changed when all sums agree. Worker role. */
  async run(tx: Transaction): Promise<readonly TotalDifference[]> {
    await holdTheRegister(tx);
    const found = await totalDifferences(tx);
    if (found.length > 0) await recountTotals(tx);
    return found;
  }
}
