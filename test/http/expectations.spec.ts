import { randomUUID } from 'node:crypto';
import { meetExpectation, type MeetExpectation } from '../../src/modules/expectations/public';
import { Database } from '../../src/platform/database/database';
import { newId } from '../../src/platform/ids/id';
import { Worker } from '../../src/platform/worker/public';
import { ADesk } from '../support/a-desk';
import { type AParty, aParty, treasurerScope } from '../support/a-party';
import { anElection } from '../support/an-election';
import { startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

interface Expected {
  readonly id: string;
  readonly kind: string;
  readonly standing: string;
  readonly receivedState: string;
  readonly organisation: string;
}

describe('Expected filings over HTTP', () => {
  let site: TestApp;
  let full: AParty;
  let nil: AParty;
  let none: AParty;
  let election: string;
  let overseer: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-02-01T10:00:00Z');
    full = await aParty(site.app, 'Partij Compleet');
    nil = await aParty(site.app, 'Partij Nihil');
    none = await aParty(site.app, 'Partij Zwijgt');
    await work();
    await site.setClock('2025-06-20T10:00:00Z');
    election = await anElection(site.app);
    await work();
    for (const { group, changes } of [
      { group: full, changes: {} },
      { group: nil, changes: { nil: true } },
    ]) {
      await meet(group, `annual_report:2024:${group.party}`, changes);
      await meet(group, `affiliate_overview:2024:${group.affiliate}`, changes);
    }
    await site.setClock('2025-07-01T10:00:00Z');
    await work();
    await meet(none, `affiliate_overview:2024:${none.affiliate}`);
    await work();
    overseer = await site.tokenFor('overseer');
  });
  afterAll(() => site.close());

  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();
  const meet = (
    { tenantId }: AParty,
    key: string,
    changes: Partial<MeetExpectation> = {},
  ): Promise<void> =>
    site.app.get(Database).inTransaction(treasurerScope(tenantId), (tx) =>
      meetExpectation(tx, {
        ...{ tenantId, key, filingId: newId(), version: 1, filedOn: tx.today },
        ...{ nil: false, missing: [], ...changes },
      }),
    );
  const get = async (path: string, token: string): Promise<Record<string, unknown>> => {
    const answer = await site.http().get(path).set('Authorization', `Bearer ${token}`).expect(200);
    return answer.body as Record<string, unknown>;
  };
  const list = async (query: string, token = overseer): Promise<Expected[]> =>
    (await get(`/v1/expected-filings?${query}`, token))['items'] as Expected[];

  it('the three states: filed, nil statement filed, not received; and late is told', async () => {
    const found = await list('year=2024&kind=annual_report');
    const states = Object.fromEntries(
      found.map(({ organisation, receivedState, standing }) => [
        organisation,
        [receivedState, standing],
      ]),
    );
    expect(states).toEqual({
      [full.tenantId]: ['filed', 'complete'],
      [nil.tenantId]: ['nil_filed', 'nil'],
      [none.tenantId]: ['not_received', 'not_received'],
    });
    const late = await list(`year=2024&state=late`);
    expect(late.map(({ organisation, kind }) => [organisation, kind])).toEqual([
      [none.tenantId, 'affiliate_overview'],
    ]);
  });

  it('what is not yet due is shown as such, with its days', async () => {
    const found = await list(`election=${election}&organisation=${full.tenantId}&state=not_due`);
    expect(found.map(({ kind }) => kind)).toContain('post_election_overview');
  });

  it('a party sees its own and nobody else; another one gets the answer of what is not there', async () => {
    const token = await site.tokenFor('treasurer', full.tenantId);
    const own = await list('pageSize=100', token);
    expect(new Set(own.map(({ organisation }) => organisation))).toEqual(new Set([full.tenantId]));
    const [foreign] = await list(`organisation=${none.tenantId}&year=2024`);
    const ask = (id: string) =>
      site.http().get(`/v1/expected-filings/${id}`).set('Authorization', `Bearer ${token}`);
    const one = await ask(foreign?.id ?? '').expect(404);
    const unknown = await ask(randomUUID()).expect(404);
    const told = (body: unknown): object => ({ ...(body as object), instance: '' });
    expect(told(one.body)).toEqual(told(unknown.body));
  });

  it('one filing tells every day, part, threshold and finding', async () => {
    const [row] = await list(`organisation=${none.tenantId}&year=2024&kind=annual_report`);
    const found = await get(`/v1/expected-filings/${row?.id ?? ''}`, overseer);
    expect(found).toMatchObject({
      article: 'Wfpp art. 25 lid 1 onder a',
      opensOn: '2025-01-01',
      lastDay: '2025-06-30',
      threshold: { value: 100_000 },
      findings: [{ rule: 'WFPP-25-1', outcome: 'not_filed' }],
    });
    const parts = found['parts'] as { part: string; state: string }[];
    expect(parts.map(({ part }) => part)).toContain('auditor_statement');
    expect(new Set(parts.map(({ state }) => state))).toEqual(new Set(['not_received']));
  });

  it('pages through the list without losing or repeating a row', async () => {
    const all = await list('pageSize=100');
    const seen: string[] = [];
    let path = '/v1/expected-filings?pageSize=7';
    while (path !== '') {
      const page = await get(path, overseer);
      seen.push(...(page['items'] as Expected[]).map(({ id }) => id));
      path = (page['_links'] as { next?: { href: string } }).next?.href ?? '';
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('T30: the overseer sees how many are formally complete, and every figure opens its rows', async () => {
    const { agent } = await site.signIn('overseer');
    const page = await agent.get('/toezicht/overzichten?over=2024').expect(200);
    expect(read(page.text)).toContain('Organisaties die formeel compleet zijn 2 van 3');
    const late = read(
      (await agent.get('/toezicht/overzichten?over=2024&stand=te-laat').expect(200)).text,
    );
    expect(late).toContain('Partij Zwijgt');
    expect(late).not.toContain('Partij Nihil');
    const missing = read(
      (await agent.get('/toezicht/overzichten?over=2024&stand=niet-compleet').expect(200)).text,
    );
    expect(missing).toContain('Partij Zwijgt');
    expect(missing).not.toContain('Partij Compleet');
    const before = read(
      (await agent.get(`/toezicht/overzichten?over=${election}`).expect(200)).text,
    );
    for (const told of ['Overzicht vóór de verkiezing', 'Nog niet nodig', 'Loopt nog'])
      expect(before).toContain(told);
  });

  it('the overseer opens one organisation and one filing', async () => {
    const { agent } = await site.signIn('committee_member');
    const group = await agent
      .get(`/toezicht/overzichten/organisaties/${none.tenantId}`)
      .expect(200);
    expect(read(group.text)).toContain('Politieke partij vanaf 1 januari 2020');
    const [row] = await list(`organisation=${none.tenantId}&year=2024&kind=annual_report`);
    const one = read((await agent.get(`/toezicht/overzichten/${row?.id ?? ''}`).expect(200)).text);
    for (const told of [
      'maandag 30 juni 2025',
      'Verklaring van de accountant',
      'niet ingediend',
      'Er is niets ontvangen',
    ])
      expect(one).toContain(told);
    const [old] = await list(`organisation=${none.tenantId}&year=2022&kind=annual_report`);
    const unjudged = await agent.get(`/toezicht/overzichten/${old?.id ?? ''}`).expect(200);
    expect(read(unjudged.text)).toContain('Er volgt geen bevinding');
    await agent.get(`/toezicht/overzichten/${randomUUID()}`).expect(404);
    await agent.get(`/toezicht/overzichten/organisaties/${randomUUID()}`).expect(404);
  });

  it('the treasurer keeps the day on which an affiliate reported, and both pages tell it', async () => {
    await site.setClock('2025-07-10T10:00:00Z');
    const desk = new ADesk(site.app, full);
    const gift = await desk.gift(await desk.donor(), 25_000, '2025-07-01', {
      recipientId: full.affiliate,
    });
    const { agent, csrfToken } = await site.signIn('treasurer', full.tenantId);
    const before = read((await agent.get('/interne-meldingen').expect(200)).text);
    for (const told of ['A. Gever', 'dag van boeken', 'Te laat']) expect(before).toContain(told);
    const path = `/interne-meldingen/${gift.contributionId}`;
    const form = await agent.get(path).expect(200);
    const fields = { _csrf: csrfToken, once: hidden(form.text, 'once') };
    const refused = await agent
      .post(path)
      .type('form')
      .send({ ...fields, reportedOn: '30-06-2025', reportEvidence: '' })
      .expect(400);
    expect(summary(refused.text)).toEqual([
      expect.stringContaining('1 juli 2025'),
      expect.stringContaining('waaruit dat blijkt'),
    ]);
    const empty = await agent.post(path).type('form').send(fields).expect(400);
    expect(summary(empty.text)).toHaveLength(2);
    await agent
      .post(path)
      .type('form')
      .send({ ...fields, reportedOn: '08-07-2025', reportEvidence: 'E-mail van 8 juli' })
      .expect(303);
    const after = read((await agent.get('/interne-meldingen').expect(200)).text);
    for (const told of ['8 juli 2025', 'E-mail van 8 juli', 'Op tijd'])
      expect(after).toContain(told);
  });

  it('the same over the API, once for each key', async () => {
    await site.setClock('2025-07-10T10:00:00Z');
    const desk = new ADesk(site.app, nil);
    const { contributionId } = await desk.gift(await desk.donor(), 25_000, '2025-07-01', {
      recipientId: nil.candidate,
    });
    const token = await site.tokenFor('treasurer', nil.tenantId);
    const key = randomUUID();
    const send = () =>
      site
        .http()
        .post('/v1/internal-reports')
        .set('Authorization', `Bearer ${token}`)
        .set('Idempotency-Key', key)
        .send({ contributionId, reportedOn: '2025-07-09', evidence: 'Letter' })
        .expect(201);
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    const [report] = (await get('/v1/internal-reports', token))['items'] as object[];
    expect(report).toMatchObject({
      contributionId,
      reportedOn: '2025-07-09',
      lastDay: '2025-07-08',
      late: true,
    });
    const foreign = await site.tokenFor('treasurer', none.tenantId);
    expect((await get('/v1/internal-reports', foreign))['items']).toEqual([]);
  });
});
