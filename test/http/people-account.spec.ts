import supertest, { type Agent } from 'supertest';
import { isCommonPassphrase } from '../../src/modules/identity/application/common-passphrases';
import { demoTotp } from '../../src/modules/identity/public';
import { aParty } from '../support/a-party';
import { csrfIn, type SignedIn, startTestApp, type TestApp } from '../support/app';
import { type Person } from '../support/people';

const CLOCK = '2025-04-17T10:00:00.000Z';
const FRESH = 'regen tafel zeven fluiten';

function after(minutes: number): string {
  return new Date(Date.parse(CLOCK) + minutes * 60_000).toISOString();
}

function read(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('Passphrases that are guessed first', () => {
  it.each([
    'wachtwoord2025',
    'Welkom12345678',
    'W@chtw00rd2025!',
    'passwordpassword',
    '123456789012',
    'qwertyuiopasdf',
    'aaaabbbbaaaabbbb',
    'correct horse battery staple',
    'Polderpartij 2025',
    'Anna de Vries 1970',
  ])('%s', (passphrase) => {
    expect(isCommonPassphrase(passphrase, ['Anna de Vries', 'Polderpartij'])).toBe(true);
  });

  it.each(['regen tafel zeven fluiten', 'Vijf paarden en 3 appels', 'Dijk en duin 2025'])(
    'not so: %s',
    (passphrase) => {
      expect(isCommonPassphrase(passphrase, ['Anna de Vries', 'Polderpartij'])).toBe(false);
    },
  );
});

describe("One's own account", () => {
  let site: TestApp;
  let me: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.test.ownerQuery('delete from identity.sign_in_attempt');
    await site.setClock(CLOCK);
    const { tenantId } = await aParty(site.app);
    me = await site.signIn('treasurer', tenantId);
  });

  const post = (path: string, fields: object = {}, { agent, csrfToken } = me) =>
    agent
      .post(path)
      .type('form')
      .send({ _csrf: csrfToken, ...fields });

  /** Signs the same person in from another browser. */
  async function elsewhere(
    person: Person,
    password = person.password,
    code?: string,
  ): Promise<{ readonly agent: Agent; readonly entered: boolean; readonly csrfToken: string }> {
    const agent = supertest.agent(site.url);
    const form = csrfIn((await agent.get('/aanmelden').expect(200)).text);
    const { email } = person;
    await agent.post('/aanmelden').type('form').send({ email, password, _csrf: form });
    const given = code ?? (await site.people.code(person));
    const answer = await agent
      .post('/aanmelden/code')
      .type('form')
      .send({ code: given, herstel: code === undefined ? '' : 'ja', _csrf: form });
    const account = await agent.get('/account');
    const entered = answer.status === 303 && account.status === 200;
    return { agent, entered, csrfToken: entered ? csrfIn(account.text) : '' };
  }

  const codesOn = (html: string): readonly string[] =>
    [...html.matchAll(/<code class="pg-code">([0-9A-Z-]{27})<\/code>/g)].map(([, one = '']) => one);

  async function newCodes(): Promise<readonly string[]> {
    const { text } = await post('/account/herstelcodes', { passphrase: me.person.password }).expect(
      200,
    );
    return codesOn(text);
  }

  it('shows when it was signed in before, each session and what a token may, in words', async () => {
    await site.setClock(after(5));
    const other = await elsewhere(me.person);
    const text = read((await other.agent.get('/account')).text);
    expect(text).toContain('17 april 2025, 12.00 uur');
    expect(text).toContain('Overal elders afmelden');
    expect(text).toContain('Giften, gevers en schulden lezen (contributions:read)');
  });

  it('another passphrase asks the old one, ends the other sessions and tells by mail', async () => {
    await site.setClock(after(1));
    const other = await elsewhere(me.person);
    const wrong = await post('/account/wachtzin', { passphrase: 'iets anders', fresh: 'kort' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#passphrase"');
    expect(wrong.text).toContain('href="#fresh"');
    await post('/account/wachtzin', { passphrase: me.person.password, fresh: FRESH }).expect(303);
    expect((await me.agent.get('/account')).status).toBe(200);
    expect((await other.agent.get('/account')).status).toBe(303);
    await site.setClock(after(2));
    expect((await elsewhere(me.person)).entered).toBe(false);
    expect((await elsewhere(me.person, FRESH)).entered).toBe(true);
    const letters = await site.test.ownerQuery<{ subject: string }>(
      'select subject from platform.outbox_message where recipient = $1',
      [me.person.email],
    );
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Uw wachtwoord is gewijzigd / Your password was changed',
    ]);
  });

  it('after five wrong passphrases even the right one waits', async () => {
    for (let n = 0; n < 5; n += 1)
      await post('/account/herstelcodes', { passphrase: 'niet deze' }).expect(422);
    await post('/account/herstelcodes', { passphrase: me.person.password }).expect(429);
  });

  it('a new app counts once a code of it was typed; the old one stops then, not before', async () => {
    await post('/account/app', { passphrase: 'niet deze' }).expect(422);
    await post('/account/app', { passphrase: me.person.password }).expect(303);
    const { text } = await me.agent.get('/account/app/bevestigen').expect(200);
    const secret = (/id="secret">([^<]+)</.exec(text)?.[1] ?? '').replace(/ /g, '');
    await post('/account/app/bevestigen', { code: '000000' }).expect(422);
    await site.setClock(after(1));
    expect((await elsewhere(me.person)).entered).toBe(true);
    await post('/account/app/bevestigen', { code: demoTotp(secret, after(1)) }).expect(303);
    await site.setClock(after(2));
    expect((await elsewhere(me.person)).entered).toBe(false);
    const renewed = { ...me.person, totpSecret: secret };
    expect((await elsewhere(renewed)).entered).toBe(true);
  });

  it('without the passphrase first there is no new app', async () => {
    const { headers } = await me.agent.get('/account/app/bevestigen').expect(303);
    expect(headers['location']).toBe('/account/app');
    await post('/account/app/bevestigen', { code: '000000' }).expect(303);
  });

  it('a recovery code signs in once, as typed by hand, and also when pressed twice at once', async () => {
    const [first = '', second = ''] = await newCodes();
    const typed = first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect((await elsewhere(me.person, me.person.password, typed)).entered).toBe(true);
    expect((await elsewhere(me.person, me.person.password, first)).entered).toBe(false);
    const both = await Promise.all(
      [second, second].map((code) => elsewhere(me.person, me.person.password, code)),
    );
    expect(both.filter(({ entered }) => entered)).toHaveLength(1);
    expect(read((await me.agent.get('/account')).text)).toContain('Nog 6 te gebruiken');
  });

  it('new recovery codes stop the old ones; those of another are of no use', async () => {
    const [old = ''] = await newCodes();
    const [fresh = ''] = await newCodes();
    expect((await elsewhere(me.person, me.person.password, old)).entered).toBe(false);
    const other = await site.people.add('overseer', null);
    expect((await elsewhere(other, other.password, fresh)).entered).toBe(false);
    expect((await elsewhere(me.person, me.person.password, fresh)).entered).toBe(true);
  });

  it('the database keeps no recovery code that could be used', async () => {
    const [code = ''] = await newCodes();
    const rows = await site.test.ownerQuery<{ row: string }>(
      'select to_jsonb(c)::text as row from identity.recovery_code c',
    );
    const text = rows.map(({ row }) => row).join('');
    expect(text).not.toContain(code);
    expect(text).not.toContain(Buffer.from(code).toString('hex'));
  });

  it('signing out everywhere else ends the others and not this one', async () => {
    await site.setClock(after(1));
    const other = await elsewhere(me.person);
    await post('/account/sessies/beeindigen').expect(303);
    expect((await other.agent.get('/account')).status).toBe(303);
    expect((await me.agent.get('/account')).status).toBe(200);
  });

  it('choosing another role does not begin the twelve hours again', async () => {
    const second = await site.people.add('treasurer', (await aParty(site.app)).tenantId);
    await site.test.ownerQuery('update identity.assignment set account_id = $1 where id = $2', [
      me.person.accountId,
      second.assignmentId,
    ]);
    for (let minutes = 25; minutes <= 700; minutes += 25) {
      await site.setClock(after(minutes));
      await me.agent.get('/account').expect(200);
    }
    await post('/account/rol', { assignment: second.assignmentId }).expect(303);
    expect((await me.agent.get('/account')).status).toBe(200);
    await site.setClock(after(721));
    expect((await me.agent.get('/account')).status).toBe(303);
  });
});
