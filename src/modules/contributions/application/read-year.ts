import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type RecipientTotal } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { type Transaction } from '../../../platform/database/transaction';
import {
  type DonorMoney,
  donorMoney,
  type YearMoney,
  yearMoney,
} from '../persistence/year.queries';
import { yearsOfLedger } from '../persistence/ledger.queries';
import { donorYearFacts } from './donor-year-facts';

/** A year by month, recipient and type: every total and chart of it is a sum of these. */
export function readYearMoney(
  tx: Transaction,
  tenantId: string,
  year: number,
): Promise<readonly YearMoney[]> {
  return yearMoney(tx, tenantId, year);
}

/** The years in which the party received something, newest first. */
export function readYears(tx: Transaction, tenantId: string): Promise<readonly number[]> {
  return yearsOfLedger(tx, tenantId);
}

/** What each donor gave to each recipient, of donors from a total on, the largest first. */
export function readDonorMoney(
  tx: Transaction,
  tenantId: string,
  year: number,
  from: EuroCents,
): Promise<readonly DonorMoney[]> {
  return donorMoney(tx, tenantId, year, from);
}

/** How the law counts one donor's year. */
export interface DonorStanding {
  readonly donorId: string;
  readonly recipients: readonly RecipientTotal[];
  readonly total: EuroCents;
  /** What may still be received under the cap; null when no cap applies or it is unknown. */
  readonly room: EuroCents | null;
}

/** Null when the donor is not there or not to be seen. */
export async function readDonorStanding(
  tx: Transaction,
  key: { readonly tenantId: string; readonly donorId: string; readonly year: number },
): Promise<DonorStanding | null> {
  const facts = await donorYearFacts(tx, key, false);
  if (facts === null) return null;
  const lastDay = plainDate(`${String(key.year)}-12-31`);
  const { totals, room } = judgeDonorYear(facts, tx.today < lastDay ? tx.today : lastDay);
  return { donorId: key.donorId, recipients: totals.recipients, total: totals.group.net, room };
}

export type { DonorMoney, YearMoney };
