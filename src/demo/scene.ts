import { type INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { Worker } from '../platform/worker/public';
import { setDemoClock } from './demo-clock';

/** What happens on a day of the story. */
export interface Scene {
  /** yyyy-mm-dd */
  readonly day: string;
  readonly play: () => Promise<unknown>;
}

/**
 * Plays the scenes in order of day, with the clock at ten in the morning and everything done that
 * fell due before. Scenes of one day keep their order.
 */
export async function playScenes(
  app: INestApplicationContext,
  scenes: readonly Scene[],
): Promise<void> {
  const worker = app.get(Worker);
  let today = '';
  for (const scene of scenes.toSorted((a, b) => a.day.localeCompare(b.day))) {
    if (scene.day !== today) {
      today = scene.day;
      await setDemoClock(app.get(Database), `${today}T10:00:00+01:00`);
      await worker.drainOnce();
    }
    await scene.play();
    await worker.drainOnce();
  }
}
