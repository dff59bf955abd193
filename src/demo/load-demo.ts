import { type INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../legal/kernel/plain-date';
import { AssignRole, RegisterAccount } from '../modules/identity/public';
import { Database } from '../platform/database/database';
import { type Role } from '../platform/http/actor';
import { Worker } from '../platform/worker/public';
import { DEMO_DAY, setDemoClock } from './demo-clock';
import { loadPublishedLists } from './demo-lists';
import { registerDemoParties } from './demo-parties';
import { tellDemoStory } from './demo-story';

/** One of the invented people with whom a demonstration can be tried. */
export interface DemoSignIn {
  /** What this person is, such as 'treasurer'. */
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** Everyone has the same one, so that it can be remembered; a real person never gets it. */
const PASSWORD = 'Dijk en duin 2025';
/** Fixed, so that an authenticator app can be set up once; the sign-in page shows the code too. */
const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Which of the two invented parties; null is the ministry or the committee. */
  readonly party: 'polder' | 'dorp' | null;
}

const PEOPLE: readonly DemoPerson[] = [
  { name: 'Tess Penning', email: 'treasurer@demo.example', role: 'treasurer', party: 'polder' },
  {
    name: 'Bram Bestuur',
    email: 'board@demo.example',
    role: 'party_administrator',
    party: 'polder',
  },
  { name: 'Rekha Cijfer', email: 'accountant@demo.example', role: 'accountant', party: 'polder' },
  { name: 'Daan Dorpsman', email: 'treasurer2@demo.example', role: 'treasurer', party: 'dorp' },
  { name: 'Olga Toezicht', email: 'overseer@demo.example', role: 'overseer', party: null },
  { name: 'Bas Besluit', email: 'decision@demo.example', role: 'decision_maker', party: null },
  {
    name: 'Cees Commissie',
    email: 'committee@demo.example',
    role: 'committee_member',
    party: null,
  },
  { name: 'Ada Beheer', email: 'admin@demo.example', role: 'administrator', party: null },
];

/** Named in the line that tells the program is ready; the README names the others. */
const ANNOUNCED: readonly Role[] = ['treasurer', 'overseer'];

function signIns(): readonly DemoSignIn[] {
  return PEOPLE.filter(({ role, party }) => ANNOUNCED.includes(role) && party !== 'dorp').map(
    ({ role, email }) => ({ role, email, password: PASSWORD }),
  );
}

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
 * lists, and sets the clock to Thursday 23 October 2025, six days before an election. On a database that
 * holds parties it changes nothing. Gives the people to sign in with.
 */
export async function loadDemo(app: INestApplicationContext): Promise<readonly DemoSignIn[]> {
  const database = app.get(Database);
  if (await isLoaded(database)) return signIns();
  await loadPublishedLists(app);
  await setDemoClock(database, '2025-01-06T09:00:00+01:00');
  const parties = await registerDemoParties(app);
  for (const person of PEOPLE) await addPerson(app, person, parties);
  await tellDemoStory(app, parties);
  await setDemoClock(database, `${DEMO_DAY}T10:00:00+02:00`);
  await app.get(Worker).drainOnce();
  return signIns();
}

async function addPerson(
  app: INestApplicationContext,
  person: DemoPerson,
  parties: Awaited<ReturnType<typeof registerDemoParties>>,
): Promise<void> {
  const party = person.party === null ? null : parties[person.party];
  const accountId = await app.get(RegisterAccount).run({
    email: person.email,
    name: person.name,
    password: PASSWORD,
    totpSecret: TOTP_SECRET,
  });
  await app.get(AssignRole).run({
    accountId,
    role: person.role,
    tenantId: party?.tenantId ?? null,
    organisation:
      party?.name ?? (person.role === 'committee_member' ? 'Ctfpp' : 'Ministerie van BZK'),
    from: plainDate('2025-01-01'),
  });
}
