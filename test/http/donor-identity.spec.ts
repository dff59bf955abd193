import { rememberAccount } from '../../src/modules/donors/public';
import { ADesk } from '../support/a-desk';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}

function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

const HOME = { address: 'Dorpsstraat 1, 1234 AB', residence: 'Utrecht', country: 'NL' };
const NUMBERS = { tradeRegisterNumber: null, inTradeRegister: null, ubos: [] };

describe('Donors that may be one, on the pages and over the API', () => {
  let site: TestApp;
  let group: AParty;
  let desk: ADesk;
  let treasurer: SignedIn;
  let token: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T10:00:00Z');
  });
  beforeEach(async () => {
    group = await aParty(site.app);
    desk = new ADesk(site.app, group);
    treasurer = await site.signIn('treasurer', group.tenantId);
    token = await site.tokenFor('treasurer', group.tenantId);
  });
  afterAll(() => site.close());

  const named = (name: string, changes: object = {}): Promise<string> =>
    desk.donor({ particulars: { name, ...HOME, ...NUMBERS, ...changes }, declaration: null });
  const page = async (path: string): Promise<string> =>
    (await treasurer.agent.get(path).expect(200)).text;
  const send = (path: string, form: object): ReturnType<SignedIn['agent']['post']> =>
    treasurer.agent
      .post(path)
      .type('form')
      .send({ _csrf: treasurer.csrfToken, ...form });
  const api = (method: 'get' | 'post', path: string): ReturnType<SignedIn['agent']['post']> =>
    site.http()[method](path).set('Authorization', `Bearer ${token}`);

  it('a party without look-alikes reads what this page is for', async () => {
    await named('J.P. de Vries');
    expect(read(await page('/gevers/dubbel'))).toContain(
      'Er zijn geen gevers die op elkaar lijken',
    );
  });

  it('shows both side by side with the evidence in words; "andere gever" is asked once', async () => {
    await named('J.P. van den Berg');
    await named('Berg, J.P. van den', { address: 'Dorpsstr. 1' });
    const html = await page('/gevers/dubbel');
    const text = read(html);
    expect(text).toContain('J.P. van den Berg en Berg, J.P. van den');
    expect(text).toContain('Zelfde voorletters');
    expect(text).toContain('Zelfde adres');
    const action = /action="(\/gevers\/dubbel\/[^"]+)"/.exec(html)?.[1] ?? '';
    const form = { once: hidden(html, 'once') };
    const sent = [send(action, form), send(action, form)];
    for (const answer of sent) expect((await answer).headers['location']).toContain('gedaan=apart');
    const after = read(await page('/gevers/dubbel?gedaan=apart'));
    expect(after).toContain('Opgeslagen: dit zijn twee gevers');
    expect(after).not.toContain('Zelfde voorletters');
    const kept = await site.test.ownerQuery<{ verdict: string; codes: string[]; who: string }>(
      `select verdict, decided.recorded_by as who,
         array(select jsonb_array_elements(evidence) ->> 'code') as codes
         from core.donor_match_decision decided where tenant_id = $1`,
      [group.tenantId],
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ verdict: 'different' });
    expect(kept[0]?.codes).toContain('initials_same');
  });

  it('a merge shows what it changes, asks a reason, and can be undone from the page of the donor', async () => {
    const one = await named('J.P. van den Berg');
    const other = await named('J.P. v.d. Berg');
    await desk.gift(one, 6_000_000, '2025-05-30');
    await desk.gift(other, 6_000_000, '2025-05-30');
    const path = `/gevers/${one}/samenvoegen/${other}`;
    const before = await page(path);
    expect(read(before)).toContain('€ 120.000,00');
    expect(read(before)).toMatch(/Wat er verandert 2025: /);
    const refused = await send(path, { once: hidden(before, 'once'), keep: one, why: '' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#why"');
    const done = await send(path, {
      once: hidden(refused.text, 'once'),
      keep: one,
      why: 'brief van 1 juni',
    });
    expect(done.headers['location']).toBe(`/gevers/${one}?opgeslagen=ja`);
    const united = await page(`/gevers/${other}`);
    expect(read(united)).toContain('€ 120.000,00');
    expect(read(united)).toContain('brief van 1 juni');
    const undo = /href="(\/gevers\/[^"]+\/splitsen\/[^"]+)"/.exec(united)?.[1] ?? '';
    const form = await page(undo);
    expect(read(form)).toContain('Wat er vervalt 2025: ');
    await send(undo, { once: hidden(form, 'once'), why: 'vader en zoon' }).expect(303);
    expect(read(await page(`/gevers/${other}`))).toContain('€ 60.000,00');
    expect(read(await page(`/gevers/${other}`))).toContain('vader en zoon');
    expect(read(await page('/gevers/dubbel'))).not.toContain('v.d. Berg');
  });

  it('an accountant reads the queue and decides nothing', async () => {
    await named('J.P. van den Berg');
    const other = await named('J.P. v.d. Berg');
    const accountant = await site.signIn('accountant', group.tenantId);
    const { text } = await accountant.agent.get('/gevers/dubbel').expect(200);
    expect(text).not.toContain('Andere gever');
    await accountant.agent.get(`/gevers/${other}/samenvoegen/${other}`).expect(403);
  });

  it('the API lists, merges and splits; a foreign donor is as unknown as no donor', async () => {
    const one = await named('J.P. van den Berg');
    const other = await named('J.P. v.d. Berg');
    const list = await api('get', '/v1/donor-matches?pageSize=1').expect(200);
    expect(list.body.items).toMatchObject([{ donorId: one, otherId: other, certainty: 'certain' }]);
    const merged = await api('post', `/v1/donors/${one}/merges`)
      .set('Idempotency-Key', 'merge-1')
      .send({ donorId: other, reason: 'one person' })
      .expect(201);
    const donor = await api('get', `/v1/donors/${other}`).expect(200);
    expect(donor.body.id).toBe(one);
    const merges = await api('get', `/v1/donors/${other}/merges`).expect(200);
    expect(merges.body.items).toMatchObject([{ absorbedId: other, intoId: one, holds: true }]);
    await api('post', `/v1/donors/${one}/splits`)
      .set('Idempotency-Key', 'split-1')
      .send({ mergeId: merged.body.id, reason: 'two people' })
      .expect(201);
    const again = await api('post', `/v1/donors/${one}/splits`)
      .set('Idempotency-Key', 'split-2')
      .send({ mergeId: merged.body.id, reason: 'two people' });
    expect(again.status).toBe(409);
    expect((await api('get', '/v1/donor-matches').expect(200)).body.items).toEqual([]);
    const foreign = new ADesk(site.app, await aParty(site.app));
    const theirs = await foreign.donor();
    const answers = [theirs, '5a1f0c7e-0000-4000-8000-00000000dead'].map((id, at) =>
      api('post', `/v1/donors/${one}/merges`)
        .set('Idempotency-Key', `foreign-${String(at)}`)
        .send({ donorId: id, reason: 'x' }),
    );
    const [foreignAnswer, unknownAnswer] = await Promise.all(answers);
    expect(foreignAnswer?.status).toBe(404);
    expect(foreignAnswer?.body).toEqual(unknownAnswer?.body);
  });

  it.each([
    ['another spelling', 'Meyer'],
    ['initials behind', 'Meijer J.P.'],
    ['the place', 'maassluis'],
    ['the number in the trade register', '12345678'],
    ['the account, with spaces', 'NL91 ABNA 0417 1643 00'],
    ['the name it was booked under before a merge', 'Meierink'],
  ])('the search finds a donor by %s', async (_by, text) => {
    const id = await desk.donor({
      kind: 'undertaking',
      particulars: {
        name: 'J.P. Meijer Bouw',
        address: 'Dorpsstraat 1',
        residence: 'Maassluis',
        country: 'NL',
        tradeRegisterNumber: '12345678',
        inTradeRegister: true,
        ubos: [],
      },
      declaration: null,
    });
    await named('Zwart');
    await desk.run((tx) => rememberAccount(tx, id, 'NL91ABNA0417164300', 'form'));
    const alias = await desk.donor({
      kind: 'undertaking',
      particulars: { name: 'Meierink Werken', ...HOME, ...NUMBERS },
      declaration: null,
    });
    await api('post', `/v1/donors/${id}/merges`)
      .set('Idempotency-Key', 'search-merge')
      .send({ donorId: alias, reason: 'trade name' })
      .expect(201);
    const html = await page(`/gevers?zoek=${encodeURIComponent(text)}`);
    expect(html).toContain(`/gevers/${id}`);
    expect(html).not.toContain('Zwart');
  });
});
