import { type Agent } from 'supertest';
import { ANetwork, publicIdOf } from '../support/a-network';
import { aParty, type AParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

describe('The network over HTTP', () => {
  let site: TestApp;
  let overseer: Agent;
  let staff: string;
  let treasurer: string;
  let party: AParty;
  let giftId: string;
  const dijk = publicIdOf('Dijk B.V.');

  beforeAll(async () => {
    site = await startTestApp();
    party = await aParty(site.app, 'Eigen Partij');
    const net = new ANetwork(site.test.ownerQuery);
    await net.party('polder', 'Polderpartij');
    await net.party('duin', 'Duinpartij');
    await net.donor({ name: 'Dijk B.V.', kind: 'legal_person', residence: 'Ede' });
    await net.donor({ name: 'Sloot B.V.', kind: 'legal_person', residence: 'Ede' });
    await net.trait('Dijk B.V.', 'ubo', 'k jansen|ede', 'K. <Jansen>, Ede');
    await net.trait('Sloot B.V.', 'ubo', 'k jansen|ede', 'K. <Jansen>, Ede');
    giftId = await net.gift({
      donor: 'Dijk B.V.',
      party: 'polder',
      euros: 12_500,
      day: '2025-02-01',
    });
    await net.gift({ donor: 'Sloot B.V.', party: 'duin', euros: 900, day: '2025-03-01' });
    for (let n = 1; n <= 30; n += 1) {
      await net.donor({ name: `Gever ${String(n)}` });
      await net.gift({ donor: `Gever ${String(n)}`, party: 'duin', euros: n, day: '2025-04-01' });
    }
    ({ agent: overseer } = await site.signIn('overseer'));
    staff = await site.tokenFor('overseer');
    treasurer = await site.tokenFor('treasurer', party.tenantId);
  });
  afterAll(() => site.close());

  const page = async (path: string): Promise<string> => (await overseer.get(path).expect(200)).text;
  const api = async (path: string): Promise<Record<string, unknown>> =>
    (await site.http().get(path).set('Authorization', `Bearer ${staff}`).expect(200))
      .body as Record<string, unknown>;

  it('the page of a donor: to whom it gave, its owner, its gifts, and a drawing of links', async () => {
    const html = await page(`/toezicht/netwerk/${dijk}?stappen=2`);
    expect(html).toContain('€\u00a012.500,00');
    expect(html).toContain('href="/toezicht/netwerk/P-polder"');
    expect(html).toContain('K. &lt;Jansen&gt;, Ede');
    expect(html).not.toContain('<Jansen>');
    expect(html).toContain('<svg class="pg-network" role="group"');
    expect(html).toContain(
      `href="/toezicht/netwerk/${publicIdOf('Sloot B.V.')}" class="pg-network__node"`,
    );
    expect(html).toContain(`href="/toezicht/netwerk/giften/polder/${giftId}"`);
  });

  it('the same facts give the same drawing', async () => {
    const drawing = async (): Promise<string | undefined> =>
      /<svg class="pg-network".*?<\/svg>/su.exec(
        await page(`/toezicht/netwerk/${dijk}?stappen=3`),
      )?.[0];
    expect(await drawing()).toBe(await drawing());
  });

  it('a party with many donors: the largest first, page after page, each once', async () => {
    const first = await page('/toezicht/netwerk/P-duin');
    expect(first).toContain('Er is meer dan op een tekening past');
    const [, next = ''] = /rel="next" href="([^"]+)"/u.exec(first) ?? [];
    const second = await page(next.replaceAll('&amp;', '&'));
    const names = (html: string): readonly string[] =>
      html
        .split('id="givers"')[1]
        ?.split('</table>')[0]
        ?.match(/D-[0-9A-Z]{10}/gu) ?? [];
    expect(names(first)).toHaveLength(25);
    expect(new Set([...names(first), ...names(second)]).size).toBe(31);
  });

  it('only of a year, an amount and some ties, as chosen', async () => {
    expect(await page('/toezicht/netwerk/P-duin?jaar=2024')).toContain(
      'Geen gevers die hierbij passen',
    );
    const html = await page('/toezicht/netwerk/P-duin?vanaf=500');
    expect(html).toContain('Sloot B.V.');
    expect(html).not.toContain('Gever 30');
    const owners = await page(`/toezicht/netwerk/${dijk}?verband-owned_by=ja`);
    expect(owners).toContain('id="ties-owned_by-from"');
    expect(owners).not.toContain('id="ties-gave-from"');
  });

  it('every box of the form ticked is the same as none', async () => {
    const html = await page(`/toezicht/netwerk/${dijk}`);
    const boxes = [...html.matchAll(/name="(verband-[a-z_]+)" value="ja" checked/gu)].map(
      ([, name = '']) => `${name}=ja`,
    );
    expect(boxes).toHaveLength(8);
    const all = await page(`/toezicht/netwerk/${dijk}?jaar=&vanaf=&stappen=1&${boxes.join('&')}`);
    expect(all).toContain('id="ties-gave-from"');
    expect(all).toContain('id="ties-owned_by-from"');
  });

  it('a gift by itself', async () => {
    const html = await page(`/toezicht/netwerk/giften/polder/${giftId}`);
    expect(html).toContain('Gift van Dijk B.V. aan Polderpartij');
    await overseer.get(`/toezicht/netwerk/giften/duin/${giftId}`).expect(404);
  });

  it('how two are tied: by their names, as a line of links and a drawing', async () => {
    const html = await page('/toezicht/netwerk/verband?van=polderpartij&naar=duinpartij');
    expect(html).toContain('Aantal stappen: 4');
    expect(html).toContain('Sloot B.V.');
    expect(html).toContain('pg-network');
    expect(await page('/toezicht/netwerk/verband?van=dijk&naar=gever')).toContain('wie bedoelt u?');
    expect(await page('/toezicht/netwerk/verband?van=kwartel&naar=dijk')).toContain(
      'kwartel is niet bekend',
    );
    expect(
      await page(`/toezicht/netwerk/verband?van=${publicIdOf('Gever 1')}&naar=P-polder`),
    ).toContain('Geen verband gevonden');
  });

  it('files: of a part and of the whole, as attachments', async () => {
    const part = await overseer
      .get(`/toezicht/netwerk/${dijk}/uitvoer/verbanden.csv?stappen=1`)
      .expect(200);
    expect(part.text.trim().split('\n')).toHaveLength(3);
    expect(part.headers['content-disposition']).toBe(
      `attachment; filename="${dijk}-verbanden.csv"`,
    );
    const whole = await overseer.get('/toezicht/netwerk/uitvoer/verbanden.csv').expect(200);
    expect(whole.text.trim().split('\n')).toHaveLength(35);
    await overseer.get('/toezicht/netwerk/uitvoer/alles.zip').expect(404);
    const answer = await site
      .http()
      .get('/v1/network/files/knopen.csv')
      .set('Authorization', `Bearer ${staff}`)
      .expect(200);
    expect(answer.headers['content-type']).toContain('text/csv');
  });

  it('the API gives the neighbourhood, givers and paths', async () => {
    const around = await api(`/v1/network/nodes/${dijk}?depth=2`);
    expect(around).toMatchObject({ root: dijk, cut: false });
    expect(around['nodes']).toHaveLength(4);
    const givers = await api('/v1/network/nodes/P-duin/givers?pageSize=2');
    expect(givers['items']).toMatchObject([
      { name: 'Sloot B.V.', cents: 90_000 },
      { name: 'Gever 30' },
    ]);
    const paths = await api(`/v1/network/paths?from=P-polder&to=P-duin`);
    expect(paths['paths']).toHaveLength(1);
  });

  it.each([
    '/v1/network/nodes/D-0000000000',
    '/v1/network/nodes/whatever',
    '/v1/network/nodes/P-nobody/givers',
    '/v1/network/paths?from=D-0000000000&to=P-duin',
    '/v1/network/files/secrets.csv',
  ])('%s is not there', async (path) => {
    await site.http().get(path).set('Authorization', `Bearer ${staff}`).expect(404);
  });

  it('a party gets none of it, and nobody without signing in', async () => {
    for (const path of [`/v1/network/nodes/${dijk}`, '/v1/network/files/knopen.csv'])
      await site.http().get(path).set('Authorization', `Bearer ${treasurer}`).expect(403);
    await site.http().get(`/toezicht/netwerk/${dijk}`).expect(303);
    const { agent } = await site.signIn('accountant', party.tenantId);
    await agent.get(`/toezicht/netwerk/${dijk}`).expect(403);
  });

  it('who looked is in the log', async () => {
    await page(`/toezicht/netwerk/${dijk}`);
    const rows = await site.test.ownerQuery(
      `select 1 from audit.event where entity = 'insight.donor' and entity_id = $1 limit 1`,
      [dijk],
    );
    expect(rows).toHaveLength(1);
  });
});
