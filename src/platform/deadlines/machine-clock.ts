import { type Transaction } from '../database/transaction';
import { type ClockReading } from './clock-guard';

/** The steady counter of this machine, in milliseconds since this process started. */
export function steadyNow(): number {
  return performance.now();
}

/**
 * Reads the three clocks. The only place that asks this machine for the time: not to decide
 * anything by it, but to see whether PostgreSQL's clock can be trusted. Null when the answer took
 * so long that nothing can be said.
 */
export async function readClocks(tx: Transaction): Promise<ClockReading | null> {
  const before = steadyNow();
  const [row] = await tx.query<{ at: string }>(
    `select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as at`,
  );
  const machine = Date.now();
  const steady = steadyNow();
  if (row === undefined || steady - before > 5000) return null;
  return { postgres: Number(row.at), machine, steady };
}
