import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app';
import { hidden, read as textOf, summary } from '../support/read-page';

const TK2025 = {
  pollingDay: '2025-10-29',
  nominationDay: '2025-09-15',
  reason: 'Royal decree of 10 June 2025',
};

describe('Elections over HTTP', () => {
  let site: TestApp;
  let token: string;
  let election: string;

  const post = (path: string, body: object, bearer = token) =>
    site
      .http()
      .post(path)
      .set('Authorization', `Bearer ${bearer}`)
      .set('Idempotency-Key', randomUUID())
      .send(body);

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-07-01T10:00:00Z');
    token = await site.tokenFor('overseer');
    const called = await post('/v1/elections', TK2025).expect(201);
    election = (called.body as { electionId: string }).electionId;
  });
  afterAll(() => site.close());

  const read = async (id: string): Promise<Record<string, unknown>> =>
    (await site.http().get(`/v1/elections/${id}`).expect(200)).body as Record<string, unknown>;
  const dayOf = (found: Record<string, unknown>, term: string): object | undefined =>
    (found['terms'] as { term: string }[]).find((one) => one.term === term);

  it('TK 29 October 2025: anybody reads every day, and Saturday 29 November moved to 1 December', async () => {
    const found = await read(election);
    expect(dayOf(found, 'window_opens')).toMatchObject({
      day: '2025-10-08',
      counted: 'back',
      movedFrom: null,
    });
    expect(dayOf(found, 'window_closes')).toMatchObject({
      day: '2025-10-15',
      basis: 'Wfpp art. 28 lid 1',
    });
    expect(dayOf(found, 'post_filing')).toMatchObject({
      day: '2025-12-01',
      movedFrom: '2025-11-29',
      basis: 'Wfpp art. 28a lid 1',
    });
    expect(found['terms'] as object[]).toHaveLength(13);
  });

  it('T2: the figure of the ministry decides over the one that is computed, and both are shown', async () => {
    const found = await read(election);
    expect(found['thresholds']).toMatchObject([
      { kind: 'party', decides: { origin: 'computed', value: 100_000 } },
      {
        kind: 'candidate',
        decides: { origin: 'published', value: 76_712 },
        others: [{ origin: 'computed', value: 76_986 }],
      },
    ]);
  });

  it('a figure that the overseer stores decides over both', async () => {
    const input = {
      ...TK2025,
      candidateThreshold: 70_000,
      candidateThresholdSource: 'Our letter',
      expectedVersion: 1,
    };
    await post(`/v1/elections/${election}/revisions`, input).expect(201);
    const found = await read(election);
    expect(found['version']).toBe(2);
    expect(found['thresholds']).toMatchObject([
      {},
      { decides: { origin: 'stored', value: 70_000 } },
    ]);
  });

  it('names all faults at once, of the days and of the figures', async () => {
    const wrong = {
      pollingDay: '2026-03-18',
      nominationDay: '2026-04-01',
      partyThreshold: 5,
      reason: 'x',
    };
    const answer = await post('/v1/elections', wrong).expect(400);
    const { errors } = answer.body as { errors: { code: string }[] };
    expect(errors.map(({ code }) => code)).toEqual([
      'threshold.source_missing',
      'election.nomination_after_polling',
    ]);
  });

  it('409 when another version holds by now, 404 for an election that is not there', async () => {
    const input = { ...TK2025, expectedVersion: 1 };
    await post(`/v1/elections/${election}/revisions`, input).expect(409);
    await post(`/v1/elections/${randomUUID()}/revisions`, input).expect(404);
    await site.http().get(`/v1/elections/${randomUUID()}`).expect(404);
  });

  it('a decision maker may read and not call', async () => {
    const other = await site.tokenFor('decision_maker');
    await post('/v1/elections', TK2025, other).expect(403);
  });

  it('the calendar is a page for everybody', async () => {
    const seen = textOf((await site.http().get(`/verkiezingen/${election}`).expect(200)).text);
    for (const told of [
      'maandag 1 december 2025',
      'van zaterdag 29 november 2025',
      'Wfpp art. 28a lid 1',
      'Nee, nooit',
    ])
      expect(seen).toContain(told);
    expect(seen).not.toContain('Verkiezing wijzigen');
    const list = textOf((await site.http().get('/verkiezingen').expect(200)).text);
    expect(list).toContain('Tweede Kamer 29 oktober 2025');
  });

  it('the overseer calls one with a form; every fault stands at its field', async () => {
    const { agent, csrfToken } = await site.signIn('overseer');
    const form = await agent.get('/toezicht/verkiezingen/nieuw').expect(200);
    const once = hidden(form.text, 'once');
    const fields = {
      _csrf: csrfToken,
      once,
      pollingDay: '17-03-2027',
      nominationDay: '31-02-2027',
      partyThreshold: '',
      partyThresholdSource: 'ergens',
      electionReason: '',
    };
    const refused = await agent
      .post('/toezicht/verkiezingen')
      .type('form')
      .send(fields)
      .expect(400);
    expect(summary(refused.text)).toEqual([
      expect.stringContaining('"31-02-2027" is geen bestaande datum'),
      expect.stringContaining('Vul het bedrag bij deze bron in'),
      expect.stringContaining('Schrijf op waarom'),
    ]);
    const late = { ...fields, nominationDay: '18-03-2027' };
    const again = await agent.post('/toezicht/verkiezingen').type('form').send(late).expect(400);
    expect(summary(again.text)).toEqual([
      expect.stringContaining('18-03-2027 ligt niet voor de dag van stemming'),
      expect.stringContaining('Vul het bedrag bij deze bron in'),
      expect.stringContaining('Schrijf op waarom'),
    ]);
    const mended = {
      ...fields,
      nominationDay: '01-02-2027',
      partyThreshold: '1.000,00',
      electionReason: 'Einde van de zittingsduur',
    };
    const made = await agent.post('/toezicht/verkiezingen').type('form').send(mended).expect(303);
    const page = textOf((await agent.get(made.headers['location'] ?? '').expect(200)).text);
    expect(page).toContain('Tweede Kamer 17 maart 2027');
    expect(page).toContain('Einde van de zittingsduur');
  });

  it('the overseer changes one with a form that holds what was there', async () => {
    const { agent, csrfToken } = await site.signIn('overseer');
    const path = `/toezicht/verkiezingen/${election}/wijzigen`;
    const form = await agent.get(path).expect(200);
    expect(form.text).toContain('value="29-10-2025"');
    const once = hidden(form.text, 'once');
    const fields = {
      _csrf: csrfToken,
      once,
      expectedVersion: '1',
      pollingDay: '05-11-2025',
      nominationDay: '22-09-2025',
      electionReason: 'Verplaatst',
    };
    const refused = await agent.post(path).type('form').send(fields).expect(400);
    expect(textOf(refused.text)).toContain('Iemand anders heeft deze verkiezing net gewijzigd');
    const again = hidden(refused.text, 'once');
    const retried = { ...fields, once: again, expectedVersion: '2' };
    await agent.post(path).type('form').send(retried).expect(303);
    expect((await read(election))['pollingDay']).toBe('2025-11-05');
  });
});
