import { createHash, randomBytes } from 'node:crypto';
import { type Response } from 'supertest';
import { Database } from '../../src/platform/database/database';
import { type Scope } from '../../src/platform/database/transaction';
import { Worker } from '../../src/platform/worker/public';
import {
  ADDRESS,
  ALinkDesk,
  FOUNDATION,
  hidden,
  NOON,
  PERSON,
  read,
} from '../support/a-donor-link';
import { aParty } from '../support/a-party';
import { type SignedIn, type TestApp } from '../support/app';
import { htmlFaults } from '../support/html-check';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';

const PUBLIC: Scope = {
  role: 'public',
  tenantId: null,
  actorId: 'anonymous',
  actorRole: 'anonymous',
  requestId: 'probe',
};

describe('Asking a donor by a link that works once', () => {
  let links: ALinkDesk;
  let site: TestApp;
  let treasurer: SignedIn;

  beforeAll(async () => {
    links = await ALinkDesk.open();
    ({ site, treasurer } = links);
  });
  afterEach(() => site.setClock(NOON));
  afterAll(() => site.close());

  describe('the treasurer', () => {
    it('asks on a page: the address is asked, the mail goes out, and it says how far it is', async () => {
      const { giftId } = await links.gift();
      const { agent, csrfToken } = treasurer;
      const form = (await agent.get(`/verzoeken/nieuw?gift=${giftId}`).expect(200)).text;
      const fields = { _csrf: csrfToken, once: hidden(form, 'once'), gift: giftId, taal: 'nl' };
      const wrong = await agent
        .post('/verzoeken')
        .type('form')
        .send({ ...fields, email: 'geen adres' });
      expect(wrong.status).toBe(400);
      expect(wrong.text).toContain('href="#email"');
      expect(wrong.text).toContain('value="geen adres"');
      const answers = await Promise.all(
        [1, 2].map(() =>
          agent
            .post('/verzoeken')
            .type('form')
            .send({ ...fields, email: ADDRESS }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect(answers[0]?.headers['location']).toBe(answers[1]?.headers['location']);
      const page = await agent.get(answers[0]?.headers['location'] ?? '').expect(200);
      expect(read(page.text)).toContain('De mail met de link wordt verstuurd.');
      expect(read(page.text)).toContain('Link werkt tot en met zaterdag 31 mei 2025');
      expect(page.text).not.toContain(ADDRESS);
      const again = await agent
        .post('/verzoeken')
        .type('form')
        .send({ ...fields, once: 'another-key', email: ADDRESS });
      expect(again.status).toBe(400);
      expect(read(again.text)).toContain('U vroeg dit al aan deze gever');
      const listed = read((await agent.get(`/giften/${giftId}`).expect(200)).text);
      expect(listed).toContain('Verklaring van de gever Gevraagd');
    });

    it('sees asked, opened, answered and entered', async () => {
      const { giftId } = await links.gift();
      const { id, link } = await links.ask(giftId);
      expect(await links.stateOf(id)).toContain('De gever heeft de link nog niet geopend.');
      const key = await links.once(link);
      expect(await links.stateOf(id)).toContain(
        'De gever heeft de link geopend, maar nog niets verstuurd.',
      );
      expect((await links.send(link, { ...PERSON, once: key })).status).toBe(303);
      expect(await links.stateOf(id)).toContain('Het antwoord wordt nu verwerkt.');
      await site.app.get(Worker).drainOnce();
      expect(await links.stateOf(id)).toContain('De gift is opnieuw beoordeeld.');
    });

    it('reminds once, by which the address is forgotten; both links open the same', async () => {
      const { giftId } = await links.gift();
      const { id, link } = await links.ask(giftId);
      await site.setClock('2025-05-20T12:00:00+02:00');
      const later = await site.signIn('treasurer', links.tenantId);
      const page = (await later.agent.get(`/verzoeken/${id}`).expect(200)).text;
      const press = (): Promise<Response> =>
        later.agent
          .post(`/verzoeken/${id}/herinneren`)
          .type('form')
          .send({ _csrf: later.csrfToken, once: hidden(page, 'once') })
          .then((answer) => answer);
      expect((await press()).status).toBe(303);
      const second = await links.linkInMail(id, 'reminder');
      expect(second).not.toBe(link);
      const rows = await site.test.ownerQuery(
        'select recipient_email from core.evidence_request where id = $1',
        [id],
      );
      expect(rows).toEqual([{ recipient_email: null }]);
      expect(await links.stateOf(id, later)).toContain(
        'Link werkt tot en met donderdag 19 juni 2025',
      );
      expect(await links.stateOf(id, later)).not.toContain('Herinnering sturen');
      await site.http().get(link).expect(200);
      expect((await links.send(second, { ...PERSON, once: await links.once(second) })).status).toBe(
        303,
      );
      await links.closed(link);
    });

    it('withdraws, and the link is dead at once', async () => {
      const { giftId } = await links.gift();
      const { id, link } = await links.ask(giftId);
      const key = await links.once(link);
      const page = (await treasurer.agent.get(`/verzoeken/${id}`).expect(200)).text;
      const keys = [...page.matchAll(/name="once" value="([^"]+)"/g)].map(([, one]) => one);
      await treasurer.agent
        .post(`/verzoeken/${id}/intrekken`)
        .type('form')
        .send({ _csrf: treasurer.csrfToken, once: keys[1] })
        .expect(303);
      expect((await links.send(link, { ...PERSON, once: key })).status).toBe(404);
      await links.closed(link);
      expect(await links.stateOf(id)).toContain('Ingetrokken');
      // And may be asked again.
      await links.ask(giftId);
    });

    it('of another party sees nothing of it, and others of the party only read', async () => {
      const { giftId } = await links.gift();
      const { id } = await links.ask(giftId);
      const stranger = await site.signIn('treasurer', (await aParty(site.app)).tenantId);
      await stranger.agent.get(`/verzoeken/${id}`).expect(404);
      await stranger.agent.get(`/verzoeken/nieuw?gift=${giftId}`).expect(404);
      const sent = await stranger.agent
        .post(`/verzoeken/${id}/intrekken`)
        .type('form')
        .send({ _csrf: stranger.csrfToken, once: 'key' });
      expect(sent.status).toBe(404);
      const accountant = await site.signIn('accountant', links.tenantId);
      const page = await accountant.agent.get(`/verzoeken/${id}`).expect(200);
      expect(page.text).not.toContain('intrekken"');
      await accountant.agent.get(`/verzoeken/nieuw?gift=${giftId}`).expect(403);
      const overseer = await site.signIn('overseer');
      await overseer.agent.get(`/verzoeken/${id}`).expect(403);
    });

    it('a company is not asked by a link, and neither is a gift that is not there', async () => {
      const company = await links.gift({ ...FOUNDATION, kind: 'legal_person' });
      await treasurer.agent.get(`/verzoeken/nieuw?gift=${company.giftId}`).expect(404);
      await treasurer.agent.get(`/verzoeken/nieuw?gift=${UNKNOWN}`).expect(404);
    });
  });

  describe('the link', () => {
    it('shows party, amount and day, and nothing else that the party knows', async () => {
      const { giftId } = await links.gift({ declaration: null });
      const { link } = await links.ask(giftId);
      const page = await site.http().get(link).expect(200);
      expect(read(page.text)).toContain('Stap 1 van 3: Over u');
      expect(read(page.text)).toContain(
        'Partij van de Link ontving op 17 april 2025 een gift van € 500,00 van u.',
      );
      for (const unknown of ['A. Gever', 'Dorpsstraat', 'Utrecht', ADDRESS])
        expect(page.text).not.toContain(unknown);
      expect(page.headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'cache-control': 'no-store',
      });
    });

    it('only the SHA-256 of the token is kept, and the mail forgets it once it went out', async () => {
      const { giftId } = await links.gift();
      const { id, link } = await links.ask(giftId);
      const token = link.split('/').at(-1) ?? '';
      const kept = await site.test.ownerQuery<{ hash: string }>(
        `select encode(token_sha256, 'hex') as hash from core.evidence_link where request_id = $1`,
        [id],
      );
      expect(kept).toEqual([{ hash: createHash('sha256').update(token).digest('hex') }]);
      await site.app.get(Worker).drainOnce();
      const everywhere = await site.test.ownerQuery(
        `select 1 from platform.outbox_message where body like '%' || $1 || '%'
           or (secret and sent_at is not null and (body <> '' or recipient = $2))
         union all select 1 from audit.content where content like '%' || $1 || '%'
           or content like '%' || $2 || '%'`,
        [token, ADDRESS],
      );
      expect(everywhere).toEqual([]);
    });

    it('a wrong, a used, an expired, a withdrawn and an unknown link answer the same page', async () => {
      const used = await links.ask((await links.gift()).giftId);
      await links.send(used.link, { ...PERSON, once: await links.once(used.link) });
      const expired = await links.ask((await links.gift()).giftId);
      await site.setClock('2025-06-01T00:00:00+02:00');
      const pages = [
        await links.closed(used.link),
        await links.closed(expired.link),
        await links.closed(`/verklaring/${'A'.repeat(43)}`),
        await links.closed('/verklaring/kort'),
        await links.closed(`/verklaring/${used.id}`),
        await links.closed(`/verklaring/ontvangen/${'A'.repeat(43)}`),
      ];
      expect(new Set(pages).size).toBe(1);
      expect(read(pages[0] ?? '')).toContain('Deze link werkt niet');
    });

    it('works up to the end of the thirtieth day, and not from the first moment after', async () => {
      const { link } = await links.ask((await links.gift()).giftId);
      await site.setClock('2025-05-31T23:59:50+02:00');
      const key = await links.once(link);
      await site.setClock('2025-06-01T00:00:00+02:00');
      expect((await links.send(link, { ...PERSON, once: key })).status).toBe(404);
      await links.closed(link);
      await site.setClock('2025-05-31T23:59:50+02:00');
      expect((await links.send(link, { ...PERSON, once: key })).status).toBe(303);
    });

    it('when the term is over the address is forgotten, and not before', async () => {
      const { id } = await links.ask((await links.gift()).giftId);
      const address = async (): Promise<unknown> => {
        const [row] = await site.test.ownerQuery<{ recipient_email: string | null }>(
          'select recipient_email from core.evidence_request where id = $1',
          [id],
        );
        return row?.recipient_email;
      };
      await site.setClock('2025-05-31T23:59:00+02:00');
      await site.app.get(Worker).drainOnce();
      expect(await address()).toBe(ADDRESS);
      await site.setClock('2025-06-01T00:00:01+02:00');
      await site.app.get(Worker).drainOnce();
      expect(await address()).toBeNull();
    });

    it('two forms sent at once: one is kept, and the other gets what an unknown link gets', async () => {
      const { id, link } = await links.ask((await links.gift()).giftId);
      const [one, two] = [await links.once(link), await links.once(link)];
      const answers = await Promise.all(
        [one, two].map((key) => links.send(link, { ...PERSON, once: key })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
      const kept = await site.test.ownerQuery(
        'select 1 from core.evidence_answer where request_id = $1',
        [id],
      );
      expect(kept).toHaveLength(1);
    });

    it('the same form sent twice leads to the same confirmation', async () => {
      const { link } = await links.ask((await links.gift()).giftId);
      const key = await links.once(link);
      const answers = await Promise.all(
        [1, 2].map(() => links.send(link, { ...PERSON, once: key })),
      );
      answers.push(await links.send(link, { ...PERSON, once: key }));
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
      expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    });

    it('the confirmation has a number and a copy, for a day', async () => {
      const { link } = await links.ask((await links.gift()).giftId);
      const sent = await links.send(link, { ...PERSON, once: await links.once(link) });
      const path = sent.headers['location'] ?? '';
      const page = await site.http().get(path).expect(200);
      const number = /G-2025-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(read(page.text))?.[0] ?? '';
      const copy = await site.http().get(`${path}/kopie`).expect(200);
      expect(copy.headers['content-disposition']).toBe(`attachment; filename=${number}.txt`);
      expect(copy.text).toContain(`Nummer: ${number}`);
      expect(copy.text).toContain('Heeft de gever de Nederlandse nationaliteit?: Ja');
      expect(copy.text).toContain('Uw naam: A. Gever');
      await site.setClock('2025-05-02T11:59:00+02:00');
      await site.http().get(path).expect(200);
      await site.setClock('2025-05-02T12:01:00+02:00');
      await links.closed(path);
      await site.http().get(`${path}/kopie`).expect(404);
    });

    it('too many visits from one address are held up, whether the link is right or not', async () => {
      await site.test.ownerQuery('delete from platform.link_visit');
      const statuses: number[] = [];
      for (let visit = 0; visit < 101; visit += 1)
        statuses.push((await site.http().get('/verklaring/onbekend')).status);
      expect(statuses.slice(0, 100).every((status) => status === 404)).toBe(true);
      expect(statuses.at(-1)).toBe(429);
      await site.test.ownerQuery('delete from platform.link_visit');
    });

    it('speaks the language of the mail, until another is chosen', async () => {
      const { link } = await links.ask((await links.gift()).giftId, 'en');
      expect(read((await site.http().get(link).expect(200)).text)).toContain(
        'Step 1 of 3: About you',
      );
      const agent = site.http();
      await agent.get('/taal/nl').expect(303);
      expect(read((await agent.get(link).expect(200)).text)).toContain('Stap 1 van 3: Over u');
    });
  });

  it('every page of it is sound HTML, with and without faults in the form', async () => {
    const { giftId } = await links.gift();
    const { agent } = treasurer;
    const page = async (path: string): Promise<string> => (await agent.get(path).expect(200)).text;
    const pages = new Map([['ask', await page(`/verzoeken/nieuw?gift=${giftId}`)]]);
    const { id, link } = await links.ask(giftId);
    pages.set('request', await page(`/verzoeken/${id}`));
    pages.set('step 1', (await site.http().get(link).expect(200)).text);
    for (const stap of ['1', '2', '3']) {
      const at = { stap, do: stap === '3' ? 'versturen' : 'verder', once: 'key' };
      pages.set(`step ${stap} wrong`, (await links.send(link, { ...at, by: 'self' })).text);
      const onward = stap === '3' ? { truth: '' } : {};
      pages.set(
        `after step ${stap}`,
        (await links.send(link, { ...PERSON, ...at, ...onward })).text,
      );
    }
    const sent = await links.send(link, { ...PERSON, once: 'key' });
    pages.set(
      'sent',
      (
        await site
          .http()
          .get(sent.headers['location'] ?? '')
          .expect(200)
      ).text,
    );
    pages.set('closed', (await site.http().get(link).expect(404)).text);
    const named = await links.ask((await links.gift(FOUNDATION, 200_000)).giftId);
    pages.set(
      'givers',
      (await links.send(named.link, { do: 'meer', stap: '2', once: 'key' })).text,
    );
    for (const [name, html] of pages) expect([name, await htmlFaults(html)]).toEqual([name, []]);
  });

  describe('the database', () => {
    it('the role of the public reads no row and answers only through the functions', async () => {
      for (const table of [
        'evidence_request',
        'evidence_link',
        'evidence_answer',
        'evidence_attachment',
      ])
        await expect(
          site.app
            .get(Database)
            .inTransaction(PUBLIC, (tx) => tx.query(`select * from core.${table}`)),
        ).rejects.toMatchObject({ code: '42501' });
    });

    it('an answer that went past the form is kept, and never entered as it is', async () => {
      const { donorId, giftId } = await links.gift();
      const { id, link } = await links.ask(giftId);
      const hash = createHash('sha256')
        .update(link.split('/').at(-1) ?? '')
        .digest();
      const said = { ...PERSON, kind: 'declaration', adult: 'perhaps' };
      await site.app
        .get(Database)
        .inTransaction(PUBLIC, (tx) =>
          tx.query('select * from core.answer_evidence_link($1, $2, $2, $3, $4::jsonb, $5)', [
            hash,
            randomBytes(32),
            'G-2025-TEST',
            JSON.stringify(said),
            'nl',
          ]),
        );
      await site.app.get(Worker).drainOnce();
      expect(await links.stateOf(id)).toContain('Het antwoord wordt nu verwerkt.');
      const rows = await site.test.ownerQuery(
        'select 1 from core.donor_declaration where donor_id = $1',
        [donorId],
      );
      expect(rows).toEqual([]);
    });
  });
});
