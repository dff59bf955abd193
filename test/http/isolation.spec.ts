import { randomUUID } from 'node:crypto';
import { type Response } from 'supertest';
import { Worker } from '../../src/platform/worker/public';
import { aParty, type AParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

/** In every text of the other party: no byte of it may be seen by this one. */
const CANARY = 'Kanarievogel';

interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly example: Readonly<Record<string, unknown>> | null;
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly example?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { requestBody?: unknown }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function resolve(document: Document, schema: Schema): Schema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  return name === undefined ? schema : (document.components.schemas[name] ?? schema);
}

function exampleOf(document: Document, body: unknown): Operation['example'] {
  const content = (body as { content?: Record<string, { schema?: Schema }> } | undefined)?.content;
  const schema = content?.['application/json']?.schema;
  if (schema === undefined) return null;
  const { properties = {} } = resolve(document, schema);
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, property]) => property.example !== undefined)
      .map(([name, property]) => [name, property.example]),
  );
}

function operationsOf(document: Document): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      method,
      path,
      example: exampleOf(document, item[method]?.requestBody),
    })),
  );
}

describe('Isolation: a party can never read, guess or reference the rows of another', () => {
  let site: TestApp;
  let own: AParty;
  let other: AParty;
  let token: string;
  let operations: readonly Operation[];
  const foreign: string[] = [];

  beforeAll(async () => {
    site = await startTestApp();
    own = await aParty(site.app, 'Eigen Partij');
    // The name of a party is public; everything else of it here holds the canary.
    other = await aParty(site.app, 'Andere Partij');
    token = await site.tokenFor('treasurer', own.tenantId);
    await fillTheOther();
    const document = (await site.http().get('/v1/openapi.json').expect(200)).body as Document;
    operations = operationsOf(document);
  });
  afterAll(() => site.close());

  const send = (operation: Operation, id: string, bearer: string): Promise<Response> => {
    const address = `/v1${operation.path.replace(/^\/v1/, '').replace(/\{[^}]+\}/g, id)}`;
    const request = site
      .http()
      [operation.method](address)
      .set('Authorization', `Bearer ${bearer}`)
      .set('Idempotency-Key', randomUUID());
    return operation.example === null ? request : request.send(bodyWith(operation.example, id));
  };

  function bodyWith(example: Readonly<Record<string, unknown>>, id: string): object {
    return Object.fromEntries(
      Object.entries(example).map(([name, value]) => [name, name.endsWith('Id') ? id : value]),
    );
  }

  async function fillTheOther(): Promise<void> {
    const theirs = await site.tokenFor('treasurer', other.tenantId);
    const post = async (path: string, body: object): Promise<Record<string, string>> => {
      const answer = await site
        .http()
        .post(path)
        .set('Authorization', `Bearer ${theirs}`)
        .set('Idempotency-Key', randomUUID())
        .send(body)
        .expect(201);
      return answer.body as Record<string, string>;
    };
    const { id: donorId = '' } = await post('/v1/donors', {
      kind: 'legal_person',
      name: `${CANARY} B.V.`,
      address: `${CANARY}straat 1`,
      residence: CANARY,
      country: 'NL',
      tradeRegisterNumber: '12345678',
    });
    const { id: giftId = '' } = await post('/v1/contributions', {
      donorId,
      recipientId: other.party,
      type: 'gift',
      amount: 1_500_000,
      receivedOn: '2025-03-03',
      description: CANARY,
    });
    const notice = await post('/v1/notices', { donorId, recipientId: other.party, year: 2025 });
    await site.app.get(Worker).drainOnce();
    const rows = await site.test.ownerQuery<{ id: string }>(
      `select id from core.finding union all select id from core.fine_proposal
       union all select id from core.notice_duty
       union all (select id from core.expected_filing where tenant_id = $1 limit 1)`,
      [other.tenantId],
    );
    foreign.push(donorId, giftId, notice['noticeId'] ?? '', other.party, other.tenantId);
    foreign.push(...rows.map(({ id }) => id));
  }

  /** Without one, both requests are the same, and what they answer can differ only by what came of it. */
  function takesIdentifier({ path, example }: Operation): boolean {
    return path.includes('{') || Object.keys(example ?? {}).some((name) => name.endsWith('Id'));
  }

  /** What may differ between two answers: what was asked, and when. */
  function comparable(response: Response, id: string): string {
    const { status, text } = response;
    const headers = Object.entries(response.headers as Record<string, string>)
      .filter(([name]) => !['date', 'x-request-id', 'etag', 'set-cookie'].includes(name))
      .sort();
    const asked = JSON.stringify([status, headers, text]).replaceAll(id, '<id>');
    // What this request made itself has a new identifier; one of the other party would stay.
    const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
    return asked.replace(uuid, (found) => (foreign.includes(found) ? found : '<new>'));
  }

  it('answers a foreign identifier byte for byte as one that does not exist, on every route', async () => {
    expect(foreign.length).toBeGreaterThan(6);
    const differences: string[] = [];
    let probes = 0;
    const probe = async (operation: Operation, id: string): Promise<void> => {
      const missing = randomUUID();
      const theirs = await send(operation, id, token);
      const nothing = await send(operation, missing, token);
      probes += 1;
      const isTold =
        takesIdentifier(operation) && comparable(theirs, id) !== comparable(nothing, missing);
      if (isTold || theirs.text.includes(CANARY))
        differences.push(`${operation.method} ${operation.path} with ${id}: ${theirs.text}`);
    };
    for (const operation of operations)
      await Promise.all(foreign.map((id) => probe(operation, id)));
    expect(differences).toEqual([]);
    expect(probes).toBe(operations.length * foreign.length);
    expect(operations.filter(takesIdentifier).length).toBeGreaterThan(60);
  }, 300_000);

  it('refuses a gift that names the donor or the recipient of another party', async () => {
    const booking = operations.find(
      ({ method, path }) => method === 'post' && path.endsWith('/contributions'),
    );
    if (booking === undefined) throw new Error('the document has no booking');
    const answer = await send(booking, foreign[0] ?? '', token);
    expect(answer.status).toBe(400);
    const rows = await site.test.ownerQuery(
      'select 1 from core.contribution where tenant_id = $1',
      [own.tenantId],
    );
    expect(rows).toEqual([]);
  });

  it('fails when a policy is broken: with "using (true)" the probe sees the other party', async () => {
    await site.test.ownerQuery(
      'create policy broken on core.donor for select to partijgiften_app using (true)',
    );
    await site.test.ownerQuery(
      'create policy broken on core.donor_particulars for select to partijgiften_app using (true)',
    );
    // The program also names the tenant in its queries: the policy is the second wall, not the only.
    const list = await site
      .http()
      .get('/v1/donors')
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
    expect(list.text).not.toContain(CANARY);
    const leaked = await site.test.database.inTransaction(
      {
        role: 'app',
        tenantId: own.tenantId,
        actorId: 'probe',
        actorRole: 'treasurer',
        requestId: 'probe',
      },
      (tx) => tx.query<{ name: string }>('select name from core.donor_particulars'),
    );
    expect(leaked.some(({ name }) => name.includes(CANARY))).toBe(true);
    await site.test.ownerQuery('drop policy broken on core.donor');
    await site.test.ownerQuery('drop policy broken on core.donor_particulars');
  });

  it('lets the overseer see of the other party only what was filed (decisions.md D7)', async () => {
    const theirs = await site.tokenFor('treasurer', other.tenantId);
    await site
      .http()
      .post('/v1/donors')
      .set('Authorization', `Bearer ${theirs}`)
      .set('Idempotency-Key', randomUUID())
      .send({ kind: 'natural_person', name: 'Niemand mag mij zien', residence: 'Assen' })
      .expect(201);
    const seen = await site.test.database.inTransaction(
      { role: 'staff', tenantId: null, actorId: 'o', actorRole: 'overseer', requestId: 'probe' },
      (tx) => tx.query<{ name: string }>('select name from core.donor_particulars'),
    );
    expect(seen.map(({ name }) => name)).toEqual([`${CANARY} B.V.`]);
  });
});
