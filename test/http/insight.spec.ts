import { type Response } from 'supertest';
import { ImportPublishedList } from '../../src/modules/register/public';
import { ADesk } from '../support/a-desk';
import { aParty, OVERSEER_SCOPE } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { htmlFaults } from '../support/html-check';
import { derive } from '../modules/insight/known';
import { publishedBytes, YEARS } from '../modules/register/published-lists';

interface Figures {
  readonly totalCents: number;
  readonly items: readonly {
    readonly value: string;
    readonly gifts: number;
    readonly countedCents: number;
  }[];
}

interface Gifts {
  readonly items: readonly { readonly key: string; readonly countedCents: number }[];
  readonly _links: { readonly next?: { readonly href: string } };
}

/** The sum of the printed total of 2025 and the ministry's error of EUR 125,000. */
const SUM_OF_2025 = 538_543_325;

describe('Dashboards of what the ministry knows', () => {
  let site: TestApp;
  let overseer: SignedIn;
  let token: string;
  let desk: ADesk;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-10T10:00:00Z');
    for (const year of YEARS)
      await site.app.get(ImportPublishedList).run(OVERSEER_SCOPE, {
        year,
        bytes: publishedBytes(year),
        seenOn: null,
        reason: null,
      });
    desk = new ADesk(site.app, await aParty(site.app, 'Partij van de Cijfers'));
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-05');
    await desk.gift(donor, 400_000, '2025-06-05');
    await desk.notify(donor);
    const official = await desk.donor();
    await desk.gift(official, 1_000_000, '2025-06-06', { type: 'office_holder_remittance' });
    await desk.notify(official);
    await derive(site);
    overseer = await site.signIn('overseer');
    token = await site.tokenFor('overseer');
  });
  afterAll(() => site.close());

  const page = async (path: string): Promise<string> =>
    (await overseer.agent.get(path).expect(200)).text;
  const api = (path: string, bearer = token): Promise<Response> =>
    site.http().get(path).set('Authorization', `Bearer ${bearer}`);
  const figures = async (query: string): Promise<Figures> =>
    (await api(`/v1/insight/figures?${query}`)).body as Figures;

  it('is for the staff: a party sees no page and no figure of it', async () => {
    const treasurer = await site.signIn('treasurer', desk.group.tenantId);
    for (const path of ['', '/rijen', '/rijen.csv', '/partijen', '/partij-van-de-cijfers'])
      await treasurer.agent.get(`/toezicht/cijfers${path}`).expect(403);
    const own = await site.tokenFor('treasurer', desk.group.tenantId);
    expect((await api('/v1/insight/gifts?year=2025', own)).status).toBe(403);
  });

  it.each([
    'month',
    'type',
    'form',
    'size_class',
    'donor_kind',
    'recipient_kind',
    'country',
    'place',
    'party',
  ])('sums by %s are the sum of the rows, to the cent', async (by) => {
    const listed = await figures(`year=2025&by=${by}&source=list`);
    expect(listed.totalCents).toBe(SUM_OF_2025);
    const all = await figures(`year=2025&by=${by}`);
    expect(all.totalCents).toBe(SUM_OF_2025 + 2_600_000);
  });

  it('dues and remittances can be left out everywhere', async () => {
    const without = await figures('year=2025&by=type&source=filed&remittances=left_out');
    expect(without.items).toEqual([{ value: 'gift', gifts: 2, countedCents: 1_600_000 }]);
    const rows = (await api('/v1/insight/gifts?year=2025&source=filed&remittances=left_out'))
      .body as Gifts;
    expect(rows.items).toHaveLength(2);
    const shown = await page('/toezicht/cijfers/partij-van-de-cijfers?jaar=2025&zonder=afdrachten');
    expect(shown).toContain('16.000,00');
    expect(shown).toContain('zonder=afdrachten');
    expect(shown).not.toContain('26.000,00');
  });

  it('every page of the rows comes once, and all of them add up', async () => {
    let path: string | undefined = '/v1/insight/gifts?year=2025&source=list&pageSize=37';
    const seen: Gifts['items'][number][] = [];
    while (path !== undefined) {
      const { items, _links } = (await api(path)).body as Gifts;
      seen.push(...items);
      path = _links.next?.href;
    }
    expect(new Set(seen.map(({ key }) => key)).size).toBe(seen.length);
    expect(seen.reduce((sum, { countedCents }) => sum + countedCents, 0)).toBe(SUM_OF_2025);
  });

  it('the file holds the same rows as the list', async () => {
    const { text } = await overseer.agent
      .get('/toezicht/cijfers/rijen.csv?jaar=2025&partij=cda')
      .expect(200);
    const lines = text.trim().split('\n').slice(1);
    const { items } = (await api('/v1/insight/gifts?year=2025&party=cda&pageSize=100'))
      .body as Gifts;
    expect(lines.map((line) => line.split(',')[0])).toEqual(items.map(({ key }) => key));
  });

  it('the dashboard shows each chart with its table, its file and links to the rows', async () => {
    const html = await page('/toezicht/cijfers?jaar=2025&naast=2024');
    const charts = html.match(/<svg class="pg-chart"/g) ?? [];
    expect(charts.length).toBeGreaterThan(10);
    const files = [...html.matchAll(/href="(\/toezicht\/cijfers\/export\.csv\?[^"]+)"/g)];
    expect(files.length).toBeGreaterThanOrEqual(charts.length);
    for (const [, href = ''] of files) {
      const file = await overseer.agent.get(href.replaceAll('&amp;', '&')).expect(200);
      expect(file.text.split('\n').length).toBeGreaterThan(1);
    }
  });

  it.each(['', '/partij-van-de-cijfers', '/rijen?jaar=2025', '/partijen'])(
    'the page %s is sound HTML',
    async (path) => {
      expect(await htmlFaults(await page(`/toezicht/cijfers${path}`))).toEqual([]);
    },
  );

  it('every figure that leads to rows opens as many gifts as it says', async () => {
    const html = await page('/toezicht/cijfers?jaar=2025&bron=lijsten');
    const links = [
      ...html.matchAll(
        /<a class="utrecht-link" href="(\/toezicht\/cijfers\/rijen\?[^"]*grootte=(\d+)[^"]*)">(\d+)<\/a>/g,
      ),
    ];
    expect(links.length).toBeGreaterThan(3);
    for (const [, href = '', , count] of links) {
      const file = await overseer.agent
        .get(href.replaceAll('&amp;', '&').replace('/rijen?', '/rijen.csv?'))
        .expect(200);
      expect(file.text.trim().split('\n')).toHaveLength(Number(count) + 1);
    }
  });

  it('lateness stands there by both readings, with who was late', async () => {
    const html = await page('/toezicht/cijfers?jaar=2025');
    expect(html).toContain('1 van 3 giften kwamen na de laatste dag.');
    expect(html).toContain(
      '/toezicht/cijfers/rijen?partij=partij-van-de-cijfers&amp;jaar=2025&amp;laat=werkdagen',
    );
    const rows = await page(
      '/toezicht/cijfers/rijen?partij=partij-van-de-cijfers&jaar=2025&laat=werkdagen',
    );
    expect(rows.match(/Te laat<\/span>/g)).toHaveLength(1);
  });

  it('of subsidies it says plainly that there are no figures yet', async () => {
    expect(await page('/toezicht/cijfers')).toContain(
      'Er zijn hier nog geen cijfers over subsidies.',
    );
  });

  it('a party or donor that is not known is not there, whatever is asked', async () => {
    await overseer.agent.get('/toezicht/cijfers/geen-partij').expect(404);
    await overseer.agent.get('/toezicht/cijfers/rijen?gever=D-0000000000').expect(404);
    await overseer.agent.get('/toezicht/cijfers/rijen?cursor=onzin').expect(400);
    await overseer.agent.get('/toezicht/cijfers?jaar=abc&naast=xyz&bron=wat').expect(200);
    expect((await api('/v1/insight/figures?year=2025&by=month&party=geen-partij')).status).toBe(
      404,
    );
  });

  it('who reads names of donors stands in the log', async () => {
    await page('/toezicht/cijfers/rijen?jaar=2024');
    const [line] = await site.test.ownerQuery<{ entity: string }>(
      `select entity from audit.event where action = 'read' order by seq desc limit 1`,
    );
    expect(line?.entity).toBe('insight.gift');
  });
});
