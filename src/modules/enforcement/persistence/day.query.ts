import { type Transaction } from '../../../platform/database/transaction';

/** The calendar day in the Netherlands on which an instant fell. */
export async function dayInAmsterdam(tx: Transaction, instant: string): Promise<string> {
  const [row] = await tx.query<{ day: string }>(
    `select ($1::timestamptz at time zone 'Europe/Amsterdam')::date::text as day`,
    [instant],
  );
  if (row === undefined) throw new Error('PostgreSQL gave no day');
  return row.day;
}
