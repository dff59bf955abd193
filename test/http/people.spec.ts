import supertest, { type Agent, type Response } from 'supertest';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { AssignRole, demoTotp, EndRole } from '../../src/modules/identity/public';
import { type Scope } from '../../src/platform/database/transaction';
import { aParty, type AParty } from '../support/a-party';
import { csrfIn, type SignedIn, startTestApp, type TestApp } from '../support/app';

const CLOCK = '2025-04-17T10:00:00Z';
const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const PASSPHRASE = 'regen tafel zeven fluiten';

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}

/** The text a person reads. */
function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

describe('The people of a party', () => {
  let site: TestApp;
  let group: AParty;
  let board: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.test.ownerQuery('delete from identity.sign_in_attempt');
    await site.setClock(CLOCK);
    group = await aParty(site.app);
    board = await site.signIn('party_administrator', group.tenantId);
  });

  const scopeOf = (person: SignedIn['person'], tenantId = group.tenantId): Scope => ({
    role: 'app',
    tenantId,
    actorId: person.accountId,
    actorRole: 'party_administrator',
    requestId: 'test',
  });

  async function invite(
    fields: Readonly<Record<string, string>>,
    who: SignedIn = board,
  ): Promise<Response> {
    const { text } = await who.agent.get('/mensen/uitnodigen').expect(200);
    return who.agent
      .post('/mensen/uitnodigingen')
      .type('form')
      .send({ _csrf: who.csrfToken, once: hidden(text, 'once'), ...fields });
  }

  /** The path in the newest letter to an address. */
  async function linkTo(email: string): Promise<string> {
    const [letter] = await site.test.ownerQuery<{ body: string }>(
      `select body from platform.outbox_message where recipient = $1
        order by created_at desc, id limit 1`,
      [email],
    );
    const path = /\/uitnodiging\/[\w-]{43}/.exec(letter?.body ?? '')?.[0];
    if (path === undefined) throw new Error(`no letter with a link to ${email}`);
    return path;
  }

  async function invited(fields: Readonly<Record<string, string>>): Promise<string> {
    await invite(fields).then(({ status }) => {
      expect(status).toBe(303);
    });
    return linkTo(fields['email'] ?? '');
  }

  interface Visitor {
    readonly agent: Agent;
    readonly form: string;
    readonly page: string;
  }

  async function visit(path: string): Promise<Visitor> {
    const agent = supertest.agent(site.url);
    const page = (await agent.get(path).expect(200)).text;
    return { agent, form: csrfIn(page), page };
  }

  const secretOn = (html: string): string =>
    (/id="secret">([^<]+)</.exec(html)?.[1] ?? '').replace(/ /g, '');

  /** Walks all three steps and gives the page with the recovery codes. */
  async function enrol(path: string, name = 'N. Nieuwkomer'): Promise<Visitor> {
    const { agent, form } = await visit(path);
    await agent
      .post(path)
      .type('form')
      .send({ _csrf: form, name, passphrase: PASSPHRASE })
      .expect(303);
    const second = await agent.get(`${path}/app`).expect(200);
    const code = demoTotp(secretOn(second.text), CLOCK);
    const done = await agent
      .post(`${path}/app`)
      .type('form')
      .send({ _csrf: form, code })
      .expect(200);
    return { agent, form, page: done.text };
  }

  const codesOn = (html: string): readonly string[] =>
    [...html.matchAll(/<code class="pg-code">([0-9A-Z-]{27})<\/code>/g)].map(
      ([, code = '']) => code,
    );

  describe('an invitation', () => {
    it('leads from the letter in three steps to the first page of work', async () => {
      const path = await invited({ email: 'nieuw@voorbeeld.example', role: 'treasurer' });
      const { page } = await visit(path);
      expect(read(page)).toContain('Stap 1 van 3: uw naam en wachtzin');
      expect(read(page)).toContain('Penningmeester');
      const { agent, page: done } = await enrol(path);
      expect(read(done)).toContain('Stap 3 van 3: uw herstelcodes');
      expect(codesOn(done)).toHaveLength(8);
      await agent.get('/start').expect(200);
      const list = read((await board.agent.get('/mensen').expect(200)).text);
      expect(list).toContain('N. Nieuwkomer');
      expect(list).toContain('Er wacht geen uitnodiging op antwoord.');
    });

    it('shows the secret as a QR code, a link and a text, and the codes only once', async () => {
      const path = await invited({ email: 'qr@voorbeeld.example', role: 'treasurer' });
      const { agent, form } = await visit(path);
      await agent
        .post(path)
        .type('form')
        .send({ _csrf: form, name: 'Q. R.', passphrase: PASSPHRASE });
      const { text } = await agent.get(`${path}/app`).expect(200);
      expect(text).toMatch(/<path class="pg-qr__ink" d="M4 4h1v1h-1z/);
      expect(text).toContain('otpauth://totp/Partijgiften:qr%40voorbeeld.example?secret=');
      expect(secretOn(text)).toMatch(/^[A-Z2-7]{32}$/);
    });

    it('keeps the name when the passphrase will not do, and says why', async () => {
      const path = await invited({ email: 'kort@voorbeeld.example', role: 'treasurer' });
      const { agent, form } = await visit(path);
      const send = (passphrase: string) =>
        agent.post(path).type('form').send({ _csrf: form, name: 'K. Kort', passphrase });
      const short = await send('elf tekens.').expect(422);
      expect(read(short.text)).toContain('ten minste 12 tekens');
      expect(short.text).toContain('value="K. Kort"');
      expect(short.text).toContain('<title>Fout:');
      const common = await send('Welkom2025!!').expect(422);
      expect(read(common.text)).toContain('makkelijk te raden');
      const own = await send('Kort Kort Kort 1').expect(422);
      expect(own.text).not.toContain('Kort Kort Kort');
    });

    it('a step cannot be skipped: without a name and passphrase there is no step 2', async () => {
      const path = await invited({ email: 'stap@voorbeeld.example', role: 'treasurer' });
      const { agent, form } = await visit(path);
      const early = await agent.get(`${path}/app`).expect(303);
      expect(early.headers['location']).toBe(path);
      const sent = await agent
        .post(`${path}/app`)
        .type('form')
        .send({ _csrf: form, code: '123456' });
      expect([sent.status, sent.headers['location']]).toEqual([303, path]);
    });

    it('a wrong code makes nothing, and after five even the right one waits', async () => {
      const path = await invited({ email: 'fout@voorbeeld.example', role: 'treasurer' });
      const { agent, form } = await visit(path);
      await agent.post(path).type('form').send({ _csrf: form, name: 'F.', passphrase: PASSPHRASE });
      const secret = secretOn((await agent.get(`${path}/app`)).text);
      const send = (code: string) =>
        agent.post(`${path}/app`).type('form').send({ _csrf: form, code });
      for (let n = 0; n < 5; n += 1) await send('000000').expect(422);
      await send(demoTotp(secret, CLOCK)).expect(429);
      const made = await site.test.ownerQuery(
        `select 1 from identity.account where email = 'fout@voorbeeld.example'`,
      );
      expect(made).toEqual([]);
    });

    it('sent at the same moment it makes one account and gives one role', async () => {
      const path = await invited({ email: 'dubbel@voorbeeld.example', role: 'accountant' });
      const { agent, form } = await visit(path);
      await agent.post(path).type('form').send({ _csrf: form, name: 'D.', passphrase: PASSPHRASE });
      const code = demoTotp(secretOn((await agent.get(`${path}/app`)).text), CLOCK);
      const send = () => agent.post(`${path}/app`).type('form').send({ _csrf: form, code });
      const answers = await Promise.all([send(), send(), send()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
      const roles = await site.test.ownerQuery(
        `select 1 from identity.assignment a join identity.account c on c.id = a.account_id
          where c.email = 'dubbel@voorbeeld.example'`,
      );
      expect(roles).toHaveLength(1);
    });

    it('unknown, used, withdrawn, replaced and expired links look exactly the same', async () => {
      const used = await invited({ email: 'een@voorbeeld.example', role: 'treasurer' });
      await enrol(used);
      const replaced = await invited({ email: 'twee@voorbeeld.example', role: 'treasurer' });
      const list = (await board.agent.get('/mensen')).text;
      const again = /\/mensen\/uitnodigingen\/[\w-]+\/opnieuw/.exec(list)?.[0] ?? '';
      const press = { _csrf: board.csrfToken };
      await board.agent.post(again).type('form').send(press).expect(303);
      const withdrawn = await linkTo('twee@voorbeeld.example');
      expect(withdrawn).not.toBe(replaced);
      await visit(withdrawn);
      await board.agent.post(again.replace('opnieuw', 'intrekken')).type('form').send(press);
      const expired = await invited({ email: 'drie@voorbeeld.example', role: 'treasurer' });
      await site.setClock('2025-05-01T10:00:01Z');
      const pages = new Set<string>();
      for (const path of [`/uitnodiging/${'A'.repeat(43)}`, used, replaced, withdrawn, expired]) {
        const { text } = await supertest(site.url).get(path).expect(404);
        pages.add(text.replaceAll(path, '').replaceAll(encodeURIComponent(path), ''));
      }
      expect(pages.size).toBe(1);
      expect(read([...pages].join(''))).toContain('Deze uitnodiging werkt niet');
    });

    it('works until fourteen days have passed', async () => {
      const path = await invited({ email: 'tijd@voorbeeld.example', role: 'treasurer' });
      await site.setClock('2025-05-01T09:59:00Z');
      await visit(path);
    });

    it('the database keeps the SHA-256 of the token, and the log holds neither', async () => {
      const path = await invited({ email: 'hash@voorbeeld.example', role: 'treasurer' });
      const token = path.split('/').at(-1) ?? '';
      const [row] = await site.test.ownerQuery<{ same: boolean }>(
        `select token_hash = sha256($1::bytea) as same from identity.invitation
          where email = 'hash@voorbeeld.example'`,
        [Buffer.from(token)],
      );
      expect(row?.same).toBe(true);
      const told = await site.test.ownerQuery('select 1 from audit.content where content like $1', [
        `%${token}%`,
      ]);
      expect(told).toEqual([]);
    });

    it('names every fault at once and keeps what was typed', async () => {
      const answer = await invite({
        email: 'geen adres',
        role: 'party_administrator',
        recipientId: group.affiliate,
        until: '31-02-2025',
        firstYear: '20',
      });
      expect(answer.status).toBe(400);
      for (const field of ['email', 'until', 'firstYear'])
        expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).toContain('value="31-02-2025"');
      const limited = await invite({
        email: 'b@voorbeeld.example',
        role: 'party_administrator',
        recipientId: group.affiliate,
        firstYear: '2025',
        lastYear: '2024',
      });
      expect(read(limited.text)).toContain('Een beheerder beheert de hele partij.');
      expect(read(limited.text)).toContain('Jaren vult u alleen in voor een accountant.');
      expect(read(limited.text)).toContain('2024 ligt voor het eerste jaar.');
    });

    it('pressed twice at once one letter goes out; asked again the address is known', async () => {
      const { text } = await board.agent.get('/mensen/uitnodigen');
      const fields = { email: 'pers@voorbeeld.example', role: 'treasurer' };
      const form = { _csrf: board.csrfToken, once: hidden(text, 'once'), ...fields };
      const send = () => board.agent.post('/mensen/uitnodigingen').type('form').send(form);
      const answers = await Promise.all([send(), send()]);
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      const letters = await site.test.ownerQuery(
        `select 1 from platform.outbox_message where recipient = 'pers@voorbeeld.example'`,
      );
      expect(letters).toHaveLength(1);
      const again = await invite(fields);
      expect(read(again.text)).toContain('Dit adres is al voor deze rol uitgenodigd.');
    });

    it('somebody with an account takes the role with passphrase and code, and keeps one account', async () => {
      const known = await site.people.add('treasurer', (await aParty(site.app)).tenantId);
      const path = await invited({ email: known.email, role: 'accountant' });
      const { agent, form, page } = await visit(path);
      expect(read(page)).toContain('hebt u al een account');
      const accept = (passphrase: string, code: string) =>
        agent.post(`${path}/aannemen`).type('form').send({ _csrf: form, passphrase, code });
      const code = await site.people.code(known);
      await accept('iets anders dan dat', code).expect(422);
      await accept(known.password, '000000').expect(422);
      await accept(known.password, code).expect(303);
      const account = read((await agent.get('/account').expect(200)).text);
      expect(account).toContain('Accountant, Partij van de Proef');
      expect(account).toContain('Verdergaan als Penningmeester');
      await supertest(site.url).get(path).expect(404);
    });

    it('is not taken up by whoever else is signed in', async () => {
      const other = await site.signIn('treasurer', group.tenantId);
      const path = await invited({ email: 'echt@voorbeeld.example', role: 'party_administrator' });
      const send = () =>
        other.agent.post(`${path}/aannemen`).type('form').send({ _csrf: other.csrfToken });
      await send().expect(422);
      const { text } = await other.agent.get(path).expect(200);
      expect(read(text)).toContain('Deze browser is aangemeld met een ander account');
    });

    it('a role that begins later is there but does not open anything yet', async () => {
      const path = await invited({
        email: 'later@voorbeeld.example',
        role: 'treasurer',
        from: '01-05-2025',
        until: '31-12-2025',
      });
      const { agent, page } = await enrol(path);
      expect(read(page)).toContain('U kunt zich aanmelden vanaf donderdag 1 mei 2025.');
      const { status } = await agent.get('/start');
      expect(status).toBe(303);
      expect(read((await board.agent.get('/mensen')).text)).toContain(
        'Vanaf 1 mei 2025, tot en met 31 december 2025',
      );
    });
  });

  describe('ending a role', () => {
    const end = async (assignmentId: string, day: string): Promise<Response> => {
      const { text } = await board.agent.get(`/mensen/rollen/${assignmentId}`).expect(200);
      return board.agent
        .post(`/mensen/rollen/${assignmentId}/beeindigen`)
        .type('form')
        .send({ _csrf: board.csrfToken, once: hidden(text, 'once'), day });
    };

    it('from today on it stops at once, also for who is signed in', async () => {
      const treasurer = await site.signIn('treasurer', group.tenantId);
      expect((await end(treasurer.person.assignmentId, '17-04-2025')).status).toBe(303);
      expect((await treasurer.agent.get('/start')).status).toBe(303);
      const list = read((await board.agent.get('/mensen')).text);
      expect(list).toContain('Rollen die voorbij zijn');
      expect(list).toMatch(/Beëindigd door Persoon \d+ op 17 april 2025/);
    });

    it('from a later day on it holds until the day before', async () => {
      const treasurer = await site.signIn('treasurer', group.tenantId);
      await end(treasurer.person.assignmentId, '18-04-2025');
      await treasurer.agent.get('/start').expect(200);
      await site.setClock('2025-04-17T22:00:01Z');
      expect((await treasurer.agent.get('/start')).status).toBe(303);
    });

    it('not in the past, and not twice', async () => {
      const treasurer = await site.people.add('treasurer', group.tenantId);
      const past = await end(treasurer.assignmentId, '16-04-2025');
      expect(read(past.text)).toContain('16-04-2025 is al voorbij.');
      await end(treasurer.assignmentId, '17-05-2025');
      const twice = await end(treasurer.assignmentId, '18-05-2025');
      expect(read(twice.text)).toContain('Deze rol heeft al een einde.');
    });

    it('the last administrator stays, and may go when another begins by then', async () => {
      const own = board.person.assignmentId;
      const refused = await end(own, '17-04-2025');
      expect(refused.status).toBe(400);
      expect(read(refused.text)).toContain('Dit is de laatste beheerder zonder laatste dag.');
      const second = await site.people.add('party_administrator', group.tenantId);
      await site.app.get(AssignRole).run({
        accountId: second.accountId,
        role: 'party_administrator',
        tenantId: group.tenantId,
        organisation: null,
      });
      expect((await end(own, '18-04-2025')).status).toBe(303);
    });

    it('somebody who has a last day is no successor, nor somebody who begins too late', async () => {
      const give = async (from: string, until: string | null): Promise<void> => {
        const { accountId } = await site.people.add('treasurer', group.tenantId);
        await site.app.get(AssignRole).run({
          ...{ accountId, role: 'party_administrator', tenantId: group.tenantId },
          organisation: null,
          from: plainDate(from),
          until: until === null ? null : plainDate(until),
        });
      };
      await give('2025-04-01', '2025-12-31');
      await give('2025-06-02', null);
      expect((await end(board.person.assignmentId, '01-06-2025')).status).toBe(400);
      expect((await end(board.person.assignmentId, '02-06-2025')).status).toBe(303);
    });

    it('two who end each other at once: one stays', async () => {
      const other = await site.people.add('party_administrator', group.tenantId);
      const ends = [
        [board.person, other.assignmentId],
        [other, board.person.assignmentId],
      ] as const;
      const outcomes = await Promise.allSettled(
        ends.map(([who, assignmentId]) =>
          site.app
            .get(EndRole)
            .run({ assignmentId, firstDayWithout: plainDate('2025-04-17') }, scopeOf(who)),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const [left] = await site.test.ownerQuery<{ count: string }>(
        `select count(*) as count from identity.assignment_in_force
          where tenant_id = $1 and role = 'party_administrator'`,
        [group.tenantId],
      );
      expect(left?.count).toBe('1');
    });

    it('also whoever reaches past the application cannot end the last one', async () => {
      const insert = site.test.ownerQuery(
        `insert into identity.assignment_end (assignment_id, until_date, recorded_by)
         values ($1, '2025-04-16', 'nobody')`,
        [board.person.assignmentId],
      );
      await expect(insert).rejects.toThrow('the last administrator of a party stays');
    });
  });

  describe('who may see and do what', () => {
    it('one administrator only is a standing warning, two are none', async () => {
      expect(read((await board.agent.get('/mensen')).text)).toContain(
        'Uw partij heeft maar één beheerder',
      );
      await site.people.add('party_administrator', group.tenantId);
      expect(read((await board.agent.get('/mensen')).text)).not.toContain('maar één beheerder');
    });

    it('treasurer and accountant read and decide nothing', async () => {
      for (const role of ['treasurer', 'accountant'] as const) {
        const { agent, csrfToken } = await site.signIn(role, group.tenantId);
        const { text } = await agent.get('/mensen').expect(200);
        expect(text).not.toContain('/mensen/uitnodigen');
        await agent.get('/mensen/uitnodigen').expect(403);
        const path = `/mensen/rollen/${board.person.assignmentId}`;
        await agent.get(path).expect(403);
        await agent.post(`${path}/beeindigen`).type('form').send({ _csrf: csrfToken }).expect(403);
      }
    });

    it('roles and invitations of another party are as unknown ones', async () => {
      const other = await aParty(site.app);
      const theirs = await site.people.add('treasurer', other.tenantId);
      await invite({ email: 'hier@voorbeeld.example', role: 'treasurer' });
      const stranger = await site.signIn('party_administrator', other.tenantId);
      const [row] = await site.test.ownerQuery<{ id: string }>(
        `select id from identity.invitation where email = 'hier@voorbeeld.example'`,
      );
      const bodies = async (who: SignedIn, path: string): Promise<readonly string[]> =>
        Promise.all(
          [path, path.replace(/[0-9a-f-]{36}/, UNKNOWN)].map(async (one) => {
            const send = { _csrf: who.csrfToken };
            const { status, text } = await who.agent.post(one).type('form').send(send);
            expect(status).toBe(404);
            return text.replace(/[0-9a-f-]{36}/g, '');
          }),
        );
      const [again, asUnknown] = await bodies(
        stranger,
        `/mensen/uitnodigingen/${row?.id ?? ''}/opnieuw`,
      );
      expect(again).toBe(asUnknown);
      await bodies(stranger, `/mensen/uitnodigingen/${row?.id ?? ''}/intrekken`);
      await board.agent.get(`/mensen/rollen/${theirs.assignmentId}`).expect(404);
      expect((await stranger.agent.get('/mensen')).text).not.toContain('hier@voorbeeld.example');
    });
  });
});
