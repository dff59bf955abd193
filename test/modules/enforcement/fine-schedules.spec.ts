import { randomUUID } from 'node:crypto';
import { type Response } from 'supertest';
import { EXAMPLE_2026_1 } from '../../../src/legal/fines/example-2026-1';
import { canonicalJson } from '../../../src/platform/json/canonical';
import { Worker } from '../../../src/platform/worker/public';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

interface ScheduleBody {
  readonly id: string;
  readonly sha256: string;
}

describe('Fine schedules (D9, D10)', () => {
  let site: TestApp;
  let overseer: string;
  let decider: string;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2026-01-05T08:00:00Z');
    overseer = await site.tokenFor('overseer');
    decider = await site.tokenFor('decision_maker');
  });
  afterAll(() => site.close());

  const get = (path: string): Promise<Response> =>
    site.http().get(path).set('Authorization', `Bearer ${overseer}`);
  const post = async (token: string, path: string, body: object): Promise<Response> =>
    site
      .http()
      .post(path)
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', randomUUID())
      .send(body);
  const milder = (version: string, from: string): object => ({
    ...EXAMPLE_2026_1,
    // The overseer's own, whatever a body would say.
    origin: undefined,
    version,
    from,
    base: { ...EXAMPLE_2026_1.base, 'WFPP-25a-2': 100_000 },
  });
  const draft = async (version: string, from: string): Promise<ScheduleBody> => {
    const answer = await post(overseer, '/v1/fine-schedules', milder(version, from));
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return answer.body as ScheduleBody;
  };

  it('the shipped example is in the database, byte for byte', async () => {
    const rows = await site.test.ownerQuery<{ content: string; adopted: boolean }>(
      'select content, adopted_at is not null as adopted from register.fine_schedule',
    );
    expect(rows).toEqual([{ content: canonicalJson(EXAMPLE_2026_1), adopted: true }]);
  });

  it('a draft with faults is refused with all of them at once', async () => {
    const faulty = {
      ...milder('fout-1', '2026-02-01'),
      cap: 2_500_001,
      base: { 'WFPP-25a-2': -1 },
      selfReportPercent: 101,
    };
    const answer = await post(overseer, '/v1/fine-schedules', faulty);
    expect(answer.status).toBe(400);
    const { errors } = answer.body as { errors: readonly { location: string; code: string }[] };
    const found = errors.map(({ location, code }) => `${location} ${code}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '/cap schedule.above_maximum',
        '/base/WFPP-25a-2 schedule.negative',
        '/base/WFPP-29b-1 schedule.rule_missing',
        '/selfReportPercent schedule.above_hundred',
      ]),
    );
  });

  it('is tried on what was proposed before, adopted by a second person, and then used', async () => {
    await site.setClock('2026-01-06T08:00:00Z');
    const desk = new ADesk(site.app, await aParty(site.app));
    await desk.gift(await desk.donor(), 1_200_000, '2026-01-05');
    await site.setClock('2026-01-20T08:00:00Z');
    await site.app.get(Worker).drainOnce();
    const { id, sha256 } = await draft('minister-2026-1', '2026-02-01');

    const simulated = await get(`/v1/fine-schedules/${id}/simulations`);
    expect(simulated.body).toMatchObject({
      simulation: true,
      current: { version: 'example-2026-1' },
      candidate: { version: 'minister-2026-1' },
      total: { violations: 1, current: 312_500, candidate: 125_000, ifAdopted: 125_000 },
      fines: [{ rule: 'WFPP-25a-2', article: 'Wfpp art. 25a lid 2', difference: -187_500 }],
    });

    const approve = (token: string, hash: string): Promise<Response> =>
      post(token, `/v1/fine-schedules/${id}/approvals`, { sha256: hash });
    expect((await approve(overseer, sha256)).status).toBe(403);
    expect((await approve(decider, 'a'.repeat(64))).body).toMatchObject({
      refusal: { reason: 'content_changed' },
    });
    expect((await approve(decider, sha256)).status).toBe(201);
    expect((await approve(decider, sha256)).body).toMatchObject({
      refusal: { reason: 'already_done' },
    });

    await site.setClock('2026-02-02T08:00:00Z');
    await desk.gift(await desk.donor(), 1_300_000, '2026-01-22');
    await site.app.get(Worker).drainOnce();
    const proposals = await site.test.ownerQuery<{ schedule: string; amount: number }>(
      `select schedule, amount_cents::int as amount from core.fine_proposal
        where superseded_at is null order by proposed_at`,
    );
    // Violated under the example, decided under the new one: the milder law (Awb art. 5:46 lid 4).
    expect(proposals).toEqual([
      { schedule: 'example-2026-1', amount: 312_500 },
      { schedule: 'minister-2026-1', amount: 100_000 },
    ]);
  });

  it('never changes once it was adopted, is adopted by nobody alone and not for days gone by', async () => {
    const change = (sql: string): Promise<unknown> => site.test.ownerQuery(sql);
    await expect(
      change(
        `update register.fine_schedule set from_day = '2020-01-01' where adopted_at is not null`,
      ),
    ).rejects.toMatchObject({ constraint: 'fine_schedule_stays' });
    const one = await draft('minister-2026-2', '2026-03-01');
    await expect(
      change(`update register.fine_schedule set adopted_by = drafted_by, adopted_at = now()
        where id = '${one.id}'`),
    ).rejects.toMatchObject({ constraint: 'fine_schedule_by_two_people' });
    await site.setClock('2026-03-02T08:00:00Z');
    const late = await post(decider, `/v1/fine-schedules/${one.id}/approvals`, {
      sha256: one.sha256,
    });
    expect(late.body).toMatchObject({ refusal: { reason: 'day_in_the_past' } });
    const withdrawn = await post(overseer, `/v1/fine-schedules/${one.id}/withdrawals`, {
      sha256: one.sha256,
    });
    expect(withdrawn.status).toBe(201);
    const listed = (await get('/v1/fine-schedules')).body as { items: readonly object[] };
    expect(listed.items).toMatchObject([
      { version: 'minister-2026-1' },
      { version: 'example-2026-1', origin: 'example' },
    ]);
  });
});
