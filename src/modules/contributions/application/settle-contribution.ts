import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { type RecordedJudgement } from '../../judgements/public';
import {
  findCurrent,
  insertSettlement,
  type SettlementInput,
  settledOf,
} from '../persistence/contribution.store';
import { announce } from '../../../platform/jobs/job';
import { CONTRIBUTION_SETTLED } from './contribution-settled';
import { holdDonorYear } from './hold-donor-year';
import { JudgeLedger } from './judge-ledger';

export interface SettledContribution extends RecordedJudgement {
  readonly settlementId: string;
}

/**
 * Money or value that left again: back to the donor, over to the State, or destroyed (arts. 21a, 23,
 * 23a, 29b). It is a fact of its own; the contribution stays as it was received.
 * @throws Problem 404, or 400 with all faults: more than came in, before it came in, in the future.
 */
@Injectable()
export class SettleContribution {
  constructor(private readonly ledger: JudgeLedger) {}

  async run(
    tx: Transaction,
    contributionId: string,
    settlement: SettlementInput,
  ): Promise<SettledContribution> {
    const tenantId = tenantOf(tx);
    const seen = await findCurrent(tx, tenantId, contributionId);
    if (seen === null) throw notFound();
    const held = await holdDonorYear(tx, tenantId, seen.donorId, seen.year);
    const key = { tenantId, donorId: held.donorId, year: held.year };
    const left = Number(seen.amountCents) - (await settledOf(tx, tenantId, seen.rootId));
    check(tx, settlement, left, seen.receivedOn);
    const settlementId = await insertSettlement(tx, tenantId, seen.id, settlement);
    const judged = await this.ledger.run(tx, key);
    await announce(tx, CONTRIBUTION_SETTLED, key);
    return { settlementId, ...judged };
  }
}

function check(
  tx: Transaction,
  settlement: SettlementInput,
  left: number,
  receivedOn: string,
): void {
  const faults = [];
  if (settlement.amount > left)
    faults.push({
      in: 'body' as const,
      location: '/amount',
      code: 'settlement.exceeds',
      detail: `Of this contribution EUR ${(left / 100).toFixed(2)} is left. Give at most that.`,
    });
  if (settlement.settledOn < receivedOn)
    faults.push({
      in: 'body' as const,
      location: '/settledOn',
      code: 'settlement.before_receipt',
      detail: `It came in on ${receivedOn}. It cannot have left before that day.`,
    });
  if (settlement.settledOn > tx.today)
    faults.push({
      in: 'body' as const,
      location: '/settledOn',
      code: 'date.future',
      detail: `${settlement.settledOn} has not come yet. Enter it on the day it was done.`,
    });
  if (faults.length > 0)
    throw problem(400, 'input.invalid', 'This cannot be recorded like this.', faults);
}

export type { SettlementInput };
