import { ADesk } from '../support/a-desk';
import { aParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { htmlFaults } from '../support/html-check';
import { ARegister } from '../modules/publication/a-register';

function hidden(html: string, name: string, at = 0): string {
  const found = [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))];
  return found[at]?.[1] ?? '';
}

function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
}

describe('Release, the stop and shielding as pages and over the API', () => {
  let site: TestApp;
  let register: ARegister;
  let desk: ADesk;
  let overseer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    register = new ARegister(site);
    await site.setClock('2025-06-02T10:00:00Z');
    overseer = await site.signIn('overseer');
  });
  beforeEach(async () => {
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  const filed = async (): Promise<string> => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-28');
    await desk.notify(donor);
    await register.settle();
    return donor;
  };
  const gifts = async () => register.gifts({ party: await register.slugOf(desk.group.tenantId) });

  it('an overseer ticks what is unremarkable and releases it', async () => {
    await filed();
    const { text } = await overseer.agent.get('/toezicht/vrijgave').expect(200);
    expect(await htmlFaults(text)).toEqual([]);
    expect(read(text)).toContain('A. Gever aan');
    const [item] = await register.items(desk.group.tenantId);
    const form = {
      _csrf: hidden(text, '_csrf'),
      once: hidden(text, 'once'),
      'item[]': `${item?.id ?? ''}:1`,
    };
    const done = await overseer.agent.post('/toezicht/vrijgave').type('form').send(form);
    expect([done.status, done.headers['location']]).toEqual([
      303,
      '/toezicht/vrijgave?gedaan=vrijgegeven',
    ]);
    await register.settle();
    expect(await gifts()).toHaveLength(1);
  });

  it('the page of one change says exactly what everybody will read; holding wants a reason', async () => {
    await filed();
    const [item] = await register.items(desk.group.tenantId);
    const path = `/toezicht/vrijgave/${item?.id ?? ''}`;
    const { text } = await overseer.agent.get(path).expect(200);
    expect(await htmlFaults(text)).toEqual([]);
    const page = read(text);
    for (const shown of ['A. Gever', 'Utrecht', '€ 12.000,00', '28 mei 2025'])
      expect(page.replaceAll('\u00a0', ' ')).toContain(shown);
    expect(page).not.toContain('Dorpsstraat');
    const form = {
      _csrf: hidden(text, '_csrf'),
      once: hidden(text, 'once', 1),
      item: hidden(text, 'item'),
      do: 'hold',
    };
    const refused = await overseer.agent
      .post(path)
      .type('form')
      .send({ ...form, reason: '' });
    expect(refused.status).toBe(400);
    expect(await htmlFaults(refused.text)).toEqual([]);
    const reason = 'Eerst bellen met de partij';
    await overseer.agent
      .post(path)
      .type('form')
      .send({ ...form, reason })
      .expect(303);
    expect(read((await overseer.agent.get(path)).text)).toContain(reason);
    expect((await register.items(desk.group.tenantId))[0]?.state).toBe('held');
  });

  it('the term is set with a reason and says who set it', async () => {
    const { text } = await overseer.agent.get('/toezicht/vrijgave/termijn').expect(200);
    expect(await htmlFaults(text)).toEqual([]);
    const form = { _csrf: hidden(text, '_csrf'), once: hidden(text, 'once') };
    const send = (fields: object) =>
      overseer.agent
        .post('/toezicht/vrijgave/termijn')
        .type('form')
        .send({ ...form, ...fields });
    expect((await send({ hours: 'veel', reason: 'x' })).status).toBe(400);
    await send({ hours: '48', reason: 'Drukte rond de verkiezing' }).expect(303);
    const after = read((await overseer.agent.get('/toezicht/vrijgave/termijn')).text);
    expect(after).toContain('na 48 uur');
    expect(after).toContain('Drukte rond de verkiezing');
  });

  it('the stop: one gift by its number, then the whole register, and open again', async () => {
    await filed();
    await register.release(desk.group.tenantId);
    const [gift] = await gifts();
    const stop = '/toezicht/vrijgave/noodstop';
    const form = async (at: number) => {
      const { text } = await overseer.agent.get(stop).expect(200);
      expect(await htmlFaults(text)).toEqual([]);
      return { _csrf: hidden(text, '_csrf'), once: hidden(text, 'once', at) };
    };
    const unknown = { ...(await form(1)), gift: 'G-0000000000', kind: 'stop', reason: 'Fout' };
    expect((await overseer.agent.post(stop).type('form').send(unknown)).status).toBe(400);
    const known = { ...unknown, ...(await form(1)), gift: gift?.id ?? '' };
    await overseer.agent.post(stop).type('form').send(known).expect(303);
    expect(await gifts()).toEqual([]);
    const close = { ...(await form(0)), registerReason: 'Onderhoud', do: 'stop' };
    await overseer.agent.post(`${stop}/register`).type('form').send(close).expect(303);
    expect(read((await overseer.agent.get(stop)).text)).toContain('Onderhoud');
    const open = { ...(await form(0)), registerReason: 'Klaar', do: 'lift' };
    await overseer.agent.post(`${stop}/register`).type('form').send(open).expect(303);
    const state = await site.test.ownerQuery<{ open: boolean }>('select open from register.state');
    expect(state).toEqual([{ open: true }]);
  });

  it('a treasurer finds the donor, asks, and the ministry decides after advice', async () => {
    const donor = await filed();
    const treasurer = await site.signIn('treasurer', desk.group.tenantId);
    const found = await treasurer.agent.get('/afscherming/nieuw?zoek=gever').expect(200);
    expect(found.text).toContain(`/afscherming/nieuw?gever=${donor}`);
    const { text } = await treasurer.agent.get(`/afscherming/nieuw?gever=${donor}`).expect(200);
    expect(await htmlFaults(text)).toEqual([]);
    const form = { _csrf: hidden(text, '_csrf'), once: hidden(text, 'once'), donor };
    const empty = await treasurer.agent.post('/afscherming').type('form').send(form);
    expect(empty.status).toBe(400);
    const asked = await treasurer.agent
      .post('/afscherming')
      .type('form')
      .send({ ...form, who: 'donor', reason: 'Bedreigd' });
    const location = String(asked.headers['location']);
    expect(location).toMatch(/^\/afscherming\/[0-9a-f-]{36}\?gedaan=gevraagd$/);
    const own = await treasurer.agent.get(location).expect(200);
    expect(await htmlFaults(own.text)).toEqual([]);
    const path = location.replace('/afscherming', '/toezicht/veiligheid').split('?')[0] ?? '';
    const member = await site.signIn('committee_member');
    const decider = await site.signIn('decision_maker');
    const step = async (who: SignedIn, fields: object): Promise<void> => {
      const page = await who.agent.get(path).expect(200);
      expect(await htmlFaults(page.text)).toEqual([]);
      const sent = {
        _csrf: hidden(page.text, '_csrf'),
        once: hidden(page.text, 'once'),
        seen: hidden(page.text, 'seen'),
        ...fields,
      };
      const answer = await who.agent.post(path).type('form').send(sent);
      expect([answer.status, read(answer.text).slice(0, 300)]).toEqual([303, expect.anything()]);
    };
    const words = 'Het gevaar is aannemelijk.';
    await step(overseer, { do: 'sent_to_committee', overview: 'annual' });
    await step(member, { do: 'advised', outcome: 'grant', words });
    await step(overseer, { do: 'drafted', outcome: 'grant', words });
    await step(decider, { do: 'decided' });
    const told = read((await treasurer.agent.get(location)).text);
    expect(told).toContain('Toegewezen');
    expect(told).not.toContain('Ontwerp');
    const list = await overseer.agent.get('/toezicht/veiligheid').expect(200);
    expect(await htmlFaults(list.text)).toEqual([]);
  });

  it('over the API: list, release with a key, and a request of another party is not there', async () => {
    const donor = await filed();
    const token = await site.tokenFor('overseer');
    const as = (bearer: string) => ({ Authorization: `Bearer ${bearer}` });
    const list = await site.http().get('/v1/releases?pageSize=100').set(as(token)).expect(200);
    const items = (list.body as { items: { id: string; revision: number; organisation: string }[] })
      .items;
    const [own] = await register.items(desk.group.tenantId);
    const item = items.find(({ id }) => id === own?.id);
    expect(item).toMatchObject({ revision: 1, safe: true, change: 'new', giftId: null });
    const release = { kind: 'release', items: [{ id: item?.id, revision: 1 }] };
    const send = (key: string) =>
      site
        .http()
        .post('/v1/release-decisions')
        .set({ ...as(token), 'Idempotency-Key': key })
        .send(release);
    await send('one').expect(201, { decided: 1 });
    await send('one').expect(201, { decided: 1 });
    await send('two').expect(409);
    await register.settle();
    const treasurer = await site.tokenFor('treasurer', desk.group.tenantId);
    const asked = await site
      .http()
      .post('/v1/safety-requests')
      .set({ ...as(treasurer), 'Idempotency-Key': 'ask' })
      .send({ donorId: donor, reason: 'Bedreigd' })
      .expect(201);
    const { id } = asked.body as { id: string };
    const other = await site.tokenFor('treasurer', (await aParty(site.app)).tenantId);
    const missing = await site
      .http()
      .get('/v1/safety-requests/00000000-0000-4000-8000-000000000000')
      .set(as(other));
    const foreign = await site.http().get(`/v1/safety-requests/${id}`).set(as(other));
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    const step = await site
      .http()
      .post(`/v1/safety-requests/${id}/steps`)
      .set({ ...as(token), 'Idempotency-Key': 'step' })
      .send({ kind: 'drafted', seen: 0 });
    expect(step.status).toBe(400);
    expect((step.body as { errors: unknown[] }).errors).toHaveLength(2);
    const stopped = await site
      .http()
      .post('/v1/register-decisions')
      .set({ ...as(token), 'Idempotency-Key': 'stop' })
      .send({ kind: 'check', reason: 'Navraag' });
    expect(stopped.status).toBe(400);
  });
});
