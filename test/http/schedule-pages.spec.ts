import { randomUUID } from 'node:crypto';
import { type Response } from 'supertest';
import { Worker } from '../../src/platform/worker/public';
import { ADesk } from '../support/a-desk';
import { aParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

const BASE = '/toezicht/boeteschemas';
type Fields = Readonly<Record<string, string>>;

describe('The pages of the fine schedule (D9, D10)', () => {
  let site: TestApp;
  let overseer: SignedIn;
  let decider: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-04-25T09:14:00+02:00');
    overseer = await site.signIn('overseer');
    decider = await site.signIn('decision_maker');
  });
  afterAll(() => site.close());

  const page = async (who: SignedIn, path: string): Promise<string> =>
    (await who.agent.get(path).expect(200)).text;

  function post(who: SignedIn, path: string, fields: Fields): Promise<Response> {
    const form = { _csrf: who.csrfToken, once: randomUUID(), ...fields };
    return Promise.resolve(who.agent.post(path).type('form').send(form));
  }

  /** The fields of the form as it stands, filled in with the newest version. */
  async function filled(changes: Fields): Promise<Fields> {
    const html = await page(overseer, `${BASE}/nieuw`);
    const inputs = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*>/g)].map(
      ([tag, name = '']) => [name, /value="([^"]*)"/.exec(tag)?.[1] ?? ''],
    );
    const own = inputs.filter(([name]) => name !== '_csrf' && name !== 'once');
    return { ...(Object.fromEntries(own) as Fields), ...changes };
  }

  const draft = async (changes: Fields): Promise<Response> =>
    post(overseer, BASE, await filled(changes));

  async function drafted(version: string, changes: Fields = {}): Promise<string> {
    const answer = await draft({ version, from: '01-01-2026', ...changes });
    expect([answer.status, summary(answer.text)]).toEqual([303, []]);
    return (answer.headers['location'] ?? '').split('?')[0] ?? '';
  }

  it('the version that ships says that it is an example, and every step of it can be read', async () => {
    const list = await page(overseer, BASE);
    expect(read(list)).toContain('example-2026-1 Meegeleverd voorbeeld');
    expect(read(list)).toContain('In gebruik');
    const [path = ''] = /\/toezicht\/boeteschemas\/[0-9a-f-]{36}/.exec(list) ?? [];
    const seen = read(await page(overseer, path));
    for (const told of [
      'Dit is een voorbeeld',
      'Art. 25a: substantiële gift melden',
      '€ 2.500,00',
      'vanaf 8 dagen Erbij 25% erbij',
      'vanaf € 100.000,00 Erbij 100% erbij',
      'Alleen overtredingen van de laatste 5 jaar tellen.',
      'Hoogste bedrag € 25.000,00',
      'SHA-256',
    ])
      expect(seen).toContain(told);
    expect(seen).not.toContain('Stel dit schema vast');
  });

  it('drafting a version: all errors at once, each at its field with the mend', async () => {
    const answer = await draft({
      version: 'BZK 2026',
      from: '31-02-2026',
      'base-WFPP-25a-2': 'veel',
      'base-WFPP-23a-1': '30.000,00',
      'daysLate-1-from': '4',
      'repetition-0-percent': '',
      selfReportPercent: '130',
      cap: '26.000,00',
    });
    expect(answer.status).toBe(400);
    const told = summary(answer.text);
    for (const part of [
      'Gebruik kleine letters',
      '"31-02-2026" is geen bestaande datum',
      '"veel" is geen bedrag of heel getal',
      '30.000,00 is meer dan het hoogste bedrag van dit schema',
      '4 is niet hoger dan de stap ervoor',
      'Vul dit in.',
      '130 procent is meer dan alles',
    ])
      expect(told.filter((message) => message.includes(part))).toHaveLength(1);
    expect(answer.text).toContain('href="#daysLate-1-from"');
    expect(answer.text).toContain('value="veel"');
    const cap = await draft({ version: 'bzk-cap', from: '01-01-2026', cap: '26.000,00' });
    expect(summary(cap.text)).toEqual([
      '26.000,00 is meer dan artikel 37 lid 4 toestaat. Vul hoogstens dat in.',
    ]);
  });

  it('four eyes: who drafts does not adopt; a decision maker adopts exactly this content', async () => {
    const path = await drafted('bzk-2026-1', { 'base-WFPP-25a-2': '3.000,00' });
    const own = await page(overseer, path);
    expect(own).not.toContain(`action="${path}/vaststellen"`);
    await overseer.agent
      .post(`${path}/vaststellen`)
      .type('form')
      .send({ _csrf: overseer.csrfToken })
      .expect(403);
    const html = await page(decider, path);
    const sha256 = hidden(html, 'sha256');
    const other = await post(decider, `${path}/vaststellen`, { sha256: '0'.repeat(64) });
    expect(summary(other.text)).toEqual(['De inhoud is veranderd. Lees haar opnieuw.']);
    const answer = await post(decider, `${path}/vaststellen`, { sha256 });
    expect(answer.headers['location']).toBe(`${path}?gedaan=vastgesteld`);
    const after = read(await page(decider, path));
    expect(after).toContain('Gaat later in');
    expect(after).not.toContain('Trek het ontwerp in');
    const again = await post(decider, `${path}/vaststellen`, { sha256 });
    expect(summary(again.text)).toEqual(['Dit schema is al vastgesteld.']);
  });

  it('a version has its name once; a draft can be taken back', async () => {
    const path = await drafted('bzk-2027-1', { from: '01-01-2027' });
    const twice = await draft({ version: 'bzk-2027-1', from: '01-02-2027' });
    expect(summary(twice.text)).toEqual(['Er is al een versie met deze naam. Kies een andere.']);
    const answer = await post(overseer, `${path}/intrekken`, {});
    expect(answer.headers['location']).toBe(BASE);
    expect(read(await page(overseer, BASE))).not.toContain('bzk-2027-1');
  });

  it('the simulation: a table per violation with totals, marked SIMULATIE, and nothing changes', async () => {
    const desk = new ADesk(site.app, await aParty(site.app));
    const donor = await desk.donor();
    await desk.gift(donor, 1_000_000, '2025-04-17');
    await desk.notify(donor);
    await site.app.get(Worker).drainOnce();
    const path = await drafted('bzk-2028-1', { from: '01-01-2028', 'base-WFPP-25a-2': '5.000,00' });
    const proposals = (): Promise<unknown[]> =>
      site.test.ownerQuery('select id, amount_cents from core.fine_proposal order by id');
    const before = await proposals();
    const html = await page(overseer, `${path}/simulatie`);
    const seen = read(html);
    expect(seen).toContain('SIMULATIE');
    expect(seen).toContain('Dit is een simulatie Er verandert niets.');
    // Base 2 500 becomes 5 000; a quarter off because it was notified after all.
    expect(seen).toMatch(
      /V-2025-\S+ Wfpp art\. 25a lid 2 Op 24 april 2025 Nu € 1\.875,00 Met dit schema € 3\.750,00 Verschil € 1\.875,00/,
    );
    expect(seen).toMatch(/Totaal .*€ 1\.875,00 .*€ 3\.750,00/);
    expect(await proposals()).toEqual(before);
    expect(html).not.toContain('<form class="pg-form"');
  });

  it('in English too, and an unknown version answers 404', async () => {
    await overseer.agent.get('/taal/en?terug=%2F');
    expect(read(await page(overseer, BASE))).toContain('Fine schedules');
    expect(read(await page(overseer, `${BASE}/nieuw`))).toContain('Draft a new version');
    await overseer.agent.get('/taal/nl?terug=%2F');
    await overseer.agent.get(`${BASE}/5a1f0c7e-0000-4000-8000-00000000dead`).expect(404);
    const member = await site.signIn('committee_member');
    await member.agent.get(`${BASE}/nieuw`).expect(403);
  });
});
