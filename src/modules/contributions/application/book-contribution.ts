import { Injectable } from '@nestjs/common';
import { yearOf } from '../../../legal/kernel/plain-date';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { readGroup } from '../../parties/public';
import { RecordJudgement, type RecordedJudgement } from '../../judgements/public';
import { type ContributionInput, insertContribution } from '../persistence/contribution.store';
import { checkInput } from './check-input';
import { clusterYearFacts } from './donor-year-facts';
import { holdDonorYear } from './hold-donor-year';

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
  constructor(private readonly judgement: RecordJudgement) {}

  async run(tx: Transaction, input: ContributionInput): Promise<BookedContribution> {
    const tenantId = tenantOf(tx);
    const held = await holdDonorYear(tx, tenantId, input.donorId, yearOf(input.receivedOn));
    const facts = await clusterYearFacts(tx, held, false);
    checkInput(tx, input, facts, facts?.group ?? (await readGroup(tx, tenantId)));
    const { id, sequence } = await insertContribution(tx, tenantId, input, null);
    const { recipientId: recipient, type, form, amount, receivedOn } = input;
    const booked = { ref: id, recipient, type, form, amount, receivedOn, sequence };
    // The lock is held, so these facts with the new one are the facts as they stand now.
    const judged = await this.judgement.run(tx, 'ledger', {
      ...facts,
      contributions: [...facts.contributions, booked],
    });
    return { contributionId: id, ...judged };
  }
}

export type { ContributionInput };
