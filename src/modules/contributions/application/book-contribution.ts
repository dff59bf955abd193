import { Injectable } from '@nestjs/common';
import { yearOf } from '../../../legal/kernel/plain-date';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { readGroup } from '../../parties/public';
import { type RecordedJudgement } from '../../judgements/public';
import {
  type ContributionInput,
  insertContribution,
  lockDonorYear,
} from '../persistence/contribution.store';
import { checkInput } from './check-input';
import { donorYearFacts } from './donor-year-facts';
import { JudgeLedger } from './judge-ledger';

export interface BookedContribution extends RecordedJudgement {
  readonly contributionId: string;
}

/**
 * Books a contribution (art. 21) and judges the donor's year in the same transaction: a booking over
 * the cap is stored with its finding or not at all. What the law forbids is booked all the same,
 * because it happened; the finding says what must be done with the money.
 * @throws Problem 400 with all faults of the input.
 */
@Injectable()
export class BookContribution {
  constructor(private readonly ledger: JudgeLedger) {}

  async run(tx: Transaction, input: ContributionInput): Promise<BookedContribution> {
    const tenantId = tenantOf(tx);
    const key = { tenantId, donorId: input.donorId, year: yearOf(input.receivedOn) };
    await lockDonorYear(tx, tenantId, key.donorId, key.year);
    const facts = await donorYearFacts(tx, key, false);
    checkInput(tx, input, facts, facts?.group ?? (await readGroup(tx, tenantId)));
    const contributionId = await insertContribution(tx, tenantId, input, null);
    const judged = await this.ledger.run(tx, key);
    return { contributionId, ...judged };
  }
}

export type { ContributionInput };
