import { type Response } from 'supertest';
import { randomUUID } from 'node:crypto';
import { Worker } from '../../../src/platform/worker/public';
import { aParty, type AParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

interface CaseBody {
  readonly id: string;
  readonly version: number;
  readonly possible: readonly string[];
  readonly phase: string;
  readonly state: { readonly views: { readonly receivedOn: string } | null };
}

describe('/v1/cases', () => {
  let site: TestApp;
  let party: AParty;
  let overseer: string;
  let treasurer: string;
  let stranger: string;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T08:00:00Z');
    party = await aParty(site.app);
    overseer = await site.tokenFor('overseer');
    treasurer = await site.tokenFor('treasurer', party.tenantId);
    stranger = await site.tokenFor('treasurer', (await aParty(site.app)).tenantId);
  });
  afterAll(() => site.close());

  const get = (token: string, path: string): Promise<Response> =>
    site.http().get(path).set('Authorization', `Bearer ${token}`);
  const post = async (
    token: string,
    path: string,
    body: object,
    key: string = randomUUID(),
  ): Promise<Response> =>
    site
      .http()
      .post(path)
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', key)
      .send(body);
  const tip = (): object => ({
    organisationId: party.tenantId,
    recipientId: party.party,
    title: 'Gift niet gemeld',
    text: 'Volgens een tip is een gift niet gemeld.',
    rule: 'WFPP-25a-2',
    violatedOn: '2025-03-12',
  });
  const open = async (): Promise<CaseBody> => {
    const answer = await post(overseer, '/v1/cases', tip());
    expect(answer.status).toBe(201);
    return answer.body as CaseBody;
  };
  const step = async (
    of: Pick<CaseBody, 'id' | 'version'>,
    body: object,
    token = overseer,
  ): Promise<Response> =>
    post(token, `/v1/cases/${of.id}/steps`, { expectedVersion: of.version, ...body });

  it('opens a case once, however often the same request comes', async () => {
    const key = randomUUID();
    const [first, again] = [
      await post(overseer, '/v1/cases', tip(), key),
      await post(overseer, '/v1/cases', tip(), key),
    ];
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    expect(again.body).toEqual(first.body);
    expect(first.body).toMatchObject({ phase: 'signal', possible: ['start_review', 'dismiss'] });
  });

  it('names everything that is missing of a tip, and refuses two origins at once', async () => {
    const half = await post(overseer, '/v1/cases', { title: 'x', rule: 'WFPP-25a-2' });
    expect(half.status).toBe(400);
    const { errors } = half.body as { errors: readonly { location: string }[] };
    expect(errors.map(({ location }) => location)).toEqual([
      '/organisationId',
      '/recipientId',
      '/text',
      '/violatedOn',
    ]);
    const both = await post(overseer, '/v1/cases', { ...tip(), findingId: randomUUID() });
    expect(both.body).toMatchObject({ status: 400, errors: [{ code: 'case.origin' }] });
    const nothing = await post(overseer, '/v1/cases', { proposalId: randomUUID() });
    expect(nothing.status).toBe(404);
  });

  it('a step names every fault of its fields at once', async () => {
    const subject = await open();
    const faulty = { type: 'ask_views', lastDay: '2025-02-30', text: 'x', amount: -1 };
    const answer = await step(subject, faulty);
    expect(answer.status).toBe(400);
    const { errors } = answer.body as { errors: readonly { code: string; detail: string }[] };
    expect(errors.map(({ code }) => code).sort()).toEqual(['amount', 'date.format', 'step.fields']);
    const missing = await step(subject, { type: 'receive_advice' });
    expect(missing.body).toMatchObject({
      errors: [{ location: '/type', detail: 'The step receive_advice: it needs advice, text.' }],
    });
  });

  it('a refusal gives the reason, its facts and what is possible instead', async () => {
    const subject = await open();
    const tooEarly = await step(subject, { type: 'ask_views', lastDay: '2025-06-30' });
    expect(tooEarly.body).toMatchObject({
      status: 409,
      type: 'urn:partijgiften:problem:case.not_in_this_phase',
      refusal: {
        reason: 'not_in_this_phase',
        facts: { phase: 'signal' },
        possible: ['start_review', 'dismiss'],
      },
    });
    await step(subject, { type: 'start_review' });
    const stale = await step(subject, { type: 'dismiss', reason: 'x' });
    expect(stale.body).toMatchObject({
      status: 409,
      refusal: { reason: 'changed_meanwhile', facts: { version: 2 } },
    });
  });

  it('a party sees a case once something was sent, and answers what was asked', async () => {
    const subject = await open();
    const path = `/v1/cases/${subject.id}`;
    const unknown = await get(treasurer, `/v1/cases/${randomUUID()}`);
    const hidden = await get(treasurer, path);
    const same = (answer: Response): string => answer.text.replace(/[0-9a-f-]{36}/, 'id');
    expect([hidden.status, same(hidden)]).toEqual([404, same(unknown)]);
    await step(subject, { type: 'start_review' });
    await step({ ...subject, version: 2 }, { type: 'draw_report', text: 'Niet gemeld.' });
    await step({ ...subject, version: 3 }, { type: 'ask_views', lastDay: '2025-06-16' });

    const told = (await get(treasurer, path)).body as CaseBody;
    expect(told).toMatchObject({ phase: 'views_asked', possible: ['receive_views'] });
    expect((await get(stranger, path)).status).toBe(404);
    expect((await get(treasurer, `${path}/drafts`)).status).toBe(403);
    const sent = await post(treasurer, `${path}/submissions`, { kind: 'views', text: 'Op tijd.' });
    expect(sent.body).toMatchObject({ state: 'waiting', receivedOn: '2025-06-02' });
    const asked = { kind: 'objection', text: 'Bezwaar.' };
    expect((await post(treasurer, `${path}/submissions`, asked)).body).toMatchObject({
      status: 409,
      refusal: { reason: 'not_asked' },
    });
    const dated = { kind: 'views', text: 'Op tijd.', receivedOn: '2025-06-01' };
    expect((await post(treasurer, `${path}/submissions`, dated)).status).toBe(400);
    await site.app.get(Worker).drainOnce();
    const after = (await get(overseer, path)).body as CaseBody;
    expect(after.state.views).toMatchObject({ receivedOn: '2025-06-02' });
    const parts = ['events', 'letters', 'submissions', 'decisions'];
    const answers = await Promise.all(parts.map((part) => get(treasurer, `${path}/${part}`)));
    const counts = answers.map(({ body }) => (body as { items: readonly object[] }).items.length);
    expect(counts).toEqual([2, 2, 1, 0]);

    const [letterId] = (answers[1]?.body as { items: { id: string }[] }).items.map(({ id }) => id);
    const correct = (): Promise<Response> => post(overseer, `${path}/corrections`, { letterId });
    expect((await correct()).body).toMatchObject({ kind: 'report', corrects: letterId });
    expect((await correct()).body).toMatchObject({ refusal: { reason: 'already_corrected' } });
  });

  it('the overseer registers a paper objection with the day of its postmark', async () => {
    const subject = await open();
    const body = { kind: 'objection', text: 'x', postedOn: '2025-06-01' };
    const answer = await post(overseer, `/v1/cases/${subject.id}/submissions`, body);
    expect(answer.body).toMatchObject({ status: 409, refusal: { reason: 'not_in_this_phase' } });
  });

  it('lists by phase, page by page, and a party only what it was told of', async () => {
    await open();
    const first = await get(overseer, '/v1/cases?phase=signal&pageSize=1');
    const page = first.body as {
      readonly items: readonly CaseBody[];
      readonly _links: { readonly next?: { readonly href: string } };
    };
    expect(page.items).toHaveLength(1);
    const second = await get(overseer, page._links.next?.href ?? '');
    expect((second.body as typeof page).items[0]?.id).not.toBe(page.items[0]?.id);
    const own = (await get(treasurer, '/v1/cases')).body as typeof page;
    expect(own.items.map(({ phase }) => phase)).toEqual(['views_asked']);
    expect(((await get(stranger, '/v1/cases')).body as typeof page).items).toEqual([]);
    expect((await get(overseer, '/v1/cases?phase=nowhere')).status).toBe(400);
  });
});
