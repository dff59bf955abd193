import { createHash, randomBytes } from 'node:crypto';
import { type Agent, type Response } from 'supertest';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { RequestFromDonor } from '../../src/modules/evidence/public';
import { Database } from '../../src/platform/database/database';
import { type Scope } from '../../src/platform/database/transaction';
import { messageIdOf } from '../../src/platform/outbox/message';
import { Worker } from '../../src/platform/worker/public';
import { type RegisterDonorCommand } from '../../src/modules/donors/public';
import { ADesk } from '../support/a-desk';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const ADDRESS = 'gever@voorbeeld.example';

/** The text a person reads: without tags, blanks in a row as one. */
function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
}

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}

const PUBLIC: Scope = {
  role: 'public',
  tenantId: null,
  actorId: 'anonymous',
  actorRole: 'anonymous',
  requestId: 'probe',
};

type Fields = Readonly<Record<string, string>>;

const PERSON: Fields = {
  by: 'self',
  dutchNational: 'yes',
  age: 'yes',
  residence: 'NL',
  disenfranchised: 'no',
  signedBy: 'A. Gever',
  truth: 'yes',
  mandate: 'yes',
};

const NOBODY: Fields = {
  signedBy: 'P. Penning',
  signedAs: 'penningmeester',
  anybody: 'nobody',
  truth: 'yes',
  mandate: 'yes',
};

describe('Asking a donor by a link that works once', () => {
  let site: TestApp;
  let group: AParty;
  let desk: ADesk;
  let treasurer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-05-01T12:00:00+02:00');
    group = await aParty(site.app, 'Partij van de Link');
    desk = new ADesk(site.app, group);
    treasurer = await site.signIn('treasurer', group.tenantId);
  });
  afterEach(() => site.setClock('2025-05-01T12:00:00+02:00'));
  afterAll(() => site.close());

  async function gift(
    changes: Partial<RegisterDonorCommand> = { declaration: null },
    cents = 50_000,
    day = '2025-04-17',
  ): Promise<{ donorId: string; giftId: string }> {
    const donorId = await desk.donor(changes);
    const { contributionId } = await desk.gift(donorId, cents, day);
    return { donorId, giftId: contributionId };
  }

  const foundation: Partial<RegisterDonorCommand> = {
    kind: 'foundation',
    declaration: null,
    particulars: {
      name: 'Stichting Voorbeeld',
      address: 'Dorpsstraat 1',
      residence: 'Utrecht',
      country: 'NL',
      tradeRegisterNumber: '12345678',
      inTradeRegister: true,
      ubos: [{ name: 'B. Bestuur', address: 'Dorp 2', residence: 'Utrecht', country: 'NL' }],
    },
  };

  /** The address in the mail of a request, or of its reminder, which was not sent yet. */
  async function linkInMail(requestId: string, which = 'request'): Promise<string> {
    const [mail] = await site.test.ownerQuery<{ body: string }>(
      'select body from platform.outbox_message where message_id = $1',
      [messageIdOf(group.tenantId, `evidence-${which}:${requestId}`)],
    );
    const path = /http:\/\/127\.0\.0\.1(\/verklaring\/[A-Za-z0-9_-]{43})\n/.exec(mail?.body ?? '');
    if (path?.[1] === undefined) throw new Error(`no link in ${String(mail?.body)}`);
    return path[1];
  }

  async function ask(
    giftId: string,
    language: 'nl' | 'en' = 'nl',
  ): Promise<{ id: string; link: string }> {
    const { id } = await desk.run((tx) =>
      site.app.get(RequestFromDonor).run(tx, { contributionId: giftId, email: ADDRESS, language }),
    );
    return { id, link: await linkInMail(id) };
  }

  async function once(link: string, agent: Agent = site.http()): Promise<string> {
    return hidden((await agent.get(link).expect(200)).text, 'once');
  }

  function send(link: string, fields: Fields, agent: Agent = site.http()): Promise<Response> {
    return agent
      .post(link)
      .type('form')
      .send({ do: 'versturen', stap: '3', rows: '3', ...fields })
      .then((answer) => answer);
  }

  async function stateOf(id: string, who: SignedIn = treasurer): Promise<string> {
    return read((await who.agent.get(`/verzoeken/${id}`).expect(200)).text);
  }

  const closed = async (path: string): Promise<string> => {
    const answer = await site.http().get(path);
    expect(answer.status).toBe(404);
    return answer.text.replaceAll(path, '<path>').replaceAll(encodeURIComponent(path), '<path>');
  };

  describe('the treasurer', () => {
    it('asks on a page: the address is asked, the mail goes out, and it says how far it is', async () => {
      const { giftId } = await gift();
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
      const { giftId } = await gift();
      const { id, link } = await ask(giftId);
      expect(await stateOf(id)).toContain('De gever heeft de link nog niet geopend.');
      const key = await once(link);
      expect(await stateOf(id)).toContain(
        'De gever heeft de link geopend, maar nog niets verstuurd.',
      );
      expect((await send(link, { ...PERSON, once: key })).status).toBe(303);
      expect(await stateOf(id)).toContain('Het antwoord wordt nu verwerkt.');
      await site.app.get(Worker).drainOnce();
      expect(await stateOf(id)).toContain('De gift is opnieuw beoordeeld.');
    });

    it('reminds once, by which the address is forgotten; both links open the same', async () => {
      const { giftId } = await gift();
      const { id, link } = await ask(giftId);
      await site.setClock('2025-05-20T12:00:00+02:00');
      const later = await site.signIn('treasurer', group.tenantId);
      const page = (await later.agent.get(`/verzoeken/${id}`).expect(200)).text;
      const press = (): Promise<Response> =>
        later.agent
          .post(`/verzoeken/${id}/herinneren`)
          .type('form')
          .send({ _csrf: later.csrfToken, once: hidden(page, 'once') })
          .then((answer) => answer);
      expect((await press()).status).toBe(303);
      const second = await linkInMail(id, 'reminder');
      expect(second).not.toBe(link);
      const rows = await site.test.ownerQuery(
        'select recipient_email from core.evidence_request where id = $1',
        [id],
      );
      expect(rows).toEqual([{ recipient_email: null }]);
      expect(await stateOf(id, later)).toContain('Link werkt tot en met donderdag 19 juni 2025');
      expect(await stateOf(id, later)).not.toContain('Herinnering sturen');
      await site.http().get(link).expect(200);
      expect((await send(second, { ...PERSON, once: await once(second) })).status).toBe(303);
      await closed(link);
    });

    it('withdraws, and the link is dead at once', async () => {
      const { giftId } = await gift();
      const { id, link } = await ask(giftId);
      const key = await once(link);
      const page = (await treasurer.agent.get(`/verzoeken/${id}`).expect(200)).text;
      const keys = [...page.matchAll(/name="once" value="([^"]+)"/g)].map(([, one]) => one);
      await treasurer.agent
        .post(`/verzoeken/${id}/intrekken`)
        .type('form')
        .send({ _csrf: treasurer.csrfToken, once: keys[1] })
        .expect(303);
      expect((await send(link, { ...PERSON, once: key })).status).toBe(404);
      await closed(link);
      expect(await stateOf(id)).toContain('Ingetrokken');
      // And may be asked again.
      await ask(giftId);
    });

    it('of another party sees nothing of it, and others of the party only read', async () => {
      const { giftId } = await gift();
      const { id } = await ask(giftId);
      const stranger = await site.signIn('treasurer', (await aParty(site.app)).tenantId);
      await stranger.agent.get(`/verzoeken/${id}`).expect(404);
      await stranger.agent.get(`/verzoeken/nieuw?gift=${giftId}`).expect(404);
      const sent = await stranger.agent
        .post(`/verzoeken/${id}/intrekken`)
        .type('form')
        .send({ _csrf: stranger.csrfToken, once: 'key' });
      expect(sent.status).toBe(404);
      const accountant = await site.signIn('accountant', group.tenantId);
      const page = await accountant.agent.get(`/verzoeken/${id}`).expect(200);
      expect(page.text).not.toContain('intrekken"');
      await accountant.agent.get(`/verzoeken/nieuw?gift=${giftId}`).expect(403);
      const overseer = await site.signIn('overseer');
      await overseer.agent.get(`/verzoeken/${id}`).expect(403);
    });

    it('a company is not asked by a link, and neither is a gift that is not there', async () => {
      const company = await gift({ ...foundation, kind: 'legal_person' });
      await treasurer.agent.get(`/verzoeken/nieuw?gift=${company.giftId}`).expect(404);
      await treasurer.agent.get(`/verzoeken/nieuw?gift=${UNKNOWN}`).expect(404);
    });
  });

  describe('the link', () => {
    it('shows party, amount and day, and nothing else that the party knows', async () => {
      const { giftId } = await gift({ declaration: null });
      const { link } = await ask(giftId);
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
      const { giftId } = await gift();
      const { id, link } = await ask(giftId);
      const token = link.split('/').at(-1) ?? '';
      const links = await site.test.ownerQuery<{ hash: string }>(
        `select encode(token_sha256, 'hex') as hash from core.evidence_link where request_id = $1`,
        [id],
      );
      expect(links).toEqual([{ hash: createHash('sha256').update(token).digest('hex') }]);
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
      const used = await ask((await gift()).giftId);
      await send(used.link, { ...PERSON, once: await once(used.link) });
      const expired = await ask((await gift()).giftId);
      await site.setClock('2025-06-01T00:00:00+02:00');
      const pages = [
        await closed(used.link),
        await closed(expired.link),
        await closed(`/verklaring/${'A'.repeat(43)}`),
        await closed('/verklaring/kort'),
        await closed(`/verklaring/${used.id}`),
        await closed(`/verklaring/ontvangen/${'A'.repeat(43)}`),
      ];
      expect(new Set(pages).size).toBe(1);
      expect(read(pages[0] ?? '')).toContain('Deze link werkt niet');
    });

    it('works up to the end of the thirtieth day, and not from the first moment after', async () => {
      const { link } = await ask((await gift()).giftId);
      await site.setClock('2025-05-31T23:59:50+02:00');
      const key = await once(link);
      await site.setClock('2025-06-01T00:00:00+02:00');
      expect((await send(link, { ...PERSON, once: key })).status).toBe(404);
      await closed(link);
      await site.setClock('2025-05-31T23:59:50+02:00');
      expect((await send(link, { ...PERSON, once: key })).status).toBe(303);
    });

    it('when the term is over the address is forgotten, and not before', async () => {
      const { id } = await ask((await gift()).giftId);
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
      const { id, link } = await ask((await gift()).giftId);
      const [one, two] = [await once(link), await once(link)];
      const answers = await Promise.all(
        [one, two].map((key) => send(link, { ...PERSON, once: key })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
      const kept = await site.test.ownerQuery(
        'select 1 from core.evidence_answer where request_id = $1',
        [id],
      );
      expect(kept).toHaveLength(1);
    });

    it('the same form sent twice leads to the same confirmation', async () => {
      const { link } = await ask((await gift()).giftId);
      const key = await once(link);
      const answers = await Promise.all([1, 2].map(() => send(link, { ...PERSON, once: key })));
      answers.push(await send(link, { ...PERSON, once: key }));
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
      expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    });

    it('the confirmation has a number and a copy, for a day', async () => {
      const { link } = await ask((await gift()).giftId);
      const sent = await send(link, { ...PERSON, once: await once(link) });
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
      await closed(path);
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
      const { link } = await ask((await gift()).giftId, 'en');
      expect(read((await site.http().get(link).expect(200)).text)).toContain(
        'Step 1 of 3: About you',
      );
      const agent = site.http();
      await agent.get('/taal/nl').expect(303);
      expect(read((await agent.get(link).expect(200)).text)).toContain('Stap 1 van 3: Over u');
    });
  });

  describe('a person declares', () => {
    async function declare(
      fields: Fields,
      day = '2025-04-17',
    ): Promise<Readonly<Record<string, unknown>>> {
      const { donorId, giftId } = await gift({ declaration: null }, 50_000, day);
      const { link } = await ask(giftId);
      const sent = await send(link, { ...PERSON, ...fields, once: await once(link) });
      expect([sent.status, sent.status === 400 ? read(sent.text) : '']).toEqual([303, '']);
      await site.app.get(Worker).drainOnce();
      const [row] = await site.test.ownerQuery<Readonly<Record<string, unknown>>>(
        `select declared_on::text, dutch_national, date_of_birth::text, adult, adult_on::text, residence,
                caribbean_ground, disenfranchised, evidence, recorded_by,
                (select count(*)::int from core.finding f where f.donor_id = d.donor_id
                   and f.ended_at is null) as findings
           from core.donor_declaration d where donor_id = $1`,
        [donorId],
      );
      return row ?? {};
    }

    it('in three steps, by which the gift is judged anew', async () => {
      const { donorId, giftId } = await gift();
      const before = await site.test.ownerQuery(
        `select outcome from core.finding where donor_id = $1`,
        [donorId],
      );
      expect(before).toEqual([{ outcome: 'declaration_missing' }]);
      const { link } = await ask(giftId);
      const agent = site.http();
      const key = await once(link, agent);
      const post = (fields: Fields): Promise<Response> =>
        agent
          .post(link)
          .type('form')
          .send({ once: key, rows: '3', ...fields })
          .then((a) => a);
      const empty = await post({ stap: '1', do: 'verder' });
      expect(empty.status).toBe(400);
      for (const field of ['by', 'dutchNational', 'age'])
        expect(empty.text).toContain(`href="#${field}"`);
      const one = { by: 'self', dutchNational: 'yes', age: 'yes' };
      const second = await post({ stap: '1', do: 'verder', ...one });
      expect(read(second.text)).toContain('Stap 2 van 3: Waar u woont');
      expect(hidden(second.text, 'dutchNational')).toBe('yes');
      const two = { residence: 'NL', disenfranchised: 'no' };
      const third = await post({ stap: '2', do: 'verder', ...one, ...two });
      expect(read(third.text)).toContain('Stap 3 van 3: Nakijken en versturen');
      expect(read(third.text)).toContain('Nederland');
      const back = await post({ stap: '3', do: 'stap-1', ...one, ...two, signedBy: 'A. Gever' });
      expect(read(back.text)).toContain('Stap 1 van 3');
      expect(hidden(back.text, 'signedBy')).toBe('A. Gever');
      const unticked = await post({ stap: '3', do: 'versturen', ...one, ...two });
      expect(unticked.status).toBe(400);
      for (const field of ['signedBy', 'truth', 'mandate'])
        expect(unticked.text).toContain(`href="#${field}"`);
      const sent = await post({ stap: '3', do: 'versturen', ...PERSON });
      expect(sent.status).toBe(303);
      await site.app.get(Worker).drainOnce();
      await site.app.get(Worker).drainOnce();
      const after = await site.test.ownerQuery(
        `select 1 from core.finding where donor_id = $1 and ended_at is null`,
        [donorId],
      );
      expect(after).toEqual([]);
      const page = read((await treasurer.agent.get(`/giften/${giftId}`).expect(200)).text);
      expect(page).toContain('Verklaring van de gever Aanwezig');
    });

    it('a step that was passed over is shown again, with what is wrong', async () => {
      const { link } = await ask((await gift()).giftId);
      const { residence: _left, ...rest } = PERSON;
      const answer = await send(link, { ...rest, once: await once(link) });
      expect(answer.status).toBe(400);
      expect(read(answer.text)).toContain('Stap 2 van 3');
      expect(answer.text).toContain('href="#residence"');
    });

    it('to be 18 on the day of the gift, which is not the day of declaring it', async () => {
      expect(await declare({})).toMatchObject({
        declared_on: '2025-05-01',
        adult: true,
        adult_on: '2025-04-17',
        date_of_birth: null,
        findings: 0,
        recorded_by: 'donor',
      });
    });

    it.each([
      ['on the day of the gift', '17-04-2007', true],
      ['a day later', '18-04-2007', false],
    ])('a date of birth decides: 18 %s', async (_title, bornOn, adult) => {
      expect(await declare({ age: 'born', bornOn })).toMatchObject({
        adult,
        date_of_birth: bornOn.split('-').reverse().join('-'),
        findings: adult ? 0 : 1,
      });
    });

    it('a parent declares for a minor, and it says so', async () => {
      const row = await declare({ by: 'guardian', age: 'no', signedBy: 'O. Ouder' });
      expect(row).toMatchObject({ adult: false, adult_on: '2025-04-17', findings: 1 });
      expect(row['evidence']).toMatch(/door O\. Ouder als ouder of voogd ingevuld/);
    });

    it('abroad is enough, with the country by name', async () => {
      expect(await declare({ residence: 'other', country: 'BE' })).toMatchObject({
        residence: 'BE',
        caribbean_ground: null,
        findings: 0,
      });
    });

    it.each([
      ['ten_years_resident', 0],
      ['dutch_public_service', 0],
      ['household', 0],
      ['none', 1],
    ])('in Aruba with the ground %s', async (ground, findings) => {
      expect(await declare({ residence: 'AW', ground })).toMatchObject({
        residence: 'AW',
        caribbean_ground: ground,
        findings,
      });
    });

    it('in Aruba a ground is asked; who lives in the Netherlands gives none, whatever was sent', async () => {
      const { link } = await ask((await gift()).giftId);
      const answer = await send(link, { ...PERSON, residence: 'CW', once: await once(link) });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('href="#ground"');
      expect(await declare({ ground: 'household' })).toMatchObject({ caribbean_ground: null });
    });

    it('an earlier gift keeps its proof: who was of age before, stays so', async () => {
      const declaration = {
        declaredOn: plainDate('2023-01-01'),
        dutchNational: null,
        dateOfBirth: null,
        adult: true,
        residence: 'NL',
        caribbeanGround: null,
        disenfranchised: false,
        evidence: 'brief',
      };
      const { donorId, giftId } = await gift({ declaration });
      await desk.gift(donorId, 40_000, '2025-02-01');
      const { link } = await ask(giftId);
      await send(link, { ...PERSON, once: await once(link) });
      await site.app.get(Worker).drainOnce();
      const [row] = await site.test.ownerQuery<{ adult_on: string }>(
        `select adult_on::text from core.donor_declaration where donor_id = $1
          order by recorded_at desc limit 1`,
        [donorId],
      );
      expect(row?.adult_on).toBe('2023-01-01');
      const open = await site.test.ownerQuery(
        'select 1 from core.finding where donor_id = $1 and ended_at is null',
        [donorId],
      );
      expect(open).toEqual([]);
    });
  });

  describe('a foundation names its givers', () => {
    const giver = (row: number, name: string, amount: string): Fields => ({
      [`giver${String(row)}Name`]: name,
      [`giver${String(row)}Address`]: 'Dorpsstraat 2',
      [`giver${String(row)}Residence`]: 'Utrecht',
      [`giver${String(row)}Amount`]: amount,
    });

    it('nobody gave more: an overview without givers, by which more than EUR 1.000 may stay', async () => {
      const { donorId, giftId } = await gift(foundation, 200_000);
      const { link } = await ask(giftId);
      expect((await send(link, { ...NOBODY, once: await once(link) })).status).toBe(303);
      await site.app.get(Worker).drainOnce();
      const rows = await site.test.ownerQuery(
        `select o.year, o.received_on::text as day, (select count(*)::int
             from core.look_through_giver g where g.overview_id = o.id) as givers
           from core.look_through_overview o where donor_id = $1`,
        [donorId],
      );
      expect(rows).toEqual([{ year: 2025, day: '2025-05-01', givers: 0 }]);
      const open = await site.test.ownerQuery(
        'select 1 from core.finding where donor_id = $1 and ended_at is null',
        [donorId],
      );
      expect(open).toEqual([]);
    });

    it('the button for more rows keeps what was typed, without script', async () => {
      const { link } = await ask((await gift(foundation, 200_000)).giftId);
      const typed = {
        signedBy: 'P. Penning',
        signedAs: 'penningmeester',
        anybody: 'some',
        ...giver(2, 'C. Grootgever', '2.500,00'),
      };
      const more = await send(link, { ...typed, do: 'meer', stap: '2', once: await once(link) });
      expect(more.status).toBe(200);
      expect(more.text).toContain('name="giver8Name"');
      expect(more.text).not.toContain('name="giver9Name"');
      expect(more.text).toContain('value="C. Grootgever"');
      expect(hidden(more.text, 'signedAs')).toBe('penningmeester');
    });

    it.each([
      ['EUR 1.000,00 is not named', '1.000,00', 'Noem alleen gevers van meer dan € 1.000,00'],
      ['no amount', 'veel', '"veel" is geen bedrag boven nul.'],
    ])('%s', async (_title, amount, message) => {
      const { link } = await ask((await gift(foundation, 200_000)).giftId);
      const fields = { ...NOBODY, anybody: 'some', ...giver(1, 'C. Gever', amount) };
      const answer = await send(link, { ...fields, once: await once(link) });
      expect(answer.status).toBe(400);
      expect(read(answer.text)).toContain(message);
      expect(answer.text).toContain('href="#giver1Amount"');
    });

    it('givers are entered to the cent, from EUR 1.000,01', async () => {
      const { donorId, giftId } = await gift(foundation, 200_000);
      const { link } = await ask(giftId);
      const fields = {
        ...NOBODY,
        anybody: 'some',
        ...giver(1, 'C. Gever', '1.000,01'),
        ...giver(3, 'D. Gever', '2.500'),
      };
      expect((await send(link, { ...fields, once: await once(link) })).status).toBe(303);
      await site.app.get(Worker).drainOnce();
      const rows = await site.test.ownerQuery(
        `select g.name, g.residence, g.amount_cents from core.look_through_giver g
           join core.look_through_overview o on o.id = g.overview_id where o.donor_id = $1
          order by g.name`,
        [donorId],
      );
      expect(rows).toEqual([
        { name: 'C. Gever', residence: 'Utrecht', amount_cents: '100001' },
        { name: 'D. Gever', residence: 'Utrecht', amount_cents: '250000' },
      ]);
    });

    it('nobody and somebody at once is asked again, and half a row as well', async () => {
      const { link } = await ask((await gift(foundation, 200_000)).giftId);
      const key = await once(link);
      const both = await send(link, { ...NOBODY, ...giver(1, 'C. Gever', '2.000'), once: key });
      expect(read(both.text)).toContain(
        'U koos dat niemand meer gaf, maar vulde wel een gever in.',
      );
      const half = await send(link, {
        ...NOBODY,
        anybody: 'some',
        giver2Name: 'C. Gever',
        once: key,
      });
      for (const part of ['Address', 'Residence', 'Amount'])
        expect(half.text).toContain(`href="#giver2${part}"`);
    });
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
      const { donorId, giftId } = await gift();
      const { id, link } = await ask(giftId);
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
      expect(await stateOf(id)).toContain('Het antwoord wordt nu verwerkt.');
      const rows = await site.test.ownerQuery(
        'select 1 from core.donor_declaration where donor_id = $1',
        [donorId],
      );
      expect(rows).toEqual([]);
    });
  });
});
