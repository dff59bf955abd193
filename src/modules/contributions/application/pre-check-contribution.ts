import { Injectable } from '@nestjs/common';
import { type Contribution } from '../../../legal/facts/contribution';
import { type Donor } from '../../../legal/facts/donor';
import { yearOf } from '../../../legal/kernel/plain-date';
import { preCheck, type PreCheck } from '../../../legal/rules/pre-check';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { readGroup } from '../../parties/public';
import { type ContributionInput } from '../persistence/contribution.store';
import { checkInput } from './check-input';
import { donorYearFacts } from './donor-year-facts';

/** A donor that is already known, or one described on the spot who is not stored anywhere. */
export type AskedDonor = { readonly known: string } | { readonly described: Donor };

/** "May I accept this?": judges a gift that is not booked. Nothing is stored. */
@Injectable()
export class PreCheckContribution {
  async run(tx: Transaction, donor: AskedDonor, input: ContributionInput): Promise<PreCheck> {
    const tenantId = tenantOf(tx);
    const year = yearOf(input.receivedOn);
    const group = await readGroup(tx, tenantId);
    const facts =
      'known' in donor
        ? await donorYearFacts(tx, { tenantId, donorId: donor.known, year }, false)
        : { group, donor: donor.described, year, contributions: [], settlements: [] };
    checkInput(tx, input, facts, group);
    const intended: Contribution = {
      ref: 'intended',
      recipient: input.recipientId,
      type: input.type,
      form: input.form,
      amount: input.amount,
      receivedOn: input.receivedOn,
      sequence: Number.MAX_SAFE_INTEGER,
    };
    return preCheck(facts, intended, tx.today);
  }
}
