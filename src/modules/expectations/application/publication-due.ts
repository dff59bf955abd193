import { type Transaction } from '../../../platform/database/transaction';
import { type Effect } from '../../../platform/deadlines/public';
import { findExpectedById } from '../persistence/expected.store';
import { signalPublication } from '../persistence/expected.writer';

/**
 * The last day on which the Minister publishes has come (arts. 28 lid 3 and 28a lid 3): it stands on
 * the overseer's list from now on. What was received is published; what was not is told.
 */
export async function publicationDue(tx: Transaction, id: string): Promise<Effect['effect']> {
  const expected = await findExpectedById(tx, id);
  if (expected === null || expected.withdrawnAt !== null)
    return { did: 'nothing', because: 'withdrawn' };
  const signalled = await signalPublication(tx, expected.tenantId, id);
  return { did: signalled ? 'signalled' : 'nothing', standing: expected.standing };
}
