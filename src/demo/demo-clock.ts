import { type PlainDate } from '../legal/kernel/plain-date';
import { type Database } from '../platform/database/database';
import { type Scope } from '../platform/database/transaction';

/** The day on which the story has been told and a visitor comes in: a Thursday. */
export const DEMO_DAY = '2025-10-23';

export const DEMO_WORKER: Scope = {
  role: 'worker',
  tenantId: null,
  actorId: 'demonstration',
  actorRole: 'system',
  requestId: 'demonstration',
};

/**
 * Sets what the application takes for now; null puts it right again. Only a demonstration may.
 * @param moment ISO 8601 with an offset, such as 2025-10-23T10:00:00+02:00
 */
export async function setDemoClock(database: Database, moment: string | null): Promise<void> {
  await database.inTransaction(DEMO_WORKER, (tx) =>
    tx.query('select platform.set_clock($1::timestamptz)', [moment]),
  );
}

/**
 * Moves the clock to ten in the morning of a day, or to the real time, under the people who are
 * using the demonstration: whoever is signed in stays so.
 */
export async function moveDemoClock(database: Database, day: PlainDate | null): Promise<void> {
  await database.inTransaction(DEMO_WORKER, (tx) =>
    tx.query(
      `select platform.move_clock(($1::date + time '10:00') at time zone 'Europe/Amsterdam')`,
      [day],
    ),
  );
}
