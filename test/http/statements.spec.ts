import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '../../src/platform/worker/public';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const FILES = join(__dirname, '..', 'conformance', 'statements', 'bank-files');

function file(name: string): Buffer {
  return readFileSync(join(FILES, name));
}

/** The text a person reads: without tags, blanks in a row as one. */
function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
}

function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

describe('The bank', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
  });

  async function upload(
    ...names: readonly string[]
  ): Promise<{ status: number; next: string; text: string }> {
    const sending = treasurer.agent
      .post('/bank/bestanden')
      .set('Origin', site.url)
      .field('_csrf', treasurer.csrfToken);
    for (const name of names) sending.attach('bestanden', file(name), name);
    const { status, headers, text } = await sending;
    await site.app.get(Worker).drainOnce();
    return { status, next: headers['location'] ?? '', text };
  }

  async function page(path: string, who = treasurer): Promise<string> {
    return (await who.agent.get(path).expect(200)).text;
  }

  it('teaches where to find a file as long as there is nothing', async () => {
    const text = read(await page('/bank'));
    expect(text).toContain('Er zijn nog geen rekeningen. Lees een afschrift in');
    expect(text).toContain('Ten hoogste 10 bestanden van 32 MB');
    expect(text).toContain('Rabobank: Downloaden transacties');
  });

  it('reads a file in, shows what it brought and asks whose the account is', async () => {
    const { status, next } = await upload('camt053-v2-synthetic-wfpp.xml');
    expect(status).toBe(303);
    const done = await page(next);
    expect(read(done)).toContain('Het bestand is ingelezen 7 nieuwe regels, 0 waren al bekend.');
    const href = /href="(\/bank\/[0-9a-f-]{36})"/.exec(done)?.[1] ?? '';
    const statement = read(await page(href));
    expect(statement).toContain('Afschrift 1 maart 2026 tot en met 5 maart 2026');
    expect(statement).toContain('Van wie is rekening NL87 INGB 0999 9990 02?');
    expect(statement).toContain('J. Voorbeeld NL43 RABO 0009 9990 11');
    expect(statement).toContain('Gift maart Overboeking · Kenmerk: E2E-0001');
    expect(statement).toContain('€ 1.000,00');
    expect(statement).toContain('€ -1.500,00');

    const list = await page('/bank');
    const assign = /href="(\/bank\/rekeningen\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? '';
    const form = await page(assign);
    const send = (recipient: string): ReturnType<typeof treasurer.agent.post> =>
      treasurer.agent
        .post(assign)
        .type('form')
        .send({
          _csrf: treasurer.csrfToken,
          once: hidden(form, 'once'),
          recipient,
        });
    const empty = await send('').expect(400);
    expect(read(empty.text)).toContain('Kies van wie deze rekening is.');
    const saved = await send(group.affiliate).expect(303);
    expect(read(await page(saved.headers['location'] ?? ''))).toContain(
      'Opgeslagen: rekening NL87 INGB 0999 9990 02 is van Instituut van de Proef',
    );
    expect(read(await page(href))).toContain('Rekening van Instituut van de Proef');
  });

  it('says so when the same file comes again, and takes several files at once', async () => {
    const first = await upload('camt053-v2-synthetic-wfpp.xml');
    const again = await upload('camt053-v2-synthetic-wfpp.xml');
    expect(again.next).toBe(`${first.next}?opnieuw=ja`);
    expect(read(await page(again.next))).toContain('Dit bestand was al ingelezen');
    const more = await upload('csv-ing-synthetic.csv', 'mt940-knab-zilverline.sta');
    expect(more.next).toBe('/bank?verstuurd=2');
    const list = read(await page(more.next));
    expect(list).toContain('We hebben 2 bestanden ontvangen');
    expect(list).toContain('Alle 7 regels waren al bekend. Er is niets dubbel bijgekomen.');
    expect(list).toContain('1 nieuwe regel, 0 waren al bekend.');
  });

  it('refuses a broken file as a whole, with where, what and how to mend it', async () => {
    const { next } = await upload('camt053-v2-invalid-genkgo.xml');
    const text = read(await page(next));
    expect(text).toContain('We hebben niets ingelezen');
    expect(text).toContain('Het hele bestand In dit bestand staat geen enkel afschrift.');
    expect(text).toContain('Download bij uw bank een periode waarin de rekening bestond.');
    expect(read(await page('/bank'))).toContain('Er is nog geen afschrift ingelezen.');
  });

  it('asks for a file when none was chosen', async () => {
    const { status, text } = await upload();
    expect(status).toBe(400);
    expect(read(text)).toContain('Kies eerst een of meer bestanden');
    expect(text).toContain('href="#bestanden"');
    expect(text).toContain('<title>Fout:');
  });

  it('gives the file back byte for byte', async () => {
    const { next } = await upload('csv-rabobank-synthetic.csv');
    const { body, headers } = await treasurer.agent
      .get(`${next}/bestand`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      })
      .expect(200);
    expect(headers['content-disposition']).toContain('csv-rabobank-synthetic.csv');
    expect(Buffer.compare(body as Buffer, file('csv-rabobank-synthetic.csv'))).toBe(0);
  });

  it('of another party is as unknown as one that is not there', async () => {
    const { next } = await upload('camt053-v2-synthetic-wfpp.xml');
    const href = /href="(\/bank\/[0-9a-f-]{36})"/.exec(await page(next))?.[1] ?? '';
    const assign =
      /href="(\/bank\/rekeningen\/[0-9a-f-]{36})"/.exec(await page('/bank'))?.[1] ?? '';
    const other = await site.signIn('treasurer', (await aParty(site.app)).tenantId);
    for (const [path, unknown] of [
      [next, `/bank/bestanden/${UNKNOWN}`],
      [`${next}/bestand`, `/bank/bestanden/${UNKNOWN}/bestand`],
      [href, `/bank/${UNKNOWN}`],
      [assign, `/bank/rekeningen/${UNKNOWN}`],
    ] as const) {
      const foreign = await other.agent.get(path).expect(404);
      const absent = await other.agent.get(unknown).expect(404);
      const same = (text: string): string =>
        text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/data-seconds="\d+"/g, '');
      expect(same(foreign.text)).toBe(same(absent.text));
    }
  });
});

describe('Bank statements over the API', () => {
  let site: TestApp;
  let group: AParty;
  let token: string;
  beforeAll(async () => {
    site = await startTestApp();
    group = await aParty(site.app);
    token = await site.tokenFor('treasurer', group.tenantId);
  });
  afterAll(() => site.close());

  const as = (path: string, method: 'get' | 'post' = 'get', bearer = token) =>
    site.http()[method](path).set('Authorization', `Bearer ${bearer}`);

  it('a file is sent, read in the background, and its lines can be listed page by page', async () => {
    const sent = await as('/v1/bank-statements?name=maart.xml', 'post')
      .set('Content-Type', 'application/xml')
      .send(file('camt053-v8-synthetic-wfpp.xml'))
      .expect(202);
    expect(sent.body).toMatchObject({ name: 'maart.xml', state: 'received', sentBefore: false });
    await site.app.get(Worker).drainOnce();
    const intake = await as(sent.headers['location'] ?? '').expect(200);
    expect(intake.body).toMatchObject({
      state: 'read',
      entriesFound: 7,
      entriesAdded: 7,
      faults: [],
    });
    const again = await as('/v1/bank-statements', 'post')
      .set('Content-Type', 'application/xml')
      .send(file('camt053-v8-synthetic-wfpp.xml'))
      .expect(202);
    expect(again.body).toMatchObject({ id: sent.body.id, sentBefore: true, state: 'read' });

    const { body: list } = await as('/v1/bank-statements').expect(200);
    expect(list.items).toHaveLength(1);
    const [statement] = list.items as { id: string; accountId: string }[];
    expect(statement).toMatchObject({
      account: 'NL87INGB0999999002',
      format: 'camt.053.001.08',
      opening: 50_000,
      closing: 1_182_535,
      entriesOpen: 7,
    });
    const first = await as(`/v1/bank-statements/${statement!.id}/entries?pageSize=5`).expect(200);
    expect(first.body.items).toHaveLength(5);
    const next = await as(first.body._links.next.href as string).expect(200);
    expect(next.body.items).toHaveLength(2);
    expect(next.body.items[1]).toMatchObject({
      position: 6,
      direction: 'debit',
      amount: 1_210,
      means: 'costs',
      reference: 'REF000007',
      state: 'open',
      contributionIds: [],
    });

    const assigned = await as(`/v1/bank-accounts/${statement!.accountId}/assignments`, 'post')
      .set('Idempotency-Key', 'whose-1')
      .send({ recipientId: group.party })
      .expect(201);
    expect(assigned.body).toMatchObject({ recipientId: group.party, missing: [] });
    const wrong = await as(`/v1/bank-accounts/${statement!.accountId}/assignments`, 'post')
      .set('Idempotency-Key', 'whose-2')
      .send({ recipientId: UNKNOWN })
      .expect(400);
    expect(wrong.body.errors[0]).toMatchObject({
      location: '/recipientId',
      code: 'recipient.unknown',
    });
    await as(`/v1/bank-accounts/${UNKNOWN}/assignments`, 'post')
      .set('Idempotency-Key', 'whose-3')
      .send({ recipientId: group.party })
      .expect(404);
  });

  it('a broken file says everything that is wrong with it', async () => {
    const text = file('csv-ing-synthetic.csv').toString('utf8').replace('"1000,00"', '"1000"x"');
    const sent = await as('/v1/bank-statements', 'post')
      .set('Content-Type', 'text/csv')
      .send(text)
      .expect(202);
    await site.app.get(Worker).drainOnce();
    const { body } = await as(`/v1/statement-intakes/${String(sent.body.id)}`).expect(200);
    expect(body).toMatchObject({
      state: 'refused',
      entriesAdded: 0,
      faults: [{ code: 'csv_quote' }],
    });
  });

  it('what is not a file is refused, and so is nothing', async () => {
    await as('/v1/bank-statements', 'post').send({ a: 1 }).expect(415);
    await as('/v1/bank-statements', 'post').set('Content-Type', 'text/plain').send('').expect(400);
  });

  it('an accountant may look and not send; another party finds nothing', async () => {
    const accountant = await site.tokenFor('accountant', group.tenantId);
    await as('/v1/bank-accounts', 'get', accountant).expect(200);
    await as('/v1/bank-statements', 'post', accountant)
      .set('Content-Type', 'text/plain')
      .send('x')
      .expect(403);
    const { body } = await as('/v1/bank-statements').expect(200);
    const other = await site.tokenFor('treasurer', (await aParty(site.app)).tenantId);
    const id = String(body.items[0].id);
    for (const path of ['/v1/bank-statements/ID', '/v1/bank-statements/ID/entries']) {
      const foreign = await as(path.replace('ID', id), 'get', other).expect(404);
      const absent = await as(path.replace('ID', UNKNOWN), 'get', other).expect(404);
      const bare = (one: object): object => ({ ...one, instance: '' });
      expect(bare(foreign.body as object)).toEqual(bare(absent.body as object));
    }
  });
});
