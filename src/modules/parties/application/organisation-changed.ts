import { type Transaction } from '../../../platform/database/transaction';
import { announce, defineJob } from '../../../platform/jobs/job';

/** A group was entered, or its status or members changed: what it owes may be otherwise. */
export const ORGANISATION_CHANGED = defineJob<{ readonly tenantId: string }>(
  'organisation.changed',
);

export function announceChange(tx: Transaction, tenantId: string): Promise<void> {
  return announce(tx, ORGANISATION_CHANGED, { tenantId }, { tenantId });
}
