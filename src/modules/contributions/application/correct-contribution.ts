import { Injectable } from '@nestjs/common';
import { yearOf } from '../../../legal/kernel/plain-date';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { readGroup } from '../../parties/public';
import {
  type ContributionInput,
  findCurrent,
  insertAnnulment,
  insertContribution,
  type StoredContribution,
} from '../persistence/contribution.store';
import { type BookedContribution } from './book-contribution';
import { checkInput } from './check-input';
import { donorYearFacts, type DonorYearKey } from './donor-year-facts';
import { holdDonorYear, holdDonorYears } from './hold-donor-year';
import { JudgeLedger } from './judge-ledger';

function yearKeyOf(tenantId: string, contribution: StoredContribution): DonorYearKey {
  return { tenantId, donorId: contribution.donorId, year: contribution.year };
}

/**
 * A correction is a new booking that names the one it replaces, and why; the old one stays readable.
 * @throws Problem 404 when there is no such contribution, 409 when it was corrected or annulled in
 * the meantime, 400 with all faults of the input.
 */
@Injectable()
export class CorrectContribution {
  constructor(private readonly ledger: JudgeLedger) {}

  async run(
    tx: Transaction,
    contributionId: string,
    input: ContributionInput,
    reason: string,
  ): Promise<BookedContribution> {
    const tenantId = tenantOf(tx);
    const seen = await findCurrent(tx, tenantId, contributionId);
    if (seen === null) throw notFound();
    const wanted = { tenantId, donorId: input.donorId, year: yearOf(input.receivedOn) };
    const [before, after] = await holdDonorYears(tx, [yearKeyOf(tenantId, seen), wanted]);
    await this.stillNewest(tx, tenantId, seen, contributionId);
    const facts = await donorYearFacts(tx, after, false);
    checkInput(tx, input, facts, facts?.group ?? (await readGroup(tx, tenantId)));
    const corrects = { id: seen.id, rootId: seen.rootId, reason };
    // A gift keeps the donor it was booked under as long as that donor counts for the one given.
    const donorId = before.donorId === after.donorId ? seen.donorId : input.donorId;
    const { id } = await insertContribution(tx, tenantId, { ...input, donorId }, corrects);
    if (before.donorId !== after.donorId || before.year !== after.year)
      await this.ledger.run(tx, before);
    return { contributionId: id, ...(await this.ledger.run(tx, after)) };
  }

  private async stillNewest(
    tx: Transaction,
    tenantId: string,
    seen: StoredContribution,
    contributionId: string,
  ): Promise<void> {
    const now = await findCurrent(tx, tenantId, seen.id);
    if (now?.id !== seen.id || contributionId !== seen.id)
      throw problem(
        409,
        'contribution.changed',
        'This contribution was corrected in the meantime. Open the newest version and correct that.',
      );
  }
}

/** A contribution that should never have been booked. It stays readable with the reason. */
@Injectable()
export class AnnulContribution {
  constructor(private readonly ledger: JudgeLedger) {}

  async run(tx: Transaction, contributionId: string, reason: string): Promise<void> {
    const tenantId = tenantOf(tx);
    const seen = await findCurrent(tx, tenantId, contributionId);
    if (seen === null) throw notFound();
    const key = await holdDonorYear(tx, tenantId, seen.donorId, seen.year);
    await insertAnnulment(tx, tenantId, seen.id, reason);
    await this.ledger.run(tx, key);
  }
}
