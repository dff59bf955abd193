import { plainDate } from '../../src/legal/kernel/plain-date';
import { demoTotp, DisableAccount, EndAssignment } from '../../src/modules/identity/public';
import { AssignRole } from '../../src/modules/identity/public';
import supertest, { type Agent, type Response } from 'supertest';
import { aParty } from '../support/a-party';
import { csrfIn, startTestApp, type TestApp } from '../support/app';
import { type Person } from '../support/people';

const CLOCK = '2025-04-17T10:00:00Z';

function later(minutes: number): string {
  return new Date(Date.parse(CLOCK) + minutes * 60_000).toISOString();
}

function cookieOf(answer: Response, name: string): string | undefined {
  const lines = (answer.headers['set-cookie'] ?? []) as unknown as readonly string[];
  return lines.find((line) => line.startsWith(`${name}=`));
}

describe('Signing in', () => {
  let site: TestApp;
  let person: Person;
  let agent: Agent;
  let form: string;
  let tenantId: string;

  beforeAll(async () => {
    site = await startTestApp();
    ({ tenantId } = await aParty(site.app));
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    // Tries of an earlier test lie more than a quarter of an hour back.
    await site.test.ownerQuery('delete from identity.sign_in_attempt');
    await site.setClock(CLOCK);
    person = await site.people.add('treasurer', tenantId);
    await comeAnew();
  });

  /** In another browser. */
  const comeAnew = async (): Promise<void> => {
    agent = supertest.agent(site.url);
    form = csrfIn((await agent.get('/aanmelden').expect(200)).text);
  };

  const password = (given = person.password, email = person.email) =>
    agent.post('/aanmelden').type('form').send({ email, password: given, _csrf: form });
  const code = (given: string) =>
    agent.post('/aanmelden/code').type('form').send({ code: given, _csrf: form });
  const enter = async (): Promise<Response> => {
    await password().expect(303);
    return code(await site.people.code(person));
  };
  const isSignedIn = async (who: Agent = agent): Promise<boolean> => {
    const { status, headers } = await who.get('/account');
    if (status === 303) expect(headers['location']).toBe('/aanmelden?verder=%2Faccount');
    return status === 200;
  };

  it('takes the password and then the code, and leads each role to its work', async () => {
    const first = await password().expect(303);
    expect(first.headers['location']).toBe('/aanmelden/code');
    expect(await isSignedIn()).toBe(false);
    const second = await code(await site.people.code(person)).expect(303);
    expect(second.headers['location']).toBe('/start');
    expect(await isSignedIn()).toBe(true);
  });

  it('goes on to the page that was asked for, when it is one of ours', async () => {
    const onward = async (verder: string): Promise<string | undefined> => {
      await comeAnew();
      await password().expect(303);
      const body = { code: await site.people.code(person), _csrf: form, verder };
      const { headers } = await agent.post('/aanmelden/code').type('form').send(body).expect(303);
      return headers['location'];
    };
    expect(await onward('/giften?jaar=2025')).toBe('/giften?jaar=2025');
    await site.setClock(later(1));
    expect(await onward('//elders.example')).toBe('/start');
    await site.setClock(later(2));
    expect(await onward('/\\elders.example')).toBe('/start');
  });

  it('gives a new identifier after the code, and the earlier one opens nothing', async () => {
    const half = cookieOf(await password(), 'partijgiften_session');
    const whole = cookieOf(await code(await site.people.code(person)), 'partijgiften_session');
    expect(whole).toBeDefined();
    expect(whole?.split(';')[0]).not.toBe(half?.split(';')[0]);
    const old = supertest.agent(site.url).set('Cookie', half?.split(';')[0] ?? '');
    expect(await isSignedIn(old)).toBe(false);
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const cookie = cookieOf(await enter(), 'partijgiften_session');
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toMatch(/Domain|Expires/);
  });

  it('does not tell an unknown address from a wrong password', async () => {
    const wrong = await password('Zes paarden en geen appels').expect(422);
    const unknown = await password(person.password, 'niemand@voorbeeld.example').expect(422);
    const plain = (text: string): string =>
      text.replaceAll(person.email, '').replaceAll('niemand@voorbeeld.example', '');
    expect(plain(unknown.text)).toBe(plain(wrong.text));
    expect(wrong.text).toContain('horen niet bij elkaar');
    expect(wrong.text).not.toContain('Zes paarden');
  });

  it('asks again for what was left empty', async () => {
    expect((await password('').expect(422)).text).toContain('Vul uw wachtwoord in.');
    expect((await password('x', '').expect(422)).text).toContain('Vul uw e-mailadres in.');
  });

  it('refuses a wrong code, and one of two steps ago; one step either way is good', async () => {
    await password().expect(303);
    await code('000000').expect(422);
    await code('12345').expect(422);
    await code(demoTotp(person.totpSecret, later(-1))).expect(422);
    await code(demoTotp(person.totpSecret, later(-0.5))).expect(303);
    expect(await isSignedIn()).toBe(true);
  });

  it('takes a code once: not again, and none of before it', async () => {
    const given = await site.people.code(person);
    await password().expect(303);
    await code(given).expect(303);
    await comeAnew();
    await password().expect(303);
    expect((await code(given).expect(422)).text).toContain('al gebruikt');
    await code(demoTotp(person.totpSecret, later(-0.5))).expect(422);
    expect(await isSignedIn()).toBe(false);
    await code(demoTotp(person.totpSecret, later(0.5))).expect(303);
    expect(await isSignedIn()).toBe(true);
  });

  it('takes one of two equal codes that come at the same moment', async () => {
    const given = await site.people.code(person);
    await password().expect(303);
    const all = await Promise.all([code(given), code(given), code(given)]);
    const opened = all.filter(({ headers }) => headers['location'] === '/start');
    expect(opened).toHaveLength(1);
  });

  it('asks for the password again when the code comes after five minutes', async () => {
    await password().expect(303);
    await site.setClock(later(6));
    const { headers } = await code(await site.people.code(person)).expect(303);
    expect(headers['location']).toBe('/aanmelden');
  });

  it('after ten wrong passwords even the right one waits a quarter of an hour', async () => {
    for (let n = 0; n < 10; n += 1) await password(`Fout wachtwoord ${String(n)}`).expect(422);
    const { headers } = await password().expect(429);
    expect(headers['retry-after']).toBe('900');
    await site.setClock(later(16));
    await password().expect(303);
  });

  it('counts wrong passwords that come at the same moment', async () => {
    const tries = Array.from({ length: 14 }, () => password('Fout wachtwoord'));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  });

  it('counts wrong passwords from one address over all accounts', async () => {
    for (let n = 0; n < 30; n += 1) await password('x', `niemand${String(n)}@voorbeeld.example`);
    await password().expect(429);
  });

  it('after five wrong codes even the right one waits', async () => {
    await password().expect(303);
    for (let n = 0; n < 5; n += 1) await code('000000').expect(422);
    await code(await site.people.code(person)).expect(429);
  });

  it('refuses an account that was disabled, as if the password were wrong', async () => {
    await site.app.get(DisableAccount).run(person.accountId);
    await password().expect(422);
  });

  describe('forms', () => {
    it.each([
      ['without its token', ''],
      ['with the token of another visitor', 'other'],
    ])('the form for signing in is refused %s', async (_what, kind) => {
      const other = supertest.agent(site.url);
      const token = kind === '' ? '' : csrfIn((await other.get('/aanmelden')).text);
      const { email, password: given } = person;
      const body = { email, password: given, ...(token === '' ? {} : { _csrf: token }) };
      await agent.post('/aanmelden').type('form').send(body).expect(403);
    });

    it.each([
      ['without a token', {}],
      ['with the token of before signing in', { _csrf: 'form' }],
      ['with an empty token', { _csrf: '' }],
    ])('a form of somebody signed in is refused %s', async (_what, given) => {
      await enter();
      const body = '_csrf' in given && given._csrf === 'form' ? { _csrf: form } : given;
      await agent.post('/afmelden').type('form').send(body).expect(403);
      expect(await isSignedIn()).toBe(true);
    });

    it('a form sent by another site is refused, whatever it carries', async () => {
      const { agent: signedIn, csrfToken } = await site.signIn('overseer');
      const send = () => signedIn.post('/afmelden').type('form').send({ _csrf: csrfToken });
      await send().set('Sec-Fetch-Site', 'cross-site').expect(403);
      await send().set('Sec-Fetch-Site', 'same-origin').expect(303);
    });

    it('an upload must say that it comes from our own page', async () => {
      const { agent: signedIn } = await site.signIn('overseer');
      const send = () => signedIn.post('/afmelden').attach('file', Buffer.from('x'), 'x.csv');
      await send().expect(403);
      await send().set('Origin', 'https://elders.example').expect(403);
      await send().set('Origin', site.url).expect(303);
    });
  });

  describe('a session', () => {
    it('ends after thirty minutes without a request, and lives on while there are some', async () => {
      await enter();
      for (const minutes of [29, 58, 87]) {
        await site.setClock(later(minutes));
        expect(await isSignedIn()).toBe(true);
      }
      await site.setClock(later(87 + 31));
      expect(await isSignedIn()).toBe(false);
    });

    it('ends after twelve hours, however busy', async () => {
      await enter();
      for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
        await site.setClock(later(minutes));
        expect(await isSignedIn()).toBe(true);
      }
      await site.setClock(later(12 * 60 + 1));
      expect(await isSignedIn()).toBe(false);
    });

    it('ends with signing out, also for whoever copied the cookie', async () => {
      const cookie = cookieOf(await enter(), 'partijgiften_session')?.split(';')[0] ?? '';
      const token = csrfIn((await agent.get('/account')).text);
      const { headers } = await agent.post('/afmelden').type('form').send({ _csrf: token });
      expect(headers['set-cookie']?.[0]).toMatch(/^partijgiften_session=;/);
      expect(await isSignedIn(supertest.agent(site.url).set('Cookie', cookie))).toBe(false);
    });

    it('ends at once when the account is disabled', async () => {
      await enter();
      await site.app.get(DisableAccount).run(person.accountId);
      expect(await isSignedIn()).toBe(false);
    });

    it('ends with the last day of the role', async () => {
      await enter();
      await site.app.get(EndAssignment).run(person.assignmentId, plainDate('2025-04-17'));
      expect(await isSignedIn()).toBe(true);
      await site.setClock('2025-04-17T21:59:30Z');
      await comeAnew();
      await enter();
      await site.setClock('2025-04-17T22:00:30Z');
      expect(await isSignedIn()).toBe(false);
    });

    it('does not open the API', async () => {
      await enter();
      await agent.get('/v1/contributions').expect(401);
    });

    it('goes on in another role of the same person, in a new session', async () => {
      const given = { accountId: person.accountId, tenantId: null, organisation: 'Toezicht' };
      const role = await site.app.get(AssignRole).run({ ...given, role: 'overseer' });
      const before = cookieOf(await enter(), 'partijgiften_session')?.split(';')[0] ?? '';
      const page = (await agent.get('/account').expect(200)).text;
      expect(page).toContain('Verdergaan als Toezichthouder');
      const body = { assignment: role, _csrf: csrfIn(page) };
      const { headers } = await agent.post('/account/rol').type('form').send(body).expect(303);
      expect(headers['location']).toBe('/toezicht');
      expect(await isSignedIn(supertest.agent(site.url).set('Cookie', before))).toBe(false);
    });

    it('cannot go on in the role of somebody else', async () => {
      const other = await site.people.add('overseer', null);
      const { agent: signedIn, csrfToken } = await site.signIn('treasurer', tenantId);
      const body = { assignment: other.assignmentId, _csrf: csrfToken };
      await signedIn.post('/account/rol').type('form').send(body).expect(404);
    });
  });

  describe('an API token', () => {
    const get = (token: string) =>
      site.http().get('/v1/contributions').set('Authorization', `Bearer ${token}`);

    it('is made on the account page, shown once, works, and stops when it is revoked', async () => {
      const { agent: signedIn, csrfToken } = await site.signIn('treasurer', tenantId);
      const body = {
        name: 'Boekhouding',
        'scopes[]': ['contributions:read'],
        days: '30',
        _csrf: csrfToken,
      };
      const made = await signedIn.post('/account/tokens').type('form').send(body).expect(201);
      const token = /pgft_[\w-]{43}/.exec(made.text)?.[0] ?? '';
      await get(token).expect(200);
      const page = (await signedIn.get('/account')).text;
      expect(page).not.toContain(token);
      const revoke = /\/account\/tokens\/[\w-]+\/intrekken/.exec(page)?.[0] ?? '';
      await signedIn.post(revoke).type('form').send({ _csrf: csrfToken }).expect(303);
      await get(token).expect(401);
    });

    it('cannot be revoked by somebody else', async () => {
      const owner = await site.people.add('treasurer', tenantId);
      const token = await site.people.token(owner, ['contributions:read']);
      const [row] = await site.test.ownerQuery<{ id: string }>(
        'select id from identity.api_token where assignment_id = $1',
        [owner.assignmentId],
      );
      const { agent: signedIn, csrfToken } = await site.signIn('treasurer', tenantId);
      const path = `/account/tokens/${row?.id ?? ''}/intrekken`;
      await signedIn.post(path).type('form').send({ _csrf: csrfToken }).expect(404);
      await get(token).expect(200);
    });

    it('carries only what its role may', async () => {
      const { agent: signedIn, csrfToken } = await site.signIn('accountant', tenantId);
      const body = {
        name: 'x',
        'scopes[]': ['contributions:write', 'oversight:read'],
        _csrf: csrfToken,
      };
      const { text } = await signedIn.post('/account/tokens').type('form').send(body).expect(422);
      expect(text).toContain('Kies wat het programma mag.');
    });

    it('stops when it expires, when the account is disabled and when the role ends', async () => {
      const token = await site.people.token(person, ['contributions:read']);
      await site.setClock(later(89 * 24 * 60));
      await get(token).expect(200);
      await site.setClock(later(91 * 24 * 60));
      await get(token).expect(401);
      await site.setClock(CLOCK);
      await get(token).expect(200);
      await site.app.get(EndAssignment).run(person.assignmentId, plainDate('2025-04-16'));
      await get(token).expect(401);
      const other = await site.people.add('treasurer', tenantId);
      const second = await site.people.token(other, ['contributions:read']);
      await site.app.get(DisableAccount).run(other.accountId);
      await get(second).expect(401);
    });

    it.each([
      ' ',
      'Bearer',
      'Bearer x',
      `Bearer pgft_${'A'.repeat(43)}`,
      'Basic eDp5',
      'Bearer a b',
    ])('that reads "%s" is refused, also where no token is needed', async (header) => {
      const { headers, body } = await site
        .http()
        .get('/v1/legal-parameters')
        .set('Authorization', header)
        .expect(401);
      if (header === '') return;
      expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
      expect(body).toMatchObject({ type: 'urn:partijgiften:problem:token.invalid' });
    });

    it('without the scope of the route is refused', async () => {
      const token = await site.people.token(person, ['notices:read']);
      const { body } = await get(token).expect(403);
      expect(body).toMatchObject({ type: 'urn:partijgiften:problem:token.scope' });
    });
  });

  it('keeps no session, token, password or code secret in a readable form', async () => {
    const session = cookieOf(await enter(), 'partijgiften_session')?.split(/[=;]/)[1] ?? '';
    const token = await site.people.token(person, ['contributions:read']);
    const rows = await site.test.ownerQuery<{ all: string }>(`
      select to_jsonb(t)::text as all from identity.account t union all
      select to_jsonb(t)::text from identity.session t union all
      select to_jsonb(t)::text from identity.api_token t union all
      select content from audit.content`);
    const kept = rows.map((row) => row.all).join('\n');
    expect(kept).toContain(person.email);
    for (const secret of [session, token, person.password, person.totpSecret]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(kept).not.toContain(secret);
    }
  });

  it('leaves a line in the log for each event', async () => {
    await password('Fout wachtwoord').expect(422);
    await enter();
    const token = csrfIn((await agent.get('/account')).text);
    await agent.post('/afmelden').type('form').send({ _csrf: token }).expect(303);
    const lines = await site.test.ownerQuery<{ action: string }>(
      `select action from audit.event where entity_id = $1 order by seq`,
      [person.accountId],
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'account-registered',
      'sign-in-refused',
      'sign-in',
      'sign-out',
    ]);
  });
});

describe('Over https', () => {
  it('cookies are __Host- cookies, sent over https only', async () => {
    const site = await startTestApp({ publicUrl: 'https://partijgiften.example' });
    try {
      const { headers } = await site.http().get('/aanmelden');
      expect(headers['set-cookie']?.[0]).toMatch(
        /^__Host-partijgiften_form=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
    } finally {
      await site.close();
    }
  });
});
