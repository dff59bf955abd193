import supertest, { type Agent, type Response } from 'supertest';
import { AUTHORITY } from '../../src/authority';
import { isApiPath, ROLES, type Role } from '../../src/platform/http/actor';
import { type Rule, scopesOf } from '../../src/platform/http/authority';
import { registeredRoutes } from '../../src/platform/http/routes';
import { aParty } from '../support/a-party';
import { csrfIn, startTestApp, type SignedIn, type TestApp } from '../support/app';

const UNKNOWN_ID = '5a1f0c7e-0000-4000-8000-00000000dead';
const REFUSALS_OF_THE_TABLE = /^urn:partijgiften:problem:(role|token\.scope|route|signin\.needed)$/;

interface Route {
  readonly key: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly rule: Rule;
}

function routes(api: boolean): readonly Route[] {
  return Object.entries(AUTHORITY)
    .map(([key, rule]) => {
      const [method = '', path = ''] = key.split(' ');
      const asked = path.replace(/:\w+/g, UNKNOWN_ID);
      return { key, method: method.toLowerCase() as Route['method'], path: asked, rule };
    })
    .filter(({ path }) => isApiPath(path) === api);
}

function mayUse(rule: Rule, who: Role | 'anonymous'): boolean {
  return rule.kind === 'public' || (who !== 'anonymous' && rule.roles.includes(who));
}

function typeOf(answer: Response): string {
  return (answer.body as { type?: string }).type ?? '';
}

describe('Who may use which route', () => {
  let site: TestApp;
  let tenantId: string;
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    site = await startTestApp();
    ({ tenantId } = await aParty(site.app));
    for (const role of ROLES) tokens.set(role, await site.tokenFor(role, tenantId));
  });
  afterAll(() => site.close());

  it('the table names every route there is, and no other', () => {
    expect([...registeredRoutes(site.app)].sort()).toEqual(Object.keys(AUTHORITY).sort());
  });

  describe('the API', () => {
    const ask = (route: Route, token?: string): Promise<Response> => {
      const request = site.http()[route.method](route.path).set('Accept', '*/*');
      return token === undefined ? request : request.set('Authorization', `Bearer ${token}`);
    };

    it.each(routes(true).map((route) => [route.key, route] as const))('%s', async (_key, route) => {
      const seen: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const who of [...ROLES, 'anonymous'] as const) {
        const answer = await ask(route, who === 'anonymous' ? undefined : tokens.get(who));
        const refused = REFUSALS_OF_THE_TABLE.test(typeOf(answer));
        seen[who] = refused ? String(answer.status) : 'may';
        expect(answer.status).toBeLessThan(500);
        expected[who] = mayUse(route.rule, who) ? 'may' : who === 'anonymous' ? '401' : '403';
      }
      expect(seen).toEqual(expected);
    });

    it('a token without the scope of the route is refused everywhere', async () => {
      for (const route of routes(true)) {
        if (route.rule.kind === 'public') continue;
        const [role] = route.rule.roles;
        if (role === undefined) continue;
        const others = scopesOf(AUTHORITY, role).filter(
          (scope) => route.rule.kind === 'roles' && scope !== route.rule.tokenScope,
        );
        const inParty = ['treasurer', 'party_administrator', 'accountant'].includes(role);
        const person = await site.people.add(role, inParty ? tenantId : null);
        const token = await site.people.token(person, others);
        const answer = await ask(route, token);
        expect([route.key, answer.status]).toEqual([route.key, 403]);
        expect(typeOf(answer)).toBe('urn:partijgiften:problem:token.scope');
      }
    });
  });

  describe('the pages', () => {
    const visitors = new Map<Role | 'anonymous', Pick<SignedIn, 'agent' | 'csrfToken'>>();

    beforeAll(async () => {
      for (const role of ROLES) visitors.set(role, await site.signIn(role, tenantId));
      const agent = supertest.agent(site.url);
      const { text } = await agent.get('/aanmelden');
      visitors.set('anonymous', { agent, csrfToken: csrfIn(text) });
    });

    const ask = (route: Route, agent: Agent, csrfToken: string): Promise<Response> =>
      route.method === 'get'
        ? agent.get(route.path)
        : agent[route.method](route.path).type('form').send({ _csrf: csrfToken });

    /** What the table alone makes of it: a refusal, or going to the page for signing in. */
    const verdict = (route: Route, { status, headers }: Response): string => {
      if (status === 403) return '403';
      const isSentAway = status === 303 && /^\/aanmelden(\?|$)/.test(headers['location'] ?? '');
      return isSentAway && route.rule.kind === 'roles' ? 'sign in' : 'may';
    };

    // Signing out comes last: it ends the sessions that the others need.
    const ordered = [...routes(false)].sort(
      (a, b) => Number(a.path === '/afmelden') - Number(b.path === '/afmelden'),
    );
    it.each(ordered.map((route) => [route.key, route] as const))('%s', async (_key, route) => {
      const seen: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const [who, { agent, csrfToken }] of visitors) {
        const answer = await ask(route, agent, csrfToken);
        expect(answer.status).toBeLessThan(500);
        seen[who] = verdict(route, answer);
        expected[who] = mayUse(route.rule, who) ? 'may' : who === 'anonymous' ? 'sign in' : '403';
      }
      expect(seen).toEqual(expected);
    });
  });
});
