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
import { lockDonorYear } from '../persistence/locks';
import { type BookedContribution } from './book-contribution';
import { checkInput } from './check-input';
import { donorYearFacts, type DonorYearKey } from './donor-year-facts';
import { JudgeLedger } from './judge-ledger';

/** Two donor-years are locked in one order, so that two corrections never wait for each other. */
async function lockBoth(tx: Transaction, keys: readonly DonorYearKey[]): Promise<void> {
  const ordered = [...keys].sort((a, b) =>
    `${a.donorId}/${String(a.year)}` < `${b.donorId}/${String(b.year)}` ? -1 : 1,
  );
  for (const key of ordered) await lockDonorYear(tx, key.tenantId, key.donorId, key.year);
}

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
    const before = yearKeyOf(tenantId, seen);
    const after = { tenantId, donorId: input.donorId, year: yearOf(input.receivedOn) };
    await lockBoth(tx, [before, after]);
    await this.stillNewest(tx, tenantId, seen, contributionId);
    const facts = await donorYearFacts(tx, after, false);
    checkInput(tx, input, facts, facts?.group ?? (await readGroup(tx, tenantId)));
    const corrects = { id: seen.id, rootId: seen.rootId, reason };
    const { id } = await insertContribution(tx, tenantId, input, corrects);
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
    const key = yearKeyOf(tenantId, seen);
    await lockDonorYear(tx, tenantId, key.donorId, key.year);
    await insertAnnulment(tx, tenantId, seen.id, reason);
    await this.ledger.run(tx, key);
  }
}
