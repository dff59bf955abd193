import { type INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { Worker } from '../platform/worker/public';
import { DEMO_DAY, setDemoClock } from './demo-clock';
import { loadPublishedLists } from './demo-lists';
import { registerDemoParties } from './demo-parties';
import { type DemoSignIn, registerDemoPeople, registerDemoVendor, signIns } from './demo-people';
import { tellDemoStory } from './demo-story';

export type { DemoSignIn };

async function isLoaded(database: Database): Promise<boolean> {
  const scope = {
    role: 'staff',
    tenantId: null,
    actorId: 'demonstration',
    actorRole: 'system',
    requestId: 'demonstration',
  } as const;
  const rows = await database.inTransaction(scope, (tx) =>
    tx.query('select 1 from core.organisation limit 1'),
  );
  return rows.length > 0;
}

/**
 * Fills an empty database with invented parties, people and gifts and with the ministry's published
 * lists, and sets the clock to Thursday 23 October 2025, six days before an election. On a database
 * that holds parties it changes nothing. Gives the people to sign in with.
 */
export async function loadDemo(app: INestApplicationContext): Promise<readonly DemoSignIn[]> {
  const database = app.get(Database);
  if (await isLoaded(database)) return signIns();
  await loadPublishedLists(app);
  await setDemoClock(database, '2025-01-06T09:00:00+01:00');
  const parties = await registerDemoParties(app);
  const people = await registerDemoPeople(app, parties);
  await registerDemoVendor(app);
  await tellDemoStory(app, parties, people);
  await setDemoClock(database, `${DEMO_DAY}T10:00:00+02:00`);
  await app.get(Worker).drainOnce();
  return signIns();
}
