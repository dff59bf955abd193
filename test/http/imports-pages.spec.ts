import { type Response } from 'supertest';
import { Worker } from '../../src/platform/worker/public';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const HEAD = 'Soort gever;Naam gever;Adres;Plaats;Soort bijdrage;Datum ontvangst;Bedrag';
const person = (name: string, day = '17-04-2025', amount = '100,00'): string =>
  `Persoon;${name};Dorpsstraat 1;Utrecht;Gift;${day};${amount}`;

describe('The pages for importing files', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T12:00:00+02:00');
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
  });
  afterAll(() => site.close());

  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();

  interface Sent {
    readonly soort?: string;
    readonly jaar?: string;
    readonly opnieuw?: string;
    readonly name?: string;
    readonly once?: string;
  }

  async function send(lines: readonly string[] | null, sent: Sent = {}): Promise<Response> {
    const { agent, csrfToken } = treasurer;
    const { text } = await agent.get('/inlezen/nieuw').expect(200);
    const post = agent
      .post('/inlezen')
      .set('Origin', site.url)
      .field('_csrf', csrfToken)
      .field('once', sent.once ?? hidden(text, 'once'))
      .field('soort', sent.soort ?? 'contributions')
      .field('jaar', sent.jaar ?? '2025')
      .field('opnieuw', sent.opnieuw ?? '');
    if (lines === null) return post;
    return post.attach('bestand', Buffer.from(lines.join('\r\n')), sent.name ?? 'giften.csv');
  }

  async function started(lines: readonly string[], sent: Sent = {}): Promise<string> {
    const answer = await send(lines, sent);
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      expect.stringMatching(/^\/inlezen\/[0-9a-f-]{36}$/),
    ]);
    return answer.headers['location'] ?? '';
  }

  const look = async (path: string): Promise<string> =>
    (await treasurer.agent.get(path).expect(200)).text;

  async function press(path: string, html: string, fields: object = {}): Promise<Response> {
    const form = { _csrf: treasurer.csrfToken, once: hidden(html, 'once'), ...fields };
    return treasurer.agent.post(path).type('form').send(form);
  }

  it('from file to booked gifts in four steps, with a page that refreshes itself in between', async () => {
    const path = await started([
      HEAD,
      person('A. Een', '17-04-2025', '12.000,00'),
      person('B. Twee'),
    ]);
    const waiting = await treasurer.agent.get(path).expect(200);
    expect(waiting.headers['refresh']).toBe('2');
    expect(read(waiting.text)).toContain('Stap 2 van 4');
    await work();
    const check = await look(path);
    expect(read(check)).toContain('Stap 3 van 4');
    expect(read(check)).toContain('Te melden uiterlijk donderdag 24 april 2025');
    expect(read(check)).toContain('Nieuwe gever');
    const booked = await press(`${path}/boeken`, check, { mode: 'all' });
    expect(booked.status).toBe(303);
    expect(read(await look(path))).toContain('De rijen worden geboekt');
    await work();
    const done = await treasurer.agent.get(path).expect(200);
    expect(done.headers['refresh']).toBeUndefined();
    expect(read(done.text)).toContain('Geboekte rijen: 2');
    const gifts = await look('/giften');
    expect(read(gifts)).toContain('A. Een');
  });

  it('the good rows can go while the others wait, to be downloaded and mended', async () => {
    const path = await started([HEAD, person('C. Drie'), person('D. Vier', '31-02-2025', '1.000')]);
    await work();
    const check = await look(path);
    expect(read(check)).toContain(
      'Kolom F (Datum ontvangst): "31-02-2025". Deze dag bestaat niet.',
    );
    expect(read(check)).toContain('Dit bedrag kan 1,00 of 1.000,00 betekenen.');
    const all = await press(`${path}/boeken`, check, { mode: 'all' });
    expect(all.status).toBe(400);
    expect(summary(all.text)).toEqual([
      'Niet elke rij is goed. Verbeter eerst het bestand, of boek alleen de goede rijen.',
    ]);
    expect((await press(`${path}/boeken`, check, { mode: 'good' })).status).toBe(303);
    await work();
    const done = await look(path);
    expect(read(done)).toContain('Geboekte rijen: 1');
    expect(read(done)).toContain('Rijen die nog apart staan: 1');
    const file = await treasurer.agent.get(`${path}/gemarkeerd?alleen=fouten`).expect(200);
    expect(file.headers['content-disposition']).toContain('giften-gemarkeerd.xlsx');
  });

  it('the same file twice is recognised, and taken in again only by choice', async () => {
    const lines = [HEAD, person('E. Vijf')];
    await started(lines);
    const second = await send(lines);
    expect(second.status).toBe(200);
    expect(read(second.text)).toContain('Dit bestand is al eens ingelezen');
    expect(read(second.text)).toContain('2 juni 2025');
    await started(lines, { opnieuw: 'yes' });
  });

  it('pressed twice at once it is one import', async () => {
    const once = 'twee-keer-gedrukt';
    const lines = [HEAD, person('F. Zes')];
    const answers = await Promise.all([send(lines, { once }), send(lines, { once })]);
    const [first, second] = answers.map(({ headers }) => headers['location']);
    expect(first).toMatch(/^\/inlezen\//);
    expect(second).toBe(first);
  });

  it('all faults of the first step come at once, and what was typed stays', async () => {
    const answer = await send(null, { jaar: '25', soort: 'contributions' });
    expect(answer.status).toBe(400);
    expect(summary(answer.text)).toEqual([
      'Vul het jaar in met vier cijfers, van 2013 tot en met 2025.',
      'Kies een bestand.',
    ]);
    expect(answer.text).toContain('value="25"');
  });

  it('a file that is no table is refused at once, in words', async () => {
    const answer = await send(['%PDF-1.7'], { name: 'giften.xlsx' });
    expect(answer.status).toBe(400);
    expect(summary(answer.text)[0]).toMatch(/xlsx/);
  });

  it('every kind has a template that can be downloaded', async () => {
    for (const kind of ['contributions', 'donors', 'affiliates', 'debts', 'look_through']) {
      const answer = await treasurer.agent.get(`/inlezen/sjablonen/${kind}`).expect(200);
      expect(answer.headers['content-type']).toContain('spreadsheetml');
    }
    await treasurer.agent.get('/inlezen/sjablonen/alles').expect(404);
  });

  it('the import of another party gives the same answer as one that is not there', async () => {
    const path = await started([HEAD, person('G. Zeven')]);
    const { agent } = await site.signIn('treasurer', (await aParty(site.app)).tenantId);
    const bare = (html: string): string => html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
    const theirs = await agent.get(path).expect(404);
    const unknown = await agent.get(`/inlezen/${UNKNOWN}`).expect(404);
    expect(bare(theirs.text)).toBe(bare(unknown.text));
  });

  it('what is reported of affiliates becomes a recipient once the overseer takes it over', async () => {
    const lines = ['Soort neveninstelling;Naam;Vanaf', 'Jongerenorganisatie;Jongeren;01-01-2025'];
    const path = await started(lines, { soort: 'affiliates' });
    await work();
    await press(`${path}/boeken`, await look(path), { mode: 'all' });
    await work();
    const overseer = await site.signIn('overseer');
    const page = await overseer.agent.get('/toezicht/neveninstellingen').expect(200);
    expect(read(page.text)).toContain('Jongeren');
    const action = /action="(\/toezicht\/neveninstellingen\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    const form = { _csrf: overseer.csrfToken, once: hidden(page.text, 'once') };
    await overseer.agent.post(action).type('form').send(form).expect(303);
    const members = await site.test.ownerQuery(
      `select r.name from core.recipient r join core.recipient_membership m
         on m.tenant_id = r.tenant_id and m.recipient_id = r.id
        where r.tenant_id = $1 and r.kind = 'youth_organisation'`,
      [group.tenantId],
    );
    expect(members).toEqual([{ name: 'Jongeren' }]);
  });
});
