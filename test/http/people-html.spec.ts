import supertest from 'supertest';
import { demoTotp } from '../../src/modules/identity/public';
import { aParty } from '../support/a-party';
import { csrfIn, startTestApp, type TestApp } from '../support/app';
import { htmlFaults } from '../support/html-check';

const CLOCK = '2025-04-17T10:00:00Z';

describe('The pages about people and accounts are valid HTML', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock(CLOCK);
  });
  afterAll(() => site.close());

  it('those of who is signed in, and those of who was invited', async () => {
    const { tenantId } = await aParty(site.app);
    const { agent, csrfToken, person } = await site.signIn('party_administrator', tenantId);
    const post = (path: string, fields: object) =>
      agent
        .post(path)
        .type('form')
        .send({ _csrf: csrfToken, ...fields });
    const faults: Record<string, readonly string[]> = {};
    const look = async (name: string, html: string): Promise<void> => {
      faults[name] = await htmlFaults(html);
    };
    const form = (await agent.get('/mensen/uitnodigen')).text;
    await look('invite', form);
    const once = /name="once" value="([^"]*)"/.exec(form)?.[1];
    await look('invite, faults', (await post('/mensen/uitnodigingen', { once })).text);
    const email = 'geldig@voorbeeld.example';
    await post('/mensen/uitnodigingen', { once, email, role: 'treasurer' }).expect(303);
    await post('/account/app', { passphrase: person.password }).expect(303);
    for (const path of [
      ...['/mensen', `/mensen/rollen/${person.assignmentId}`, '/instellingen', '/account'],
      ...['/account/wachtzin', '/account/app', '/account/app/bevestigen', '/account/herstelcodes'],
      ...['/uitnodiging/unknown', '/aanmelden/code?herstel=ja'],
    ])
      await look(path, (await agent.get(path)).text);
    const codes = await post('/account/herstelcodes', { passphrase: person.password });
    await look('recovery codes', codes.text);
    const [letter] = await site.test.ownerQuery<{ body: string }>(
      'select body from platform.outbox_message where recipient = $1',
      [email],
    );
    const link = /\/uitnodiging\/[\w-]{43}/.exec(letter?.body ?? '')?.[0] ?? '';
    const visitor = supertest.agent(site.url);
    const first = (await visitor.get(link)).text;
    await look('step 1', first);
    const send = (path: string, fields: object) =>
      visitor
        .post(path)
        .type('form')
        .send({ _csrf: csrfIn(first), ...fields });
    await send(link, { name: 'G. Eldig', passphrase: 'regen tafel zeven fluiten' }).expect(303);
    const second = (await visitor.get(`${link}/app`)).text;
    await look('step 2', second);
    const secret = (/id="secret">([^<]+)</.exec(second)?.[1] ?? '').replace(/ /g, '');
    await look('step 3', (await send(`${link}/app`, { code: demoTotp(secret, CLOCK) })).text);
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(Object.keys(faults)).toHaveLength(16);
  });
});
