import { announceRefresh } from '../../src/modules/signals/application/signal-jobs';
import { DETECTOR_CODES } from '../../src/modules/signals/detectors/registry';
import { Database } from '../../src/platform/database/database';
import { workerScope } from '../../src/platform/jobs/public';
import { Worker } from '../../src/platform/worker/public';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';
import { seedWorld } from '../signals/seed';
import { World } from '../signals/world';

const NOW = '2026-03-02T12:00:00+01:00';
const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';

describe('Signals, as the overseer meets them', () => {
  let site: TestApp;
  let overseer: SignedIn;
  let token: string;
  let group: AParty;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock(NOW);
    overseer = await site.signIn('overseer');
    token = await site.tokenFor('overseer');
    group = await aParty(site.app, 'Partij van de Polder');
    const world = new World();
    const party = world.party('Partij van de Polder');
    const other = world.party('Partij van de Lijst');
    const donor = world.donor({ name: 'P. Deelder' });
    for (const to of [party, other]) {
      world.gift(donor, to, 950_000, '2025-03-01');
      world.gift(donor, to, 960_000, '2025-03-05');
    }
    await seedWorld(site.test, world);
    await site.test.ownerQuery(`update insight.party set tenant_id = $1, name = $3 where id = $2`, [
      group.tenantId,
      party,
      'Partij van de Polder',
    ]);
    await site.test.ownerQuery(
      `update insight.gift set tenant_id = $1, recipient_id = $2, source = 'filed',
              contribution_root_id = gen_random_uuid() where party_id = $3`,
      [group.tenantId, group.party, party],
    );
    await refresh();
  });
  afterAll(() => site.close());

  async function refresh(): Promise<void> {
    await site.app.get(Database).inTransaction(workerScope('test'), announceRefresh);
    await site.app.get(Worker).drainOnce();
  }
  const page = async (path: string): Promise<string> =>
    (await overseer.agent.get(path).expect(200)).text;
  const api = (path: string, bearer = token) =>
    site.http().get(path).auth(bearer, { type: 'bearer' });

  interface Item {
    readonly id: string;
    readonly code: string;
    readonly said: string;
    readonly state: string;
    readonly partyName: string | null;
  }
  async function items(query = ''): Promise<readonly Item[]> {
    return ((await api(`/v1/signals${query}`).expect(200)).body as { items: Item[] }).items;
  }
  async function signalOf(party: string, state = 'waiting'): Promise<Item> {
    const all = await items(`?state=${state}`);
    const found = all.find((one) => one.code === 'split_in_time' && one.partyName === party);
    if (found === undefined) throw new Error(`no signal of ${party}`);
    return found;
  }
  async function send(path: string, form: Readonly<Record<string, string>>, from = path) {
    const html = await page(from);
    const fields = { _csrf: overseer.csrfToken, once: hidden(html, 'once'), ...form };
    return overseer.agent.post(path).type('form').send(fields);
  }

  it('the list says in words what there is to see, and each figure opens its rows', async () => {
    const html = await page('/toezicht/signalen');
    expect(read(html)).toContain(
      'P. Deelder gaf in 5 dagen 2 keer net onder € 10.000,00 aan Partij van de Polder',
    );
    expect(read(html)).toContain('Een signaal is geen beschuldiging');
    const filtered = await page('/toezicht/signalen?soort=several_parties');
    expect(read(filtered)).toContain('P. Deelder gaf in 2025 aan 2 partijen');
    expect(read(filtered)).not.toContain('keer net onder');
    expect(read(await page('/toezicht/signalen?stand=bekeken'))).toContain(
      'Er zijn hier geen signalen',
    );
  });

  it('one signal shows every row, ordinary explanations and how often it is without a reason', async () => {
    const { id } = await signalOf('Partij van de Polder');
    const html = await page(`/toezicht/signalen/${id}`);
    for (const text of ['€ 9.500,00', '€ 9.600,00', '1 maart 2025', 'Gewone verklaringen'])
      expect(read(html)).toContain(text);
    expect(read(html)).toMatch(/In 20 verzonnen jaren .* kwam dit \d+ keer voor/);
    expect(html).toContain('<svg');
  });

  it('never says fraud or suspect, in any text of this area', async () => {
    const kinds = await page('/toezicht/signalen/soorten');
    const { id } = await signalOf('Partij van de Polder');
    const all = `${kinds}${await page(`/toezicht/signalen/${id}`)}${await page('/toezicht/signalen')}`;
    expect(read(all)).not.toMatch(/fraude|verdacht/i);
  });

  it('a judgement needs a verdict and a reason, both named at once', async () => {
    const { id } = await signalOf('Partij van de Polder');
    const path = `/toezicht/signalen/${id}`;
    const answer = await send(`${path}/oordeel`, {}, path);
    expect(answer.status).toBe(400);
    expect(summary(answer.text)).toHaveLength(2);
  });

  it('judged, it leaves the list; a case opens through enforcement and is named beside it', async () => {
    const { id } = await signalOf('Partij van de Polder');
    const path = `/toezicht/signalen/${id}`;
    const judged = await send(
      `${path}/oordeel`,
      { verdict: 'worth_asking', reason: 'Navragen bij de partij' },
      path,
    );
    expect(judged.headers['location']).toBe(`${path}?gedaan=oordeel`);
    expect(read(await page(path))).toContain('Navragen bij de partij');
    expect((await items()).map((one) => one.id)).not.toContain(id);
    const opened = await send(
      `${path}/zaak`,
      {
        recipient: `${group.tenantId}/${group.party}`,
        rule: 'WFPP-25a-2',
        violatedOn: '05-03-2025',
        text: 'Twee giften net onder de grens',
      },
      path,
    );
    expect(opened.headers['location']).toMatch(/^\/toezicht\/zaken\/[0-9a-f-]{36}\?gedaan=open$/);
    const caseHref = String(opened.headers['location']).replace('?gedaan=open', '');
    expect(await page(path)).toContain(`href="${caseHref}"`);
    expect(read(await page(caseHref))).toContain('Giften net onder een grens: P. Deelder');
  });

  it('of a party that only a published list knows no case can be opened here', async () => {
    const { id } = await signalOf('Partij van de Lijst');
    const html = await page(`/toezicht/signalen/${id}`);
    expect(html).not.toContain(`/toezicht/signalen/${id}/zaak`);
    expect(read(html)).toContain('kan hier geen zaak worden geopend');
  });

  it('a kind is set with a reason; a figure out of range is named with its range', async () => {
    const path = '/toezicht/signalen/soorten/split_in_time';
    const form = { switched: 'on', startsOn: '02-03-2026', 'parameter-window': '30' };
    const wrong = await send(path, { ...form, 'parameter-margin': '90', reason: '' });
    expect(wrong.status).toBe(400);
    expect(summary(wrong.text)).toHaveLength(4);
    const figures = { 'parameter-leastSmall': '3', 'parameter-leastLarge': '2' };
    const fields = { ...form, ...figures, 'parameter-margin': '3', reason: 'Te veel toeval' };
    expect((await send(path, fields)).status).toBe(303);
    await site.app.get(Worker).drainOnce();
    await site.app.get(Worker).drainOnce();
    expect(read(await page(path))).toContain('Te veel toeval');
    expect(await items('?code=split_in_time&state=ended')).toHaveLength(2);
    expect((await send(path, { ...fields, 'parameter-margin': '10' })).status).toBe(303);
    await site.app.get(Worker).drainOnce();
    await site.app.get(Worker).drainOnce();
    expect(await items('?code=split_in_time&state=judged')).toHaveLength(1);
  });

  it('a decision that is entered makes large gifts around it a signal, until it is taken back', async () => {
    const path = '/toezicht/signalen/besluiten';
    const wrong = await send(path, { daysBefore: 'x', daysAfter: '30' });
    expect(summary(wrong.text)).toHaveLength(4);
    const form = { title: 'Vergunning', day: '10-03-2025', daysBefore: '30', daysAfter: '30' };
    expect((await send(path, { ...form, source: 'Staatscourant' })).status).toBe(303);
    for (let round = 0; round < 3; round += 1) await site.app.get(Worker).drainOnce();
    expect(await items('?code=around_decision')).toHaveLength(0);
    await site.test.ownerQuery(
      `update insight.gift set amount_cents = 2600000 where received_on = '2025-03-05'`,
    );
    await refresh();
    const found = await items('?code=around_decision');
    expect(found).toHaveLength(2);
    expect(found[0]?.said).toContain('rond het besluit "Vergunning" van 10 maart 2025');
    const action = /action="(\/toezicht\/signalen\/besluiten\/[0-9a-f-]{36}\/intrekken)"/.exec(
      await page(path),
    )?.[1];
    const gone = await send(action ?? '', { why: 'Verkeerde dag' }, path);
    expect(gone.status).toBe(303);
    for (let round = 0; round < 3; round += 1) await site.app.get(Worker).drainOnce();
    expect(await items('?code=around_decision')).toHaveLength(0);
  });

  it('the API knows all kinds, pages by key, and answers an unknown id as a foreign one', async () => {
    const { body } = await api('/v1/signal-kinds').expect(200);
    const kinds = body as { items: { code: string; controlYears: number }[] };
    expect(kinds.items.map(({ code }) => code)).toEqual(DETECTOR_CODES);
    const first = await api('/v1/signals?state=ended&pageSize=1').expect(200);
    const next = (first.body as { _links: { next?: { href: string } } })._links.next?.href ?? '';
    const second = await api(next).expect(200);
    expect((second.body as { items: Item[] }).items[0]?.id).not.toBe(
      (first.body as { items: Item[] }).items[0]?.id,
    );
    await api(`/v1/signals/${UNKNOWN}`).expect(404);
    await api('/v1/signals?cursor=WyJ4Il0').expect(400);
  });

  it('the API judges once, however often it is sent', async () => {
    const { id } = await signalOf('Partij van de Lijst', 'ended').catch(() =>
      signalOf('Partij van de Lijst'),
    );
    const standing = (await items()).find((one) => one.id !== id)?.id ?? '';
    const judge = () =>
      site
        .http()
        .post(`/v1/signals/${standing}/judgements`)
        .auth(token, { type: 'bearer' })
        .set('Idempotency-Key', 'judge-1')
        .send({ verdict: 'innocent', reason: 'Gewoon' });
    const [first, again] = [await judge(), await judge()];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect((again.body as { judgements: unknown[] }).judgements).toHaveLength(1);
  });

  it('a party and the public see none of it', async () => {
    const treasurer = await site.signIn('treasurer', group.tenantId);
    await treasurer.agent.get('/toezicht/signalen').expect(403);
    const own = await site.tokenFor('treasurer', group.tenantId);
    await api('/v1/signals', own).expect(403);
    await site.http().get('/v1/signals').expect(401);
  });

  it('who decides may read it and judges nothing', async () => {
    const decider = await site.signIn('decision_maker');
    const { text } = await decider.agent.get('/toezicht/signalen').expect(200);
    expect(text).not.toContain('/toezicht/signalen/zoeken');
  });
});
