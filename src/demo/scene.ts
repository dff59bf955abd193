import { type INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { setTimeout as pause } from 'node:timers/promises';
import { workerScope } from '../platform/jobs/public';
import { Worker } from '../platform/worker/public';
import { setDemoClock } from './demo-clock';

/** What happens on a day of the story. */
export interface Scene {
  /** yyyy-mm-dd */
  readonly day: string;
  readonly play: () => Promise<unknown>;
}

const BUSY = `select 1 from platform.job
  where state = 'running' or state = 'ready' and run_at <= platform.now() and retry_at is null
  limit 1`;
const LONGEST_WAIT = 240;

/**
 * Does what may be done now and waits for what the worker of this program has taken up by itself:
 * a clock that moves on while a job runs would date its letter on another day.
 * @throws Error when there is still work after two minutes.
 */
async function settle(app: INestApplicationContext): Promise<void> {
  for (let tries = 0; tries < LONGEST_WAIT; tries += 1) {
    await app.get(Worker).drainOnce();
    const busy = await app
      .get(Database)
      .inTransaction(workerScope('demonstration'), (tx) => tx.query(BUSY));
    if (busy.length === 0) return;
    await pause(500);
  }
  throw new Error('the demonstration waits for work that does not end');
}

/**
 * Plays the scenes in order of day, with the clock at ten in the morning and everything done that
 * fell due before. Scenes of one day keep their order.
 */
export async function playScenes(
  app: INestApplicationContext,
  scenes: readonly Scene[],
): Promise<void> {
  let today = '';
  for (const scene of scenes.toSorted((a, b) => a.day.localeCompare(b.day))) {
    if (scene.day !== today) {
      today = scene.day;
      await setDemoClock(app.get(Database), `${today}T10:00:00+01:00`);
      await settle(app);
    }
    await scene.play();
    await settle(app);
  }
}
