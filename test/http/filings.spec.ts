import { createHash } from 'node:crypto';
import { aDonor, aGift } from '../support/a-gift';
import { AFilingDesk, aPdf } from '../support/a-filing';
import { aParty, type AParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';
const PDF = 'application/pdf';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('Filings in the API (arts. 25, 28 to 32)', () => {
  let site: TestApp;
  let group: AParty;
  let key: string;
  let count = 0;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2024-12-01T12:00:00Z');
    group = await aParty(site.app);
    key = `affiliate_overview:2024:${group.affiliate}`;
    await new AFilingDesk(site.app, group).expect();
    const donorId = await aDonor(site.app, group.tenantId, 'A. Gever');
    const gift = { tenantId: group.tenantId, donorId, recipientId: group.affiliate };
    await aGift(site.app, { ...gift, receivedOn: '2024-03-01', euros: 2_500 });
    await site.setClock('2025-03-03T12:00:00Z');
    for (const role of ['treasurer', 'party_administrator', 'accountant', 'overseer'] as const)
      tokens.set(role, await site.tokenFor(role, group.tenantId));
  });
  afterAll(() => site.close());

  const bearer = (role: string): string => `Bearer ${tokens.get(role) ?? ''}`;
  const post = async (path: string, body: object, role = 'treasurer'): Promise<Answer> => {
    count += 1;
    const answer = await site
      .http()
      .post(path)
      .set('Authorization', bearer(role))
      .set('Idempotency-Key', `key-${String(count)}`)
      .send(body);
    return { status: answer.status, body: answer.body as Record<string, unknown> };
  };
  const get = async (path: string, role = 'treasurer'): Promise<Answer> => {
    const answer = await site.http().get(path).set('Authorization', bearer(role));
    return { status: answer.status, body: answer.body as Record<string, unknown> };
  };
  const attach = async (
    id: string,
    query: Record<string, string>,
    bytes: Buffer,
  ): Promise<Answer> => {
    const answer = await site
      .http()
      .post(`/v1/filings/${id}/documents`)
      .query(query)
      .set('Authorization', bearer('treasurer'))
      .set('Content-Type', PDF)
      .send(bytes);
    return { status: answer.status, body: answer.body as Record<string, unknown> };
  };
  const text = (answer: Answer, name: string): string => String(answer.body[name]);

  it('goes from draft to receipt: documents, statements, two signatures, filing; the overseer reads it then', async () => {
    const draft = await post('/v1/filings', { expectedKey: key });
    expect(draft.status).toBe(201);
    const id = text(draft, 'filingId');
    expect((await get(`/v1/filings/${id}`, 'overseer')).status).toBe(404);
    expect((await get(`/v1/filings/${id}`)).body).toMatchObject({
      state: 'draft',
      missing: [
        { part: 'in_kind', why: 'none_not_stated' },
        { part: 'debts', why: 'none_not_stated' },
        { part: 'auditor_statement', why: 'absent' },
        { part: 'board_signature' },
        { part: 'accountant_signature' },
      ],
      content: { gifts: [{ name: 'A. Gever', total: 250_000 }] },
    });
    const report = await attach(id, { part: 'report', name: 'figures.pdf' }, aPdf('figures'));
    expect(report.status).toBe(201);
    const covers = text(report, 'documentSha256');
    const statement = { part: 'auditor_statement', name: 'statement.pdf', covers };
    expect((await attach(id, statement, aPdf('statement'))).status).toBe(201);
    const stated = { noGifts: false, noGiftsInKind: true, noDebts: true };
    const { sha256 } = (await post(`/v1/filings/${id}/statements`, stated)).body;
    expect((await post(`/v1/filings/${id}/submissions`, { sha256 })).body).toMatchObject({
      type: 'urn:partijgiften:problem:filing.incomplete',
      errors: [{ location: '/parts/board_signature' }, { location: '/parts/accountant_signature' }],
    });
    expect((await post(`/v1/filings/${id}/signatures`, { sha256 })).status).toBe(403);
    for (const role of ['party_administrator', 'accountant'])
      expect((await post(`/v1/filings/${id}/signatures`, { sha256 }, role)).status).toBe(201);
    const filed = await post(`/v1/filings/${id}/submissions`, { sha256 });
    expect(filed).toMatchObject({
      status: 201,
      body: { version: 1, sha256, timeliness: 'in_time', nil: false, missing: [] },
    });

    const receipt = await site
      .http()
      .get(`/v1/receipts/${text(filed, 'number')}`)
      .expect(200);
    expect(receipt.body).toMatchObject({ sha256, timeliness: 'in_time' });
    const bytes = await site
      .http()
      .get(`/v1/filings/${id}/content`)
      .set('Authorization', bearer('overseer'))
      .expect(200);
    expect(createHash('sha256').update(bytes.text).digest('hex')).toBe(sha256);
    const csv = await site
      .http()
      .get(`/v1/filings/${id}/export`)
      .set('Authorization', bearer('overseer'))
      .expect(200);
    expect(csv.text.split('\n')[1]).toBe(
      'gift,A. Gever,"Dorpsstraat 1, 1234 AB",Utrecht,NL,,2024,2024-03-01,gift,money,2500.00,0.00,,',
    );
    const { documents } = (await get(`/v1/filings/${id}`, 'overseer')).body;
    const [first] = documents as readonly { id: string }[];
    const file = await site
      .http()
      .get(`/v1/filings/${id}/documents/${first?.id ?? ''}`)
      .set('Authorization', bearer('overseer'))
      .expect('Content-Type', /application\/pdf/)
      .expect('Content-Disposition', 'attachment; filename=figures.pdf')
      .expect(200);
    expect(file.body).toEqual(aPdf('figures'));
    expect((await get('/v1/filings?state=filed', 'overseer')).body).toMatchObject({
      items: [{ id, state: 'filed' }],
    });

    const second = await post(`/v1/filings/${id}/corrections`, { reason: 'the donor moved' });
    const after = text(second, 'filingId');
    expect((await get(`/v1/filings/${after}/differences`)).body).toMatchObject({
      before: 1,
      after: 2,
      reason: 'the donor moved',
      differences: [],
    });
  });

  it('states nil for what is expected of the own group only, and never beside something to list', async () => {
    const other = await aParty(site.app);
    const desk = new AFilingDesk(site.app, other);
    await site.setClock('2024-12-01T12:00:00Z');
    await desk.expect();
    await site.setClock('2025-03-03T12:00:00Z');
    expect((await post('/v1/nil-filings', { expectedKey: key })).body).toMatchObject({
      type: 'urn:partijgiften:problem:filing.not_nil',
    });
    const unknown = await post('/v1/nil-filings', { expectedKey: 'annual_report:1900:x' });
    const foreign = await post('/v1/nil-filings', {
      expectedKey: `affiliate_overview:2024:${other.affiliate}`,
    });
    expect([unknown.status, foreign.status]).toEqual([404, 404]);
  });

  it('a file that is no document, or of a kind the route does not take, is refused', async () => {
    const { body } = await post('/v1/filings', {
      expectedKey: `annual_report:2024:${group.party}`,
    });
    const id = String(body['filingId']);
    const query = { part: 'report', name: 'report.pdf' };
    expect(await attach(id, query, Buffer.from('no pdf'))).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'document.type' }] },
    });
    await site
      .http()
      .post(`/v1/filings/${id}/documents`)
      .query(query)
      .set('Authorization', bearer('treasurer'))
      .set('Content-Type', 'text/csv')
      .send('a,b')
      .expect(415);
    await site
      .http()
      .post('/v1/filings')
      .set('Authorization', bearer('treasurer'))
      .set('Idempotency-Key', 'pdf')
      .set('Content-Type', PDF)
      .send(aPdf('x'))
      .expect(415);
    expect(await attach(UNKNOWN, query, aPdf('x'))).toMatchObject({ status: 404 });
  });
});
