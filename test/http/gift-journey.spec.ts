import { randomUUID } from 'node:crypto';
import { type Agent } from 'supertest';
import { Worker } from '../../src/platform/worker/public';
import { aParty, type AParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

const DECLARED = {
  declaredOn: '2025-01-02',
  dutchNational: true,
  adult: true,
  residence: 'NL',
  disenfranchised: false,
  evidence: 'Verklaring van 2 januari 2025',
};

describe('A gift is filed and judged, over the API', () => {
  let site: TestApp;
  let group: AParty;
  let token: string;
  let http: Agent;

  beforeAll(async () => {
    site = await startTestApp();
    group = await aParty(site.app);
    token = await site.tokenFor('treasurer', group.tenantId);
    http = site.http();
  });
  afterAll(() => site.close());

  const post = (path: string, body: object, key: string = randomUUID(), bearer = token) =>
    http.post(path).set('Authorization', `Bearer ${bearer}`).set('Idempotency-Key', key).send(body);
  const get = (path: string, bearer = token) =>
    http.get(path).set('Authorization', `Bearer ${bearer}`);

  async function aDonor(): Promise<string> {
    const donor = {
      kind: 'natural_person',
      name: 'A. Gever',
      address: 'Dorpsstraat 1, 1234 AB',
      residence: 'Utrecht',
      country: 'NL',
      declaration: DECLARED,
    };
    const { body } = await post('/v1/donors', donor).expect(201);
    return (body as { id: string }).id;
  }

  const gift = (donorId: string, receivedOn: string, amount: number) => ({
    donorId,
    recipientId: group.party,
    type: 'gift',
    amount,
    receivedOn,
  });

  it('EUR 10 000 received on Thursday 17 April 2025 is due on 24 April, by statute on 23 April', async () => {
    await site.setClock('2025-04-18T09:00:00Z');
    const donorId = await aDonor();
    const asked = gift(donorId, '2025-04-17', 1_000_000);
    const check = await post('/v1/pre-checks', asked).expect(200);
    expect(check.body).toMatchObject({
      verdict: 'may_accept_with_duties',
      acceptable: 1_000_000,
      room: { before: 10_000_000, after: 9_000_000 },
      duty: { enforcedLastDay: '2025-04-24', statutoryLastDay: '2025-04-23' },
    });
    const listed = await get('/v1/contributions').expect(200);
    expect((listed.body as { items: unknown[] }).items).toEqual([]);

    const booked = await post('/v1/contributions', asked).expect(201);
    expect(booked.body).toMatchObject({
      findings: [],
      duties: [{ enforcedLastDay: '2025-04-24', statutoryLastDay: '2025-04-23' }],
      room: 9_000_000,
    });

    await site.setClock('2025-04-25T10:00:00Z');
    const key = randomUUID();
    const wanted = { donorId, recipientId: group.party, year: 2025 };
    const filed = await post('/v1/notices', wanted, key).expect(201);
    expect(filed.body).toMatchObject({ timeliness: 'late', total: 1_000_000 });
    const again = await post('/v1/notices', wanted, key).expect(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body).toEqual(filed.body);

    await site.app.get(Worker).drainOnce();
    const overseer = await site.tokenFor('overseer');
    const queue = await get('/v1/fine-proposals', overseer).expect(200);
    const { items } = queue.body as { items: { id: string }[] };
    expect(items).toHaveLength(1);
    const one = await get(`/v1/fine-proposals/${items[0]?.id ?? ''}`, overseer).expect(200);
    expect(one.body).toMatchObject({
      rule: 'WFPP-25a-2',
      finding: { article: 'Wfpp art. 25a lid 2', outcome: 'late' },
      notice: { filedOn: '2025-04-25', daysLate: 1, enforced: { lastDay: '2025-04-24' } },
      fine: { schedule: { version: 'example-2026-1', origin: 'example' } },
    });
    const { fine } = one.body as { fine: { steps: { code: string }[] } };
    expect(fine.steps.map(({ code }) => code)).toEqual([
      'base',
      'days_late',
      'amount_involved',
      'repetition',
      'self_report',
      'repair',
      'ceiling',
    ]);
  });
});
