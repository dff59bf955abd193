import { refreshExpectations } from '../../src/modules/expectations/public';
import { Database } from '../../src/platform/database/database';
import { workerScope } from '../../src/platform/jobs/public';
import { ADesk } from '../support/a-desk';
import { aDonor } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

const read = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

/** The part of the page under the heading with this id. */
function section(html: string, id: string): string {
  const part = html.split('<h2 ').find((one) => one.slice(0, 100).includes(`id="${id}"`));
  return part === undefined ? '' : `<h2 ${part}`;
}

describe('The year in view', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());

  async function office(): Promise<{ group: AParty; desk: ADesk; treasurer: SignedIn }> {
    const group = await aParty(site.app);
    const treasurer = await site.signIn('treasurer', group.tenantId);
    return { group, desk: new ADesk(site.app, group), treasurer };
  }

  describe('An organisation that has nothing yet', () => {
    it('is taught where to begin, in three steps', async () => {
      const { treasurer } = await office();
      const { text } = await treasurer.agent.get('/start').expect(200);
      expect(text).toContain('Zo begint u');
      for (const href of ['/giften/nieuw', '/inlezen', '/agenda']) {
        expect(text).toContain(`<li><a class="utrecht-link" href="${href}">`);
      }
    });
  });

  describe('An organisation with a year behind it', () => {
    let group: AParty;
    let desk: ADesk;
    let treasurer: SignedIn;

    const page = async (query = ''): Promise<string> =>
      (await treasurer.agent.get(`/start${query}`).expect(200)).text;

    beforeAll(async () => {
      await site.setClock('2025-06-20T12:00:00+02:00');
      ({ group, desk, treasurer } = await office());
      const near = await aDonor(site.app, group.tenantId, 'N. Nabij');
      const large = await aDonor(site.app, group.tenantId, 'G. Groot');
      await desk.gift(near, 95_000, '2025-03-03');
      await desk.gift(large, 9_000_000, '2025-04-01');
      await desk.notify(large);
      await desk.gift(near, 3_300, '2025-05-05', { type: 'membership_dues' });
      await desk.gift(near, 40_000, '2024-03-03');
      await desk.gift(near, 1_000, '2025-05-06', { recipientId: group.affiliate });
      const { tenantId } = group;
      await site.app
        .get(Database)
        .inTransaction(workerScope('test', tenantId), (tx) => refreshExpectations(tx, tenantId));
    });
    afterAll(() => site.setClock(null));

    it('every total opens exactly the rows that it is the sum of', async () => {
      const html = await page();
      const table = /<table[^>]*id="by-type">(.*?)<\/table>/s.exec(html)?.[1] ?? '';
      const links = [...table.matchAll(/href="(\/giften[^"]+)">([^<]+)</g)];
      expect(links.length).toBeGreaterThan(2);
      for (const [, href = '', amount = ''] of links) {
        const list = await treasurer.agent.get(href.replaceAll('&amp;', '&')).expect(200);
        const figures = /<dl class="pg-figures">(.*?)<\/dl>/s.exec(list.text)?.[1] ?? '';
        expect([href, read(figures)]).toEqual([
          href,
          expect.stringContaining(`Gebleven ${read(amount)}`),
        ]);
      }
    });

    it('so does every month of the chart, and every recipient', async () => {
      const html = await page();
      for (const id of ['months', 'by-recipient']) {
        const table = new RegExp(`<table[^>]*id="${id}">(.*?)</table>`, 's').exec(html)?.[1] ?? '';
        const [, href = ''] = /href="(\/giften[^"]+)"/.exec(table) ?? [];
        const { text } = await treasurer.agent.get(href.replaceAll('&amp;', '&')).expect(200);
        expect(text).toMatch(/href="\/giften\/[\w-]{36}"/);
      }
    });

    it('a year stands beside the year before, with the difference', async () => {
      const gift =
        /<th[^>]*>Gift<\/th>(.*?)<\/tr>/s.exec(section(await page(), 'totals'))?.[1] ?? '';
      expect(read(gift)).toContain('€ 90.960,00');
      expect(read(gift)).toContain('€ 400,00');
      expect(read(gift)).toContain('+€ 90.560,00');
      const before = await page('?jaar=2024');
      expect(before).toContain('aria-current="page">2024');
      expect(read(section(before, 'totals'))).toContain('Per soort, 2024 naast 2023');
    });

    it('D5: dues and remittances can be left out of tables and charts', async () => {
      expect(read(section(await page(), 'totals'))).toContain('Contributie 2025 € 33,00');
      const without = section(await page('?zonder=contributie'), 'totals');
      const table = /<table[^>]*id="by-type">(.*?)<\/table>/s.exec(without)?.[1] ?? '';
      expect(read(table)).not.toContain('Contributie');
      expect(without).toContain('zonder=contributie');
    });

    it('donors near a threshold: the nearest first, with what is still possible', async () => {
      const near = read(/<table[^>]*id="near-table">(.*?)<\/table>/s.exec(await page())?.[1] ?? '');
      // With the dues EUR 983 of 1,000; EUR 90,000 of the cap of 100,000.
      expect(near).toMatch(/N\. Nabij.*€ 983,00.*€ 16,99.*G\. Groot.*€ 90\.000,00.*€ 10\.000,00/);
    });

    it('donors from a total on can be listed, the largest first', async () => {
      const { text } = await treasurer.agent.get('/gevers?jaar=2025&vanaf=900').expect(200);
      const table = read(/<table[^>]*id="donors">(.*?)<\/table>/s.exec(text)?.[1] ?? '');
      expect(table).toMatch(/G\. Groot.*€ 90\.000,00.*N\. Nabij.*€ 993,00/);
      expect(table).not.toContain('L. Later');
      const exact = await treasurer.agent.get('/gevers?jaar=2025&vanaf=993').expect(200);
      expect(exact.text).toContain('N. Nabij');
      const above = await treasurer.agent.get('/gevers?jaar=2025&vanaf=994').expect(200);
      expect(above.text).not.toContain('N. Nabij');
    });

    it('the room under the cap is drawn, and stands in a table as well', async () => {
      const html = await page();
      expect(html).toContain('id="room-chart-title"');
      const table = read(/<table[^>]*id="room">(.*?)<\/table>/s.exec(html)?.[1] ?? '');
      expect(table).toContain('G. Groot');
      expect(table).toContain('€ 10.000,00');
    });

    it('every picture has a name, a description and its table; no id stands twice', async () => {
      const html = await page();
      const drawings = html.match(/<svg class="pg-chart" role="img"/g) ?? [];
      expect(drawings.length).toBeGreaterThanOrEqual(4);
      expect(html.match(/<title id="/g)).toHaveLength(drawings.length);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(html).not.toMatch(/<svg[^>]*style=|<script(?![^>]*src=)/);
    });

    it('what is due stands in order of day: filings, with who and until when', async () => {
      const due = read(section(await page(), 'due'));
      expect(due).toContain('Dien in: Jaarverslag met overzichten, 2024');
      expect(due).toContain('Uiterlijk maandag 30 juni 2025.');
      expect(due).toContain('Nog 10 dagen');
    });

    it('what changed since the last visit is told once that visit is half an hour ago', async () => {
      const first = await page();
      expect(first).not.toContain('Nieuw sinds uw vorige bezoek');
      // In steps, as a session ends after half an hour in which nothing is done.
      await site.setClock('2025-06-20T12:20:00+02:00');
      await treasurer.agent.get('/giften').expect(200);
      const donor = await aDonor(site.app, group.tenantId, 'L. Later');
      await desk.gift(donor, 5_000, '2025-06-19');
      await site.setClock('2025-06-20T12:40:00+02:00');
      const news = read(section(await page(), 'news'));
      expect(news).toContain('1 gift geboekt');
      // Looking again does not make it old.
      expect(read(section(await page(), 'news'))).toContain('1 gift geboekt');
    });

    it.each(['party_administrator', 'accountant'] as const)(
      '%s sees it, and may not book',
      async (role) => {
        const reader = await site.signIn(role, group.tenantId);
        const { text } = await reader.agent.get('/start').expect(200);
        expect(text).toContain('Stand in 2025');
        expect(text).not.toContain('href="/giften/nieuw"');
        expect(text).not.toContain('/meldingen/nieuw');
      },
    );

    it('shows nothing of another party', async () => {
      const other = await office();
      const { text } = await other.treasurer.agent.get('/start').expect(200);
      for (const name of ['N. Nabij', 'G. Groot']) expect(text).not.toContain(name);
    });

    it('every link on it leads somewhere: all is two clicks away', async () => {
      const main = /<main.*<\/main>/s.exec(await page())?.[0] ?? '';
      const paths = new Set(
        [...main.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, path = '']) =>
          path.replaceAll('&amp;', '&'),
        ),
      );
      const broken: string[] = [];
      for (const path of paths) {
        const { status } = await treasurer.agent.get(path);
        if (status !== 200) broken.push(`${path}: ${String(status)}`);
      }
      expect(paths.size).toBeGreaterThan(25);
      expect(broken).toEqual([]);
    });
  });
});
