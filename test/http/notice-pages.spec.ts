import { createHash } from 'node:crypto';
import { type Response } from 'supertest';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}

/** The text a person reads: without tags, blanks in a row as one. */
function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

describe('The pages for notices (art. 25a)', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
  });
  afterAll(() => site.close());

  async function received(day: string, euros = 10_000, name?: string): Promise<string> {
    await site.setClock(`${day}T12:00:00+02:00`);
    const donorId = await aDonor(site.app, group.tenantId, name);
    const { tenantId, party: recipientId } = group;
    await aGift(site.app, { tenantId, donorId, recipientId, receivedOn: day, euros });
    return donorId;
  }

  const lastLook = (donorId: string): string =>
    `/meldingen/nieuw?gever=${donorId}&ontvanger=${group.party}&jaar=2025`;

  /** Opens the last look and sends its form, ticked, as often as asked. */
  async function file(donorId: string, times = 1): Promise<Response[]> {
    const { agent, csrfToken } = treasurer;
    const { text } = await agent.get(lastLook(donorId)).expect(200);
    const form = {
      _csrf: csrfToken,
      once: hidden(text, 'once'),
      gever: hidden(text, 'gever'),
      ontvanger: hidden(text, 'ontvanger'),
      jaar: hidden(text, 'jaar'),
      truth: 'yes',
      mandate: 'yes',
    };
    return Promise.all(
      Array.from({ length: times }, () => agent.post('/meldingen').type('form').send(form)),
    );
  }

  async function receiptOf(donorId: string): Promise<{ path: string; html: string }> {
    const [answer] = await file(donorId);
    expect(answer?.status).toBe(303);
    const next = answer?.headers['location'] ?? '';
    const { text } = await treasurer.agent.get(next).expect(200);
    return { path: next.split('?')[0] ?? '', html: text };
  }

  it('what is due stands first, with both last days and how many days are left', async () => {
    const donorId = await received('2025-04-17', 10_000, 'B. Aantocht');
    const { text } = await treasurer.agent.get('/meldingen').expect(200);
    expect(read(text)).toContain('Meld de gift van B. Aantocht');
    expect(read(text)).toContain(
      'Uiterlijk donderdag 24 april 2025; volgens de wet uiterlijk woensdag 23 april 2025.',
    );
    expect(read(text)).toContain('Nog 7 dagen');
    expect(text).toContain(`gever=${donorId}`);
  });

  it('both declarations are needed, each as a box of its own; all faults come at once', async () => {
    const donorId = await received('2025-04-17');
    const { agent, csrfToken } = treasurer;
    const { text } = await agent.get(lastLook(donorId)).expect(200);
    const answer = await agent
      .post('/meldingen')
      .type('form')
      .send({
        _csrf: csrfToken,
        once: hidden(text, 'once'),
        gever: donorId,
        ontvanger: group.party,
        jaar: '2025',
      })
      .expect(400);
    expect(answer.text).toContain('href="#truth"');
    expect(answer.text).toContain('href="#mandate"');
    expect(hidden(answer.text, 'once')).toBe(hidden(text, 'once'));
    const rows = await site.test.ownerQuery('select 1 from core.notice where donor_id = $1', [
      donorId,
    ]);
    expect(rows).toEqual([]);
  });

  it('pressed twice at once it is filed once, and both presses lead to the same receipt', async () => {
    const donorId = await received('2025-04-17');
    const answers = await file(donorId, 2);
    const places = answers.map(({ status, headers }) => [status, headers['location']]);
    expect(places[0]).toEqual([303, expect.stringMatching(/^\/meldingen\/[0-9a-f-]{36}\?/)]);
    expect(places[1]).toEqual(places[0]);
    const rows = await site.test.ownerQuery('select 1 from core.notice where donor_id = $1', [
      donorId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('a notice on the last day of the Act is in time', async () => {
    const donorId = await received('2025-04-17');
    await site.setClock('2025-04-23T23:59:00+02:00');
    const { html } = await receiptOf(donorId);
    expect(read(html)).toContain('De melding is op tijd');
    expect(read(html)).toContain('23 april 2025, 23.59 uur');
  });

  it('a notice between both days is in time as enforced, and a signal by the Act', async () => {
    const donorId = await received('2025-04-17');
    await site.setClock('2025-04-24T09:00:00+02:00');
    const { html } = await receiptOf(donorId);
    expect(read(html)).toContain('Dit is een signaal, geen overtreding die wordt beboet.');
  });

  it('received Thursday 17 April 2025 and filed on 25 April: late, with both days counted', async () => {
    const donorId = await received('2025-04-17');
    await site.setClock('2025-04-25T09:14:00+02:00');
    const { text } = await treasurer.agent.get(lastLook(donorId)).expect(200);
    expect(read(text)).toContain('De uiterste dag is voorbij');
    const { html } = await receiptOf(donorId);
    expect(read(html)).toContain('De melding is te laat');
    expect(read(html)).toContain('Gemeld op vrijdag 25 april 2025, 1 dag na de uiterste dag.');
    expect(read(html)).toContain('25 april 2025, 09.14 uur');
    expect(read(html)).toContain('Tweede paasdag');
    expect(read(html)).toContain('woensdag 23 april 2025');
  });

  it('the file is byte for byte what was hashed, and the check says it is genuine', async () => {
    const { path, html } = await receiptOf(await received('2025-04-17'));
    const sha256 = /<p class="pg-hash">([0-9a-f]{64})<\/p>/.exec(html)?.[1] ?? '';
    const file = await treasurer.agent.get(`${path}/bewijs.json`).buffer(true).expect(200);
    expect(createHash('sha256').update(file.text, 'utf8').digest('hex')).toBe(sha256);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="M-2025-/);
    const { number } = JSON.parse(file.text) as { number: string };

    const check = (query: object): Promise<Response> =>
      site.http().get('/ontvangstbewijs').query(query);
    const genuine = await check({ number: number.toLowerCase(), sha256: sha256.toUpperCase() });
    expect(read(genuine.text)).toContain('Dit ontvangstbewijs is echt');
    const turned = sha256.split('').reverse().join('');
    const other = await check({ number, sha256: turned });
    expect(read(other.text)).toContain('Dit ontvangstbewijs klopt niet');
    const exists = await check({ number });
    expect(read(exists.text)).toContain('Er is een ontvangstbewijs met dit nummer');
    expect(exists.text).not.toContain(sha256);
    for (const { text } of [genuine, other, exists]) {
      expect(text).not.toContain('A. Gever');
      expect(text).not.toContain('Partij van de Proef');
      expect(text).not.toContain('10.000,00');
    }
  });

  it.each([
    [{ number: 'M-2025-BCDFG-23456' }, 'Er is geen ontvangstbewijs met dit nummer'],
    [{ number: '' }, 'Vul het nummer van het ontvangstbewijs in'],
    [{ number: '<b>', sha256: 'abc' }, 'U vulde er 3 in.'],
  ])('the check answers %j with: %s', async (query, text) => {
    const answer = await site.http().get('/ontvangstbewijs').query(query).expect(200);
    expect(read(answer.text)).toContain(text);
  });

  it('the notice of another party gives the same answer as one that is not there', async () => {
    const { path } = await receiptOf(await received('2025-04-17'));
    const other = await aParty(site.app);
    const { agent } = await site.signIn('treasurer', other.tenantId);
    const bare = (html: string, id: string): string =>
      html.replaceAll(id, 'ID').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'REQUEST');
    for (const end of ['', '/bewijs.json']) {
      const theirs = await agent.get(`${path}${end}`).expect(404);
      const unknown = await agent.get(`/meldingen/${UNKNOWN}${end}`).expect(404);
      const id = path.split('/').at(-1) ?? '';
      expect(bare(theirs.text, id)).toBe(bare(unknown.text, UNKNOWN));
    }
  });

  it('nothing to notify gives no form, and neither does the donor of another party', async () => {
    const donorId = await received('2025-04-17', 9_999);
    await treasurer.agent.get(lastLook(donorId)).expect(404);
    const other = await aParty(site.app);
    const theirs = await aDonor(site.app, other.tenantId);
    await treasurer.agent.get(lastLook(theirs)).expect(404);
    await treasurer.agent.get('/meldingen/nieuw?gever=x').expect(404);
  });

  it('the accountant sees what is due and reads the last look, but gets no form to send', async () => {
    const donorId = await received('2025-04-17');
    const { agent } = await site.signIn('accountant', group.tenantId);
    await agent.get('/meldingen').expect(200);
    const { text } = await agent.get(lastLook(donorId)).expect(200);
    expect(read(text)).toContain('Alleen de penningmeester kan deze melding versturen.');
    expect(text).not.toContain('action="/meldingen"');
  });

  it('the list goes on page by page, each notice once', async () => {
    const [counted] = await site.test.ownerQuery<{ n: number }>(
      'select count(*)::int as n from core.notice where tenant_id = $1',
      [group.tenantId],
    );
    const before = counted?.n ?? 0;
    for (let more = before; more < 27; more += 1) await file(await received('2025-04-17'));
    const numbers: string[] = [];
    let path = '/meldingen';
    while (path !== '') {
      const { text } = await treasurer.agent.get(path).expect(200);
      numbers.push(...(text.match(/M-2025-[2-9B-Z]{5}-[2-9B-Z]{5}/g) ?? []));
      path = (/rel="next" href="([^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
    }
    expect(numbers).toHaveLength(27);
    expect(new Set(numbers).size).toBe(27);
  });
});
