import { Workbook } from 'exceljs';
import { type Response } from 'supertest';
import { Worker } from '../../src/platform/worker/public';
import { aParty } from '../support/a-party';
import { aDonor, aGift } from '../support/a-gift';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { htmlFaults } from '../support/html-check';
import { hidden, read } from '../support/read-page';

const MARK = 'Simulatie: dit is geen besluit';

describe('The pages of what if', () => {
  let site: TestApp;
  let overseer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-03-04T09:00:00Z');
    const party = await aParty(site.app, 'Partij van de Proef');
    const donorId = await aDonor(site.app, party.tenantId, 'G. Gever');
    for (const [receivedOn, euros] of [
      ['2025-03-03', 10_000],
      ['2025-03-04', 6_000],
    ] as const)
      await aGift(site.app, {
        tenantId: party.tenantId,
        donorId,
        recipientId: party.party,
        receivedOn,
        euros,
      });
    // The term passes without a notice: the gifts are disclosed and found late (D7).
    await site.setClock('2025-03-20T09:00:00Z');
    await site.app.get(Worker).drainOnce();
    overseer = await site.signIn('overseer');
  });
  afterAll(() => site.close());

  async function ask(fields: object): Promise<Response> {
    const page = (await overseer.agent.get('/toezicht/wat-als/nieuw').expect(200)).text;
    return overseer.agent
      .post('/toezicht/wat-als')
      .type('form')
      .send({
        ...{ _csrf: overseer.csrfToken, once: hidden(page, 'once'), naam: 'Proef', set: 'own' },
        ...{ vanaf: '01-01-2023', jaarVan: '2023', jaarTot: '2025', ...fields },
      })
      .then((answer) => answer);
  }

  it('asks, works it out in the background, and shows counts and cents before and after', async () => {
    const asked = await ask({ p_substantial_gift: '12.000' });
    expect(asked.status).toBe(303);
    const address = asked.headers['location'] ?? '';
    const waiting = read((await overseer.agent.get(address).expect(200)).text);
    expect(waiting).toContain('Wacht op de eerste ronde');
    await site.app.get(Worker).drainOnce();
    const html = (await overseer.agent.get(address).expect(200)).text;
    const page = read(html);
    expect(page).toContain('Melden vanaf (art. 25a)');
    expect(page).toContain('€ 10.000,00');
    expect(page).toContain('€ 12.000,00');
    expect(page).toContain('Te melden giften');
    expect(page).toContain('Partij van de Proef');
    expect(html.match(/<title>[^<]*/)?.[0]).toContain(MARK);
    expect(await htmlFaults(html)).toEqual([]);
    const filtered = read((await overseer.agent.get(`${address}?soort=fine&verschil=new`)).text);
    expect(filtered).toContain('Er is geen verschil.');
  });

  it('says everything that is wrong at once and keeps what was typed', async () => {
    const answer = await ask({
      naam: '',
      p_cap_money: '1,5.0',
      p_notice_days: '99',
      vanaf: '31-02-2023',
      jaarVan: '2025',
      jaarTot: '2024',
    });
    expect(answer.status).toBe(400);
    for (const field of ['naam', 'p_cap_money', 'p_notice_days', 'vanaf', 'jaarTot'])
      expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain('value="1,5.0"');
    expect(await htmlFaults(answer.text)).toEqual([]);
  });

  it('marks every page and every file as a simulation', async () => {
    const asked = await ask({ set: 'wpp_draft', naam: 'Wpp' });
    await site.app.get(Worker).drainOnce();
    const address = asked.headers['location'] ?? '';
    for (const path of ['/toezicht/wat-als', '/toezicht/wat-als/nieuw', address]) {
      const html = (await overseer.agent.get(path).expect(200)).text;
      expect(html.match(/<title>[^<]*/)?.[0]).toContain(MARK);
      expect(read(html).split(MARK).length).toBeGreaterThan(3);
      expect(await htmlFaults(html)).toEqual([]);
    }
    const csv = await overseer.agent.get(`${address}/uitvoer/wijzigingen.csv`).expect(200);
    expect(csv.headers['content-disposition']).toContain('SIMULATIE-geen-besluit');
    const [, ...lines] = csv.text.trim().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.startsWith(MARK)).toBe(true);
    const xlsx = await overseer.agent
      .get(`${address}/uitvoer/simulatie.xlsx`)
      .buffer()
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      })
      .expect(200);
    expect(xlsx.headers['content-disposition']).toContain('SIMULATIE-geen-besluit');
    const book = new Workbook();
    await book.xlsx.load(xlsx.body as never);
    expect(book.title).toContain(MARK);
    expect(book.worksheets).toHaveLength(3);
    for (const sheet of book.worksheets) {
      expect(sheet.name).toMatch(/^SIMULATIE /);
      expect(sheet.getCell('A1').text).toBe(MARK);
    }
    const page = read((await overseer.agent.get(address)).text);
    expect(page).toContain('niet bekend');
    expect(page).toContain('Niet te beslissen');
  });

  it('is read by the committee and asked for by overseers; parties see nothing', async () => {
    const asked = await ask({ naam: 'Weg ermee' });
    const address = asked.headers['location'] ?? '';
    const member = await site.signIn('committee_member');
    await member.agent.get(address).expect(200);
    await member.agent.get('/toezicht/wat-als/nieuw').expect(403);
    const treasurer = await site.signIn('treasurer');
    await treasurer.agent.get(address).expect(403);
    const page = (await overseer.agent.get(address)).text;
    const away = await overseer.agent
      .post(`${address}/weggooien`)
      .type('form')
      .send({ _csrf: overseer.csrfToken, once: hidden(page, 'once') });
    expect(away.status).toBe(303);
    await overseer.agent.get(address).expect(404);
    await site.app.get(Worker).drainOnce();
    const list = read((await overseer.agent.get(away.headers['location'] ?? '')).text);
    expect(list).toContain('De simulatie is weggegooid.');
    expect(list).not.toContain('Weg ermee');
  });
});
