import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalDonors } from '../../donors/public';
import { OwnCapChanges, ownCaps } from '../../parties/public';
import { donorYearTotalsFrom, type DonorYearTotal } from '../persistence/own-cap.query';
import { holdDonorYear } from './hold-donor-year';
import { JudgeLedger } from './judge-ledger';

/**
 * A party wrote down another cap of its own: who gave more than any of its caps is judged again, in
 * the same transaction. Nobody else can be found by it.
 */
@Injectable()
export class JudgeOwnCap implements OnModuleInit {
  constructor(
    private readonly changes: OwnCapChanges,
    private readonly ledger: JudgeLedger,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, { tenantId, from }) => this.run(tx, tenantId, from));
  }

  private async run(tx: Transaction, tenantId: string, from: PlainDate): Promise<void> {
    const amounts = (await ownCaps(tx, tenantId)).flatMap(({ amount }) => amount ?? []);
    if (amounts.length === 0) return;
    const lowest = Math.min(...amounts);
    const rows = await donorYearTotalsFrom(tx, tenantId, yearOf(from));
    for (const { donorId, year, cents } of await byCanonicalDonor(tx, tenantId, rows))
      if (cents > lowest)
        await this.ledger.run(tx, await holdDonorYear(tx, tenantId, donorId, year));
  }
}

/** Donors that are one in life are added up, in a fixed order so that locks never cross. */
async function byCanonicalDonor(
  tx: Transaction,
  tenantId: string,
  rows: readonly DonorYearTotal[],
): Promise<readonly DonorYearTotal[]> {
  const donors = await canonicalDonors(
    tx,
    tenantId,
    rows.map(({ donorId }) => donorId),
  );
  const totals = new Map<string, DonorYearTotal>();
  for (const { donorId, year, cents } of rows) {
    const one = donors.get(donorId) ?? donorId;
    const key = `${one} ${String(year)}`;
    const before = totals.get(key)?.cents ?? 0;
    totals.set(key, { donorId: one, year, cents: before + cents });
  }
  return [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}
