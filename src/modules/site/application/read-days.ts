import { addDays, type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { changedDays } from '../persistence/changed-days.query';

const MOST_DAYS = 30;

/** Days to choose from, newest first: today, yesterday and the days on which something changed. */
export async function readDays(tx: Transaction): Promise<readonly PlainDate[]> {
  const { today } = tx;
  const days = [today, addDays(today, -1), ...(await changedDays(tx, MOST_DAYS))];
  return [...new Set(days)].sort().reverse();
}
