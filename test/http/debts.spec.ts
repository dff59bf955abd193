import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { hidden, read, summary } from '../support/read-page';

const UNKNOWN = '5a1f0c7e-0000-4000-8000-00000000dead';

describe('Debts in the API and on pages (art. 21 lid 3)', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;
  let token: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-08-01T12:00:00Z');
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
    token = await site.tokenFor('treasurer', group.tenantId);
  });
  afterAll(() => site.close());

  const post = async (
    path: string,
    body: object,
    key: string,
  ): Promise<Record<string, unknown>> => {
    const answer = await site
      .http()
      .post(path)
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', key)
      .send(body);
    return { status: answer.status, ...(answer.body as object) };
  };
  const get = async (path: string): Promise<Record<string, unknown>> => {
    const answer = await site.http().get(path).set('Authorization', `Bearer ${token}`);
    return answer.body as Record<string, unknown>;
  };
  const debt = {
    creditor: 'Voorbeeldbank N.V.',
    address: 'Dorpsstraat 1',
    residence: 'Utrecht',
    institution: 'bank',
    amount: 4_000_000,
    on: '2025-03-03',
    evidence: 'agreement',
  };

  it('is registered once for a key, drawn on and repaid, revised, and read with all of it', async () => {
    const body = { ...debt, recipientId: group.party };
    const { id } = await post('/v1/debts', body, 'debt-1');
    expect(await post('/v1/debts', body, 'debt-1')).toMatchObject({ status: 201, id });
    const repaid = { kind: 'repaid', amount: 1_000_000, on: '2025-06-30', evidence: 'statement' };
    expect(await post(`/v1/debts/${String(id)}/balances`, repaid, 'b-1')).toMatchObject({
      status: 201,
    });
    const { creditor, address } = debt;
    const moved = { creditor, address, residence: 'Amersfoort', reason: 'the bank moved' };
    await post(`/v1/debts/${String(id)}/particulars`, moved, 'p-1');
    expect(await get(`/v1/debts/${String(id)}`)).toMatchObject({
      balance: 3_000_000,
      version: 2,
      residence: 'Amersfoort',
      movements: [{ kind: 'drawn' }, { kind: 'repaid', amount: 1_000_000 }],
    });
    expect(await get('/v1/debts')).toMatchObject({ items: [{ id }] });
  });

  it('names every fault of a body at once', async () => {
    const wrong = { recipientId: group.party, amount: 0, on: '2025-02-30', evidence: '' };
    expect(await post('/v1/debts', wrong, 'wrong')).toMatchObject({
      status: 400,
      errors: [{ location: '/amount' }, { location: '/on' }, { location: '/evidence' }],
    });
  });

  it('the form keeps what was typed, says what is wrong, and leads to the debt when it is right', async () => {
    const { agent, csrfToken } = treasurer;
    const { text } = await agent.get('/schulden/nieuw').expect(200);
    const form = { _csrf: csrfToken, once: hidden(text, 'once'), recipientId: group.affiliate };
    const wrong = { ...form, creditor: '', amount: 'veel', on: '03-03-2026', evidence: 'akte' };
    const refused = await agent.post('/schulden').type('form').send(wrong).expect(400);
    expect(summary(refused.text)).toEqual([
      'Vul de naam van de schuldeiser in.',
      '"veel" is geen bedrag boven nul. Schrijf het bedrag in euro\'s, bijvoorbeeld 1.250,00.',
    ]);
    expect(refused.text).toContain('value="veel"');
    const right = {
      ...form,
      creditor: 'De Bank',
      amount: '30.000,00',
      on: '03-03-2025',
      evidence: 'akte',
    };
    const { headers } = await agent.post('/schulden').type('form').send(right).expect(303);
    const page = await agent.get(headers['location'] ?? '').expect(200);
    expect(read(page.text)).toContain('Schuld bij De Bank');
    expect(read(page.text)).toContain('Stand nu € 30.000,00');
    expect(read(page.text)).toContain('Instituut van de Proef');
    expect(read((await agent.get('/schulden').expect(200)).text)).toContain('De Bank');
  });

  it('a repayment above what is owed is refused on the page, beside its field', async () => {
    const { agent, csrfToken } = treasurer;
    const { id } = await post('/v1/debts', { ...debt, recipientId: group.party }, 'debt-2');
    const path = `/schulden/${String(id)}`;
    const { text } = await agent.get(path).expect(200);
    const form = { _csrf: csrfToken, once: hidden(text, 'once'), kind: 'repaid' };
    const sent = { ...form, amount: '40.000,01', on: '30-06-2025', evidence: 'afschrift' };
    const refused = await agent.post(`${path}/saldo`).type('form').send(sent).expect(400);
    expect(summary(refused.text)).toEqual([
      'Zoveel staat er op die dag of daarna niet open. Kijk het bedrag en de dag na.',
    ]);
    await agent
      .post(`${path}/saldo`)
      .type('form')
      .send({ ...sent, amount: '40.000,00' })
      .expect(303);
    expect(read((await agent.get(path)).text)).toContain('Stand nu € 0,00');
  });

  it('the accountant reads and has no form; a debt of another party is not there', async () => {
    const accountant = await site.signIn('accountant', group.tenantId);
    const { id } = await post('/v1/debts', { ...debt, recipientId: group.party }, 'debt-3');
    const { text } = await accountant.agent.get(`/schulden/${String(id)}`).expect(200);
    expect(text).not.toContain('<form class="pg-form"');
    const other = await site.signIn('treasurer', (await aParty(site.app)).tenantId);
    const foreign = await other.agent.get(`/schulden/${String(id)}`).expect(404);
    const unknown = await other.agent.get(`/schulden/${UNKNOWN}`).expect(404);
    expect(read(foreign.text).replaceAll(/[0-9a-f-]{36}/g, '')).toBe(
      read(unknown.text).replaceAll(/[0-9a-f-]{36}/g, ''),
    );
  });
});
