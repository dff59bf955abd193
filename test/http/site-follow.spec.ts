import { WriteAlerts } from '../../src/modules/site/application/write-alerts';
import { RegisterHead } from '../../src/modules/open-data/public';
import { inRegister } from '../support/a-publication';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

interface Sent {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly stopUrl: string;
}

describe('hearing of changes in the register', () => {
  let site: TestApp;
  let overseer: SignedIn;
  let treasurer: SignedIn;

  const mails = () =>
    site.test.ownerQuery<Sent>(
      `select recipient, subject, body, stop_url as "stopUrl" from platform.outbox_message
        where body like '%openbare register%' order by created_at, recipient`,
    );
  const write = () => site.app.get(WriteAlerts).run();
  const follow = async (who: SignedIn, fields: Readonly<Record<string, string>>) => {
    const form = await who.agent.get('/register/volgen').expect(200);
    return who.agent
      .post('/register/volgen')
      .type('form')
      .send({ _csrf: who.csrfToken, once: hidden(form.text, 'once'), ...fields });
  };
  /** Eleven minutes later, so that the next mail may go. */
  const later = async (minutes: number) => {
    const at = new Date(Date.UTC(2025, 9, 23, 10, minutes)).toISOString();
    await site.setClock(at);
    return at;
  };

  beforeAll(async () => {
    site = await startTestApp();
    await later(0);
    overseer = await site.signIn('overseer');
    treasurer = await site.signIn('treasurer');
  });
  afterAll(() => site.close());

  it('everybody finds the feeds, and is told how to get mails', async () => {
    const { text } = await site.http().get('/register/volgen').expect(200);
    expect(text).toContain('href="/feeds/giften.atom"');
    expect(text).toContain('/aanmelden?verder=%2Fregister%2Fvolgen');
    expect(text).not.toContain('<form class="pg-form" action="/register/volgen"');
  });

  it('all faults of the form are said at once', async () => {
    const answer = await follow(overseer, { naam: '', min: 'veel' });
    expect(answer.status).toBe(400);
    expect(summary(answer.text)).toEqual([
      'Vul een naam in van hooguit 100 tekens, bijvoorbeeld "Giften uit het buitenland".',
      '"veel" is geen bedrag dat wij kunnen lezen. Vul bijvoorbeeld 10000 in.',
    ]);
  });

  it('a person of a party and one of the ministry each follow something, however often they press', async () => {
    const form = await overseer.agent.get('/register/volgen').expect(200);
    const fields = {
      _csrf: overseer.csrfToken,
      once: hidden(form.text, 'once'),
      naam: 'Buitenland',
      land: 'buitenland',
    };
    for (let press = 0; press < 2; press += 1)
      await overseer.agent.post('/register/volgen').type('form').send(fields).expect(303);
    const other = await follow(treasurer, { naam: 'Grote giften', min: '50000' });
    expect(other.status).toBe(303);
    const own = await overseer.agent.get('/register/volgen').expect(200);
    expect(own.text.match(/pg-token/g)).toHaveLength(1);
    expect(read(own.text)).not.toContain('Grote giften');
  });

  it('another person cannot stop it: the answer is that of an alert that is not there', async () => {
    const [row] = await site.test.ownerQuery<{ id: string }>(
      `select id from register.alert where name = 'Buitenland'`,
    );
    await treasurer.agent
      .post(`/register/volgen/${row?.id ?? ''}/stoppen`)
      .type('form')
      .send({ _csrf: treasurer.csrfToken })
      .expect(404);
  });

  it('nobody gets a mail when nothing changed, or nothing that they follow', async () => {
    expect(await write()).toBe(0);
    const at = await later(20);
    await inRegister(site.test, { number: 'BBBBBBBBB1', party: 'Duinpartij', changedAt: at });
    expect(await write()).toBe(0);
    expect(await mails()).toEqual([]);
  });

  it('one mail for each person, with links and without names', async () => {
    const at = await later(40);
    const abroad = { name: 'Deich GmbH', kind: 'undertaking', country: 'DE', residence: 'Aachen' };
    await inRegister(site.test, {
      number: 'BBBBBBBBB2',
      party: 'Duinpartij',
      amount: '60000.00',
      donor: abroad,
      changedAt: at,
    });
    await inRegister(site.test, {
      number: 'BBBBBBBBB3',
      party: 'Polderpartij',
      donor: abroad,
      changedAt: at,
    });
    await later(41);
    expect(await write()).toBe(2);
    const sent = await mails();
    const [toOverseer] = sent.filter(({ recipient }) => recipient === overseer.person.email);
    const [toTreasurer] = sent.filter(({ recipient }) => recipient === treasurer.person.email);
    expect(sent).toHaveLength(2);
    expect(toOverseer?.subject).toBe('2 wijzigingen in het openbare register');
    expect(toTreasurer?.subject).toBe('1 wijziging in het openbare register');
    expect(toOverseer?.body).toContain('http://127.0.0.1/register/giften/G-BBBBBBBBB2');
    expect(toOverseer?.body).not.toContain('Deich');
    expect(await write()).toBe(0);
  });

  it('what changes within ten minutes waits for the next mail', async () => {
    const at = await later(45);
    const donor = { country: 'BE', residence: 'Gent' };
    await inRegister(site.test, {
      number: 'BBBBBBBBB4',
      party: 'Duinpartij',
      donor,
      changedAt: at,
    });
    expect(await write()).toBe(0);
    await later(52);
    expect(await write()).toBe(1);
  });

  it('the link in a mail stops all mails with one press, and looking at it stops nothing', async () => {
    const [mail] = (await mails()).filter(({ recipient }) => recipient === overseer.person.email);
    const path = new URL(mail?.stopUrl ?? '').pathname;
    await site.http().get(path).expect(200);
    const running = `select count(*)::int as count from register.alert where stopped_at is null`;
    expect(await site.test.ownerQuery(running)).toEqual([{ count: 2 }]);
    await site
      .http()
      .get(`${path.slice(0, -2)}xx`)
      .expect(404);
    await site.http().post(path).expect(200);
    expect(await site.test.ownerQuery(running)).toEqual([{ count: 1 }]);
    await site.http().post(path).expect(200);
  });

  it('who has no role any more gets no mail', async () => {
    await site.test.ownerQuery('update identity.account set disabled_at = platform.now()');
    const at = await later(59);
    await inRegister(site.test, {
      number: 'BBBBBBBBB5',
      party: 'Duinpartij',
      amount: '90000.00',
      changedAt: at,
    });
    await site.setClock('2025-10-23T12:00:00Z');
    expect(await write()).toBe(0);
  });

  describe('a list on another site', () => {
    it('the page makes code that can be pasted as it is', async () => {
      const { text } = await site
        .http()
        .get('/register/insluiten?partij=duinpartij&aantal=5')
        .expect(200);
      expect(text).toContain(
        '&lt;iframe src=&quot;http://127.0.0.1/register/ingesloten?partij=duinpartij&amp;amp;aantal=5',
      );
    });

    it('the bare list may be framed by anybody, asks nothing and sets no cookie', async () => {
      const { text, headers } = await site
        .http()
        .get('/register/ingesloten?partij=duinpartij&aantal=5&taal=en')
        .expect(200);
      expect(headers['content-security-policy']).toContain('frame-ancestors *');
      expect(headers['x-frame-options']).toBeUndefined();
      expect(headers['set-cookie']).toBeUndefined();
      expect(text).not.toMatch(/<script|<form/);
      expect(text).toContain('<html lang="en">');
    });

    it('no other page may be framed', async () => {
      const { headers } = await site.http().get('/register').expect(200);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-frame-options']).toBe('DENY');
    });
  });

  it('the explanation leads to the error in the list of 2025 and to the rules', async () => {
    site.app.get(RegisterHead).forget();
    const { text } = await site.http().get('/register/uitleg').expect(200);
    expect(text).toContain('href="/register/2025"');
    expect(read(text)).toContain('€ 125.000 te laag');
  });
});
