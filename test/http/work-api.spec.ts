import { randomUUID } from 'node:crypto';
import { aParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';
import { someWork } from '../support/some-work';

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly term: string;
  readonly dueOn: string | null;
  readonly holder: { readonly id: string; readonly name: string } | null;
  readonly asideUntil: string | null;
  readonly history?: readonly { readonly what: string; readonly reason: string | null }[];
}

interface List {
  readonly items: readonly Item[];
  readonly total: number;
  readonly _links: { readonly next?: { readonly href: string } };
}

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';

describe('The queue over the API', () => {
  let site: TestApp;
  let overseer: string;
  let colleague: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-10-22T08:00:00+02:00');
    overseer = await site.tokenFor('overseer');
    colleague = await site.tokenFor('decision_maker');
    const { tenantId } = await aParty(site.app, 'Partij van de Proef');
    await list('/v1/work-items');
    await someWork(site.test, { rows: 160, tenantIds: [tenantId] });
  });
  afterAll(() => site.close());

  async function list(path: string, token = overseer): Promise<List> {
    const answer = await site.http().get(path).auth(token, { type: 'bearer' }).expect(200);
    return answer.body as List;
  }

  function post(
    path: string,
    body: object,
    token = overseer,
  ): Promise<{ status: number; body: Item }> {
    return site
      .http()
      .post(path)
      .auth(token, { type: 'bearer' })
      .set('Idempotency-Key', randomUUID())
      .send(body)
      .then(({ status, body: answer }) => ({ status, body: answer as Item }));
  }

  it('the total is the number of rows over all pages, under every filter', async () => {
    for (const filter of [
      '',
      'kind=proposals',
      'term=late',
      'holder=nobody',
      'text=cafe',
      'turn=others',
    ]) {
      const ids: string[] = [];
      let next: string | undefined = `/v1/work-items?pageSize=37&${filter}`;
      let total = -1;
      while (next !== undefined) {
        const page: List = await list(next);
        ids.push(...page.items.map(({ id }) => id));
        ({ total } = page);
        next = page._links.next?.href;
      }
      expect([filter, new Set(ids).size, ids.length]).toEqual([filter, total, total]);
    }
  });

  it('given to a colleague, with the version that was read; another version is refused', async () => {
    const [item] = (await list('/v1/work-items?kind=cases')).items;
    const at = `/v1/work-items/${item?.id ?? ''}/assignments`;
    const mine = await post(at, { to: 'me', version: item?.version });
    expect(mine).toMatchObject({
      status: 201,
      body: { holder: { name: expect.any(String) as string } },
    });
    expect((await list('/v1/work-items?holder=mine')).total).toBe(1);

    const stale = await post(at, { to: 'me', version: item?.version }, colleague);
    expect(stale.status).toBe(409);
    const taken = await post(
      at,
      { to: 'me', version: mine.body.version, reason: 'Ik ken dit' },
      colleague,
    );
    expect(taken.status).toBe(201);
    expect(taken.body.history?.map(({ what, reason }) => [what, reason])).toEqual([
      ['assigned', 'Ik ken dit'],
      ['assigned', null],
    ]);
    expect((await list('/v1/work-items?holder=mine')).total).toBe(0);
    const freed = await post(at, { to: 'nobody', version: taken.body.version });
    expect(freed.body.holder).toBeNull();
    const stranger = await post(at, { to: UNKNOWN, version: freed.body.version });
    expect(stranger.status).toBe(400);
  });

  it('set aside until a day: gone from the list until then, and never past the last day', async () => {
    const [item] = (await list('/v1/work-items?kind=remedies&term=none')).items;
    const at = `/v1/work-items/${item?.id ?? ''}/snoozes`;
    const body = { until: '2025-11-03', reason: 'Wacht op post', version: item?.version };
    expect((await post(at, { ...body, until: '2025-10-22' })).status).toBe(400);
    expect((await post(at, body)).body).toMatchObject({ asideUntil: '2025-11-03' });
    expect((await list('/v1/work-items?aside=only')).items.map(({ id }) => id)).toEqual([item?.id]);
    const still = await list('/v1/work-items?kind=remedies&term=none');
    expect(still.items.map(({ id }) => id)).not.toContain(item?.id);

    const [soon] = (await list('/v1/work-items?kind=remedies&term=week')).items;
    const past = await post(`/v1/work-items/${soon?.id ?? ''}/snoozes`, {
      ...body,
      version: soon?.version,
    });
    expect(past.status).toBe(409);
  });

  it('unknown and not to be seen are the same: tips for who does not handle them', async () => {
    const [tip] = (await list('/v1/work-items?kind=tips')).items;
    const member = await site.tokenFor('committee_member');
    expect((await list('/v1/work-items?kind=tips', member)).items).toEqual([]);
    const answers = await Promise.all(
      [tip?.id ?? '', UNKNOWN].map((id) =>
        site.http().get(`/v1/work-items/${id}`).auth(member, { type: 'bearer' }).expect(404),
      ),
    );
    const bodies = answers.map(({ body }) => ({ ...(body as object), instance: '' }));
    expect(bodies[0]).toEqual(bodies[1]);
  });

  it('a party has no queue', async () => {
    const treasurer = await site.tokenFor('treasurer');
    await site.http().get('/v1/work-items').auth(treasurer, { type: 'bearer' }).expect(403);
  });
});
