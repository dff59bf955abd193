import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type Alert } from '../facts/alert';
import { insertAlert, ownAlerts, stopAlert } from '../persistence/alert.store';

/* Each of these acts for the person in whose name the transaction runs, and for nobody else. */

/** The own alerts that run, oldest first. */
export function readAlerts(tx: Transaction): Promise<readonly Alert[]> {
  return ownAlerts(tx);
}

export function follow(
  tx: Transaction,
  alert: Pick<Alert, 'name' | 'search' | 'language'>,
): Promise<void> {
  return insertAlert(tx, { id: newId(), ...alert });
}

/** False when there is no such alert of this person that runs. */
export function stopFollowing(tx: Transaction, id: string): Promise<boolean> {
  return stopAlert(tx, id);
}
