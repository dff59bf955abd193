import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestExpressApplication } from '@nestjs/platform-express';
import supertest, { type Agent } from 'supertest';
import { createApp } from '../../src/app';
import { AUTHORITY } from '../../src/authority';
import { type Config } from '../../src/platform/config/config';
import { PARTY_ROLES, type Role } from '../../src/platform/http/actor';
import { scopesOf } from '../../src/platform/http/authority';
import { openTestDatabase, type TestDatabase } from './database';
import { type Person, People } from './people';

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly test: TestDatabase;
  /** Where it listens, such as http://127.0.0.1:41234. */
  readonly url: string;
  /** A client without cookies or token. */
  readonly http: () => Agent;
  readonly people: People;
  /** An API token, with every scope of the role, for a new account in this role. */
  readonly tokenFor: (role: Role, tenantId?: string) => Promise<string>;
  /** A new account in this role, signed in with password and code; `agent` holds its cookie. */
  readonly signIn: (role: Role, tenantId?: string) => Promise<SignedIn>;
  readonly setClock: (moment: string | null) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface SignedIn {
  readonly agent: Agent;
  readonly person: Person;
  /** What its forms send back as `_csrf`. */
  readonly csrfToken: string;
}

/** The tenant of the party roles when a test does not name one. */
export const SOME_TENANT = '5a1f0c7e-0000-4000-8000-000000000001';

function tenantFor(role: Role, tenantId?: string): string | null {
  return PARTY_ROLES.includes(role) ? (tenantId ?? SOME_TENANT) : null;
}

/** The token that the form on this page sends back. */
export function csrfIn(html: string): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1];
  if (token === undefined) throw new Error('the page holds no form');
  return token;
}

async function enter(url: string, people: People, person: Person): Promise<SignedIn> {
  const agent = supertest.agent(url);
  const first = await agent.get('/aanmelden').expect(200);
  const { email, password } = person;
  const form = { email, password, _csrf: csrfIn(first.text) };
  await agent.post('/aanmelden').type('form').send(form).expect(303);
  const code = await people.code(person);
  const second = { code, _csrf: form._csrf };
  await agent.post('/aanmelden/code').type('form').send(second).expect(303);
  const account = await agent.get('/account').expect(200);
  return { agent, person, csrfToken: csrfIn(account.text) };
}

/** The whole application on a database of its own and a free port, without its background work. */
export async function startTestApp(changes: Partial<Config> = {}): Promise<TestApp> {
  const test = await openTestDatabase();
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: test.url,
    redisUrl: null,
    stateDir: mkdtempSync(join(tmpdir(), 'partijgiften-test-')),
    secretKey: test.secret,
    demo: true,
    worker: false,
    publicUrl: 'http://127.0.0.1',
    smtpUrl: null,
    mailFrom: 'post@test.invalid',
    ...changes,
  };
  try {
    const app = await createApp({ config, sources: test.sources });
    await app.listen(config.port, config.host);
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const people = new People(app, test);
    const close = async (): Promise<void> => {
      await app.close();
      await test.close();
      if (config.stateDir !== null) rmSync(config.stateDir, { recursive: true, force: true });
    };
    return {
      app,
      test,
      url,
      people,
      http: () => supertest.agent(url),
      tokenFor: async (role, tenantId) => {
        const person = await people.add(role, tenantFor(role, tenantId));
        return people.token(person, scopesOf(AUTHORITY, role));
      },
      signIn: async (role, tenantId) =>
        enter(url, people, await people.add(role, tenantFor(role, tenantId))),
      setClock: test.setClock,
      close,
    };
  } catch (error) {
    await test.close();
    throw error;
  }
}
