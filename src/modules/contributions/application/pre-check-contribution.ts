import { Injectable } from '@nestjs/common';
import { type Contribution, type DonorYear } from '../../../legal/facts/contribution';
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

/** The donor's year as if this gift, and what left of it again, had not been booked. */
function without(facts: DonorYear, rootId: string | null): DonorYear {
  return {
    ...facts,
    contributions: facts.contributions.filter(({ ref }) => ref !== rootId),
    settlements: facts.settlements.filter(({ contribution }) => contribution !== rootId),
  };
}

/** "May I accept this?": judges a gift that is not booked. Nothing is stored. */
@Injectable()
export class PreCheckContribution {
  /** @param insteadOf the first booking of a gift that this one would correct: it does not count. */
  async run(
    tx: Transaction,
    donor: AskedDonor,
    input: ContributionInput,
    insteadOf: string | null = null,
  ): Promise<PreCheck> {
    const tenantId = tenantOf(tx);
    const year = yearOf(input.receivedOn);
    const group = await readGroup(tx, tenantId);
    const known =
      'known' in donor
        ? await donorYearFacts(tx, { tenantId, donorId: donor.known, year }, false)
        : { group, donor: donor.described, year, contributions: [], settlements: [] };
    const facts = known === null ? null : without(known, insteadOf);
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
