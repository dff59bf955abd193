import { type Agent, type Response } from 'supertest';
import { FileNotice } from '../../src/modules/notices/public';
import { Database } from '../../src/platform/database/database';
import { Worker } from '../../src/platform/worker/public';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty, treasurerScope } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const PROPOSAL = /\/toezicht\/voorstellen\/[0-9a-f-]{36}/g;
const FINDING = /\/toezicht\/bevindingen\/[0-9a-f-]{36}/g;

/** The text a person reads: without tags, blanks in a row as one. */
function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/[\s\u00a0]+/g, ' ');
}

function linksIn(html: string, pattern: RegExp): readonly string[] {
  return [...new Set(html.match(pattern) ?? [])];
}

/** The rows of the queue, without the choices around it. */
function rowsOf(html: string): readonly string[] {
  const [, table = ''] = html.split('id="work-table"');
  return (table.split('</table>')[0] ?? '').split('<tr');
}

describe('The pages of the overseer', () => {
  let site: TestApp;
  let overseer: Agent;

  beforeAll(async () => {
    site = await startTestApp();
    ({ agent: overseer } = await site.signIn('overseer'));
  });
  afterAll(() => site.close());

  const at = (moment: string): Promise<void> => site.setClock(moment);
  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();
  const page = async (path: string): Promise<string> => (await overseer.get(path).expect(200)).text;

  function give(
    group: AParty,
    donorId: string,
    receivedOn: string,
    euros: number,
    recipientId = group.party,
  ): Promise<void> {
    return aGift(site.app, { tenantId: group.tenantId, donorId, recipientId, receivedOn, euros });
  }

  function notify(group: AParty, donorId: string): Promise<unknown> {
    return site.app
      .get(Database)
      .inTransaction(treasurerScope(group.tenantId), (tx) =>
        site.app.get(FileNotice).run(tx, { donorId, recipientId: group.party, year: 2025 }),
      );
  }

  /** Everything the overseer can open from the queue, as one text. */
  async function everything(): Promise<string> {
    const first = await page('/toezicht');
    const notices = await page('/toezicht/meldingen');
    const all = [first, notices];
    for (const path of [...linksIn(first, PROPOSAL), ...linksIn(first, FINDING)])
      all.push(await page(path));
    for (const path of linksIn(all.join(), FINDING)) all.push(await page(path));
    return read(all.join('\n'));
  }

  it('D7: nothing of a gift before its term has passed; after it exactly what caused it', async () => {
    await at('2025-04-16T12:00:00+02:00');
    const group = await aParty(site.app, 'Partij Zonder Melding');
    const donorId = await aDonor(site.app, group.tenantId, 'Z. Zwijger');
    await give(group, donorId, '2025-02-03', 3_000);
    await give(group, donorId, '2025-04-16', 8_111);
    await give(group, donorId, '2025-04-16', 222, group.affiliate);
    await work();
    await at('2025-04-18T12:00:00+02:00');
    await give(group, donorId, '2025-04-18', 444);
    for (const moment of ['2025-04-18T13:00:00+02:00', '2025-04-22T23:00:00+02:00']) {
      await at(moment);
      await work();
      const seen = await everything();
      for (const told of ['Z. Zwijger', '€ 8.111,00', '€ 3.000,00', '€ 222,00'])
        expect(seen).not.toContain(told);
      // That a gift regulation was never received is no secret of the ledger.
      const aboutGifts = rowsOf(await page('/toezicht')).filter(
        (row) => !row.includes('href="/toezicht/overzichten/'),
      );
      expect(aboutGifts.join('<tr')).not.toContain('Partij Zonder Melding');
    }

    // Received on Wednesday 16 April 2025: three working days later is Wednesday 23 April.
    await at('2025-04-24T00:30:00+02:00');
    await work();
    const [proposal = ''] = linksIn(await page('/toezicht?soort=voorstellen'), PROPOSAL);
    const seen = read(await page(proposal));
    expect(seen).toContain('Melding niet gedaan');
    expect(seen).toContain('Z. Zwijger, Utrecht');
    expect(seen).toContain('€ 3.000,00');
    expect(seen).toContain('€ 8.111,00');
    expect(await everything()).not.toContain('€ 444,00');
    expect(await everything()).not.toContain('€ 222,00');
  });

  it('a late notice: one proposal with facts, rule, both terms, every step and no decision', async () => {
    await at('2025-04-17T12:00:00+02:00');
    const group = await aParty(site.app, 'Partij Te Laat');
    const donorId = await aDonor(site.app, group.tenantId, 'L. Laat');
    await give(group, donorId, '2025-04-17', 10_000);
    await at('2025-04-25T09:14:00+02:00');
    await notify(group, donorId);
    await work();

    const queue = await page('/toezicht?soort=voorstellen');
    const rows = rowsOf(queue).filter((row) => row.includes('Partij Te Laat'));
    expect(rows).toHaveLength(1);
    const [path = ''] = linksIn(rows.join(''), PROPOSAL);
    const html = await page(path);
    const seen = read(html);
    for (const told of [
      'Er is niets besloten',
      'Melding te laat gedaan',
      'Wfpp art. 25a lid 2',
      'L. Laat, Utrecht',
      '€ 10.000,00, ontvangen op donderdag 17 april 2025',
      '25 april 2025, 09.14 uur',
      'donderdag 24 april 2025',
      'woensdag 23 april 2025',
      'Tweede paasdag',
      'drie werkdagen',
      'example-2026-1',
      'voorbeeld',
      'Wfpp art. 37 lid 4',
      'Awb art. 5:46 lid 4',
      'woensdag 24 april 2030',
      'Wacht op een mens',
    ])
      expect(seen).toContain(told);
    const steps = seen.slice(seen.indexOf('Stappen van het boeteschema'));
    const order = [
      '1. Uitgangspunt',
      '2. Dagen te laat',
      '3. Bedrag',
      '4. Herhaling',
      '5. Zelf',
      '6. Hersteld',
      '7. Hoogste boete',
    ];
    const places = order.map((step) => steps.indexOf(step));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    // Base 2 500, a quarter off because it was reported after all.
    expect(steps).toContain('Erbij of eraf € -625,00 Tussenstand € 1.875,00');
    // The one thing that can be done here is to open a case, which decides nothing.
    const content = html.slice(html.indexOf('<main'));
    expect(content.match(/action="[^"]*"/g)?.filter((a) => a.includes('/toezicht'))).toEqual([
      'action="/toezicht/zaken"',
    ]);

    const [notice = ''] = linksIn(html, /\/toezicht\/meldingen\/[0-9a-f-]{36}/g);
    expect(read(await page(notice))).toContain('De melding is te laat');
    const file = await overseer.get(`${notice}/bewijs.json`).expect(200);
    expect(file.headers['content-disposition']).toContain('attachment');
    const [finding = ''] = linksIn(html, FINDING);
    expect(await page(finding)).toContain(path);
  });

  it('the figures are the rows they open, and the longest waiting comes first', async () => {
    const all = await page('/toezicht');
    const figure = (name: string): number =>
      Number(new RegExp(`aria-label="${name}: (\\d+)"`).exec(all)?.[1] ?? '0');
    const rowsAt = async (kind: string, pattern: RegExp): Promise<number> =>
      linksIn(await page(`/toezicht?soort=${kind}`), pattern).length;
    // Two gifts of the party that notified nothing, one of the party that was late.
    expect(figure('Boetevoorstellen')).toBe(3);
    expect(await rowsAt('voorstellen', PROPOSAL)).toBe(3);
    expect(await rowsAt('bevindingen', FINDING)).toBe(figure('Bevindingen'));
    expect(await rowsAt('signalen', FINDING)).toBe(figure('Signalen'));
    expect(await rowsAt('onbeslist', FINDING)).toBe(figure('Niet te beoordelen'));
    const rows = rowsOf(await page('/toezicht?soort=voorstellen')).join('<tr');
    expect(rows.indexOf('Partij Zonder Melding')).toBeGreaterThan(0);
    expect(rows.indexOf('Partij Zonder Melding')).toBeLessThan(rows.indexOf('Partij Te Laat'));
  });

  it('a notice that is in time brings no proposal, and is in the list of all notices', async () => {
    await at('2025-04-17T12:00:00+02:00');
    const group = await aParty(site.app, 'Partij Op Tijd');
    const donorId = await aDonor(site.app, group.tenantId, 'O. Optijd');
    await give(group, donorId, '2025-04-17', 12_345);
    await at('2025-04-22T12:00:00+02:00');
    await notify(group, donorId);
    await at('2025-04-26T12:00:00+02:00');
    await work();
    const rows = rowsOf(await page('/toezicht?soort=voorstellen'));
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.join('<tr')).not.toContain('Partij Op Tijd');
    const notices = read(await page('/toezicht/meldingen'));
    expect(notices).toContain('Partij Op Tijd');
    expect(notices).toContain('€ 12.345,00');
  });

  it('filing after all takes the place of the proposal; the older one says that it is replaced', async () => {
    await at('2025-06-02T12:00:00+02:00');
    const group = await aParty(site.app, 'Partij Alsnog');
    const donorId = await aDonor(site.app, group.tenantId, 'A. Alsnog');
    await give(group, donorId, '2025-06-02', 20_000);
    await at('2025-06-06T12:00:00+02:00');
    await work();
    const mine = async (): Promise<string> => {
      const rows = rowsOf(await page('/toezicht?soort=voorstellen'));
      const own = rows.filter((row) => row.includes('Partij Alsnog'));
      expect(own).toHaveLength(1);
      return linksIn(own.join(''), PROPOSAL)[0] ?? '';
    };
    const first = await mine();
    expect(read(await page(first))).toContain('Melding niet gedaan');
    await notify(group, donorId);
    await work();
    const second = await mine();
    expect(second).not.toBe(first);
    expect(read(await page(second))).toContain('Melding te laat gedaan');
    expect(read(await page(first))).toContain('Vervangen of vervallen');
  });

  it.each([
    [
      true,
      [70_000, 50_000],
      'Boven het plafond van een gever',
      'Te veel € 20.000,00',
      'Wfpp art. 29b',
    ],
    [
      false,
      [12_000],
      'De gever heeft geen Nederlandse nationaliteit',
      'De partij maakt € 12.000,00 over',
      'Rekening van de minister',
    ],
    [
      null,
      [12_000],
      'Nationaliteit van de gever is niet bekend',
      'Niet te beoordelen',
      'nationaliteit',
    ],
  ])('a donor who is Dutch: %s, gifts %j: the finding says %s', async (dutch, gifts, ...told) => {
    await at('2025-08-04T12:00:00+02:00');
    const group = await aParty(site.app, `Partij ${String(dutch)}`);
    const donorId = await aDonor(site.app, group.tenantId, 'G. Gevonden', dutch);
    for (const euros of gifts) await give(group, donorId, '2025-08-04', euros);
    await notify(group, donorId);
    await work();
    for (const language of ['nl', 'en']) {
      await overseer.get(`/taal/${language}?terug=/toezicht`);
      const rows = rowsOf(await page('/toezicht'));
      const mine = rows.filter((row) => row.includes(`Partij ${String(dutch)}<`)).join('');
      const paths = [...linksIn(mine, FINDING), ...linksIn(mine, PROPOSAL)];
      const direct = await Promise.all(paths.map(page));
      // What waits in a proposal is one row; the finding stands behind it.
      const behind = linksIn(direct.join(), FINDING).filter((path) => !paths.includes(path));
      const pages = [...direct, ...(await Promise.all(behind.map(page)))];
      if (language === 'en') continue;
      expect(linksIn(mine, PROPOSAL)).toHaveLength(dutch === null ? 0 : 1);
      const seen = read(pages.join(' '));
      for (const text of told) expect(seen).toContain(text);
    }
    await overseer.get('/taal/nl?terug=/toezicht');
  });

  it('what is unknown, a finding of a ledger and a wrong address all give 404', async () => {
    const [ledger] = await site.test.ownerQuery<{ id: string }>(
      `select id from core.finding where source = 'ledger' limit 1`,
    );
    const paths = [
      `/toezicht/voorstellen/${UNKNOWN}`,
      `/toezicht/bevindingen/${UNKNOWN}`,
      `/toezicht/bevindingen/${ledger?.id ?? ''}`,
      `/toezicht/meldingen/${UNKNOWN}`,
      `/toezicht/meldingen/${UNKNOWN}/bewijs.json`,
    ];
    for (const path of paths) await overseer.get(path).expect(404);
  });

  it('every opened case leaves a line in the audit log', async () => {
    const [path = ''] = linksIn(await page('/toezicht'), PROPOSAL);
    const lines = (): Promise<{ n: number }[]> =>
      site.test.ownerQuery<{ n: number }>(
        `select count(*)::int as n from audit.event where action = 'read' and entity = 'core.fine_proposal'`,
      );
    const [before] = await lines();
    await page(path);
    const [after] = await lines();
    expect(after?.n).toBe((before?.n ?? 0) + 1);
  });

  it('the pages are there in English too', async () => {
    const [path = ''] = linksIn(await page('/toezicht'), PROPOSAL);
    const [finding = ''] = linksIn(await page('/toezicht'), FINDING);
    const { agent } = await site.signIn('decision_maker');
    await agent.get('/taal/en?terug=/toezicht');
    const read200 = (place: string): Promise<Response> => agent.get(place).expect(200);
    expect((await read200('/toezicht')).text).toContain('Fine proposals');
    expect((await read200(path)).text).toContain('Nothing has been decided');
    expect((await read200(finding)).text).toContain('The rule');
    expect((await read200('/toezicht/meldingen')).text).toContain('All notices');
  });
});
