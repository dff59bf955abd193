import { type Settlement } from '../../../legal/facts/contribution';
import { type Transaction } from '../../../platform/database/transaction';
import {
  receivedIn,
  type ReceivedContribution,
  settledOfRoots,
} from '../persistence/period.queries';

export interface PeriodReceipts {
  readonly contributions: readonly ReceivedContribution[];
  readonly settlements: readonly Settlement[];
}

/** What the group received in a period and what of it left again, whenever that was. */
export async function readPeriodReceipts(
  tx: Transaction,
  tenantId: string,
  period: { readonly from: string; readonly until: string },
): Promise<PeriodReceipts> {
  const contributions = await receivedIn(tx, tenantId, period);
  const roots = contributions.map(({ fact }) => fact.ref);
  return { contributions, settlements: await settledOfRoots(tx, tenantId, roots) };
}

export type { ReceivedContribution };
