import { type INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../legal/kernel/plain-date';
import { OpenSandbox } from '../modules/developers/public';
import { AssignRole, RegisterAccount } from '../modules/identity/public';
import { PARTY_ROLES, type Role } from '../platform/http/actor';
import { type Scope } from '../platform/database/transaction';
import { type DemoParties } from './demo-parties';

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

type Who =
  | 'treasurer'
  | 'board'
  | 'accountant'
  | 'treasurer2'
  | 'board2'
  | 'accountant2'
  | 'treasurer3'
  | 'board3'
  | 'candidate'
  | 'treasurer5'
  | 'overseer'
  | 'decision'
  | 'committee'
  | 'secretary'
  | 'admin';

type Body = 'Ministerie van BZK' | 'Ctfpp';

/** Name, role, and the group or body the role is held for. */
const PEOPLE: Readonly<Record<Who, readonly [string, Role, keyof DemoParties | Body]>> = {
  treasurer: ['Tess Penning', 'treasurer', 'polder'],
  board: ['Bram Bestuur', 'party_administrator', 'polder'],
  accountant: ['Rekha Cijfer', 'accountant', 'polder'],
  treasurer2: ['Daan Dorpsman', 'treasurer', 'dorp'],
  board2: ['Vera Voorzitter', 'party_administrator', 'dorp'],
  accountant2: ['Arie Afvink', 'accountant', 'dorp'],
  treasurer3: ['Kees Kustlijn', 'treasurer', 'kust'],
  board3: ['Zoë Zandbank', 'party_administrator', 'kust'],
  candidate: ['Bo Bakboord', 'treasurer', 'lijst'],
  treasurer5: ['Wim Wadloper', 'treasurer', 'wad'],
  overseer: ['Olga Toezicht', 'overseer', 'Ministerie van BZK'],
  decision: ['Bas Besluit', 'decision_maker', 'Ministerie van BZK'],
  committee: ['Cees Commissie', 'committee_member', 'Ctfpp'],
  secretary: ['Sanne Secretaris', 'committee_secretary', 'Ctfpp'],
  admin: ['Ada Beheer', 'administrator', 'Ministerie van BZK'],
};

/** Named in the line that tells the program is ready; the README names the others. */
const ANNOUNCED: readonly Who[] = ['treasurer', 'overseer'];

const addressOf = (who: Who): string => `${who}@demo.example`;

export function signIns(): readonly DemoSignIn[] {
  return ANNOUNCED.map((who) => ({
    role: PEOPLE[who][1],
    email: addressOf(who),
    password: PASSWORD,
  }));
}

/** The scope in which one of the invented people acts. */
export type DemoPeople = Readonly<Record<Who, Scope>>;

export async function registerDemoPeople(
  app: INestApplicationContext,
  parties: DemoParties,
): Promise<DemoPeople> {
  const scopes: Partial<Record<Who, Scope>> = {};
  for (const who of Object.keys(PEOPLE) as Who[]) scopes[who] = await register(app, parties, who);
  return scopes as DemoPeople;
}

async function register(
  app: INestApplicationContext,
  parties: DemoParties,
  who: Who,
): Promise<Scope> {
  const [name, role, place] = PEOPLE[who];
  const party = place === 'Ministerie van BZK' || place === 'Ctfpp' ? null : parties[place];
  const email = addressOf(who);
  const account = { email, name, password: PASSWORD, totpSecret: TOTP_SECRET };
  const accountId = await app.get(RegisterAccount).run(account);
  const tenantId = party?.tenantId ?? null;
  const organisation = party?.name ?? place;
  const from = plainDate('2025-01-01');
  await app.get(AssignRole).run({ accountId, role, tenantId, organisation, from });
  return {
    role: PARTY_ROLES.includes(role) ? 'app' : 'staff',
    tenantId,
    actorId: accountId,
    actorRole: role,
    requestId: 'demonstration',
  };
}

/** Somebody who makes software: treasurer of an organisation to practise with, and of nothing else. */
export async function registerDemoVendor(app: INestApplicationContext): Promise<void> {
  const account = { email: 'vendor@demo.example', name: 'Sam Software' };
  const accountId = await app
    .get(RegisterAccount)
    .run({ ...account, password: PASSWORD, totpSecret: TOTP_SECRET });
  await app.get(OpenSandbox).run({
    role: 'app',
    tenantId: null,
    actorId: accountId,
    actorRole: 'treasurer',
    requestId: 'demonstration',
  });
}
