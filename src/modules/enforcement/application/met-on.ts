import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type StoredDuty } from '../../judgements/public';
import { dayInAmsterdam } from '../persistence/day.query';

/** The day on which a duty was met by a notice; null while it is open. */
export async function metOn(tx: Transaction, duty: StoredDuty): Promise<PlainDate | null> {
  return duty.metAt === null ? null : plainDate(await dayInAmsterdam(tx, duty.metAt));
}
