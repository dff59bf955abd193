import { type OpenAPIObject } from '@nestjs/swagger';
import { Worker } from '../../src/platform/worker/worker';
import { aDonor, aGift } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { type SignedIn, startTestApp, type TestApp } from '../support/app';
import { htmlFaults } from '../support/html-check';
import { hidden, read } from '../support/read-page';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> };
  readonly 'x-codeSamples': readonly { readonly source: string }[];
}

interface Fault {
  readonly code: string;
  readonly row: number;
  readonly column: string;
  readonly rule: string;
  readonly mend: string;
}

interface Verdict {
  readonly accepted: boolean;
  readonly rows: number;
  readonly faults: readonly Fault[];
}

const HEADINGS = 'Ontvangen op;Soort;Bedrag;Naam gever;Woonplaats gever';

describe('For software makers', () => {
  let site: TestApp;
  let group: AParty;
  let treasurer: SignedIn;
  let token: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-10-23T12:00:00+02:00');
    group = await aParty(site.app);
    treasurer = await site.signIn('treasurer', group.tenantId);
    token = await site.tokenFor('treasurer', group.tenantId);
  });
  afterAll(() => site.close());

  describe('the page', () => {
    it('is open to everybody and shows every call with an example that makes it', async () => {
      const { text } = await site.http().get('/ontwikkelaars').expect(200);
      expect(await htmlFaults(text)).toEqual([]);
      const { body } = await site.http().get('/v1/openapi.json').expect(200);
      const paths = Object.values((body as OpenAPIObject).paths);
      const operations = paths.flatMap((item) => Object.values(item) as Operation[]);
      expect(operations.length).toBeGreaterThan(60);
      for (const { operationId, 'x-codeSamples': samples } of operations) {
        expect(samples[0]?.source).toMatch(/^curl -X (GET|POST|PUT|PATCH|DELETE) 'https:/);
        expect(text).toContain(`aria-label="${operationId}: Voorbeeld"`);
      }
    });

    it('every body of JSON has an example, and the API takes it as a body of that call', async () => {
      const { body } = await site.http().get('/v1/openapi.json').expect(200);
      const tokens = [
        token,
        await site.tokenFor('overseer'),
        await site.tokenFor('party_administrator', group.tenantId),
      ];
      const wrong: string[] = [];
      for (const [path, item] of Object.entries((body as OpenAPIObject).paths)) {
        const operation = item.post as unknown as Operation | undefined;
        const json = operation?.requestBody?.content['application/json'];
        if (operation === undefined || json === undefined) continue;
        for (const bearer of tokens) wrong.push(...(await faultsOf(path, operation, json, bearer)));
      }
      expect(wrong).toEqual([]);
    }, 180_000);

    /** Two fields of this body are for the overseer only, and are refused from a party. */
    const FOR_THE_OVERSEER = 'submitToCase';
    const SHAPE = /^(?:json|field|text|date|choice|integer|boolean|amount\.format|id\.format)\b/;

    async function faultsOf(
      path: string,
      { operationId }: Operation,
      json: { readonly example?: unknown },
      bearer: string,
    ): Promise<readonly string[]> {
      const answer = await site
        .http()
        .post(`/v1${path.replace(/\{[^}]+\}/g, '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11')}`)
        .set('Authorization', `Bearer ${bearer}`)
        .set('Idempotency-Key', `example-${operationId}-${bearer.slice(-8)}`)
        .send(json.example as object);
      const { errors = [] } = answer.body as { errors?: readonly { code: string }[] };
      const shape = errors.filter(({ code }) => SHAPE.test(code));
      if (answer.status < 500 && (shape.length === 0 || operationId === FOR_THE_OVERSEER))
        return [];
      return [`${operationId}: ${String(answer.status)} ${JSON.stringify(errors)}`];
    }
  });

  describe('the conformance check', () => {
    const check = async (query: string, type: string, file: string | Buffer): Promise<Verdict> => {
      const { body } = await site
        .http()
        .post(`/v1/conformance-checks?${query}`)
        .set('Authorization', `Bearer ${token}`)
        .set('Content-Type', type)
        .send(file)
        .expect(200);
      return body as Verdict;
    };

    it('names the rule that each cell breaks, with place and mend, and keeps nothing', async () => {
      const csv = `${HEADINGS}\n01-02-2025;gift;1.000;J. de Boer;Utrecht\n31-02-2025;gift;-5;A. Vis;Goes\n`;
      const verdict = await check('kind=contributions&year=2025', 'text/csv', csv);
      expect(verdict.accepted).toBe(false);
      expect(verdict.faults.map(({ code, row }) => `${code}@${String(row)}`)).toEqual(
        expect.arrayContaining(['amount.ambiguous@2', 'day.not_real@3', 'amount.negative@3']),
      );
      for (const { rule, mend } of verdict.faults) expect(rule + mend).toMatch(/\.$/);
      const kept = await site.test.ownerQuery(
        'select (select count(*) from core.stored_file) + (select count(*) from core.import_row) as n',
      );
      expect(kept).toEqual([{ n: '0' }]);
    });

    it('accepts what an import would take', async () => {
      const csv = `${HEADINGS}\n01-02-2025;gift;1.000,00;J. de Boer;Utrecht\n`;
      expect(await check('kind=contributions&year=2025', 'text/csv', csv)).toMatchObject({
        accepted: true,
        rows: 1,
      });
    });

    it('says why a file cannot be opened at all', async () => {
      const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Document>&a;</Document>';
      const verdict = await check('kind=bank_statement', 'application/xml', bomb);
      expect(verdict).toMatchObject({ accepted: false, faults: [{ code: 'xml_doctype' }] });
    });

    it('refuses an unknown kind and a file without bytes', async () => {
      const send = (query: string, body: string) =>
        site
          .http()
          .post(`/v1/conformance-checks?${query}`)
          .set('Authorization', `Bearer ${token}`)
          .set('Content-Type', 'text/csv')
          .send(body);
      await send('kind=alles', 'a').expect(400);
      await send('kind=donors', '').expect(400);
    });
  });

  describe('an organisation to practise with', () => {
    let sandbox: string;
    const staffSees = async (path: string) => {
      const overseer = await site.signIn('overseer');
      return read((await overseer.agent.get(path).expect(200)).text);
    };

    beforeAll(async () => {
      const page = (await treasurer.agent.get('/ontwikkelaars').expect(200)).text;
      const form = { _csrf: treasurer.csrfToken, once: hidden(page, 'once') };
      const make = () => treasurer.agent.post('/ontwikkelaars/oefenpartij').type('form').send(form);
      await make().expect(303);
      await make().expect(303);
      const rows = await site.test.ownerQuery<{ id: string }>(
        'select tenant_id as id from core.organisation where sandbox',
      );
      expect(rows).toHaveLength(1);
      sandbox = rows[0]?.id ?? '';
    });

    it('has invented donors, and who made it is its treasurer', async () => {
      const account = read((await treasurer.agent.get('/account').expect(200)).text);
      expect(account).toContain('Oefenpartij');
      const [count] = await site.test.ownerQuery<{ n: number }>(
        'select count(*)::int as n from core.donor where tenant_id = $1',
        [sandbox],
      );
      expect(count?.n).toBe(8);
    });

    it('judges and takes notices as any party, and nothing of it reaches the overseer', async () => {
      const donorId = await aDonor(site.app, sandbox, 'O. Nzichtbaar');
      const [row] = await site.test.ownerQuery<{ id: string }>(
        "select id from core.recipient where tenant_id = $1 and kind = 'party'",
        [sandbox],
      );
      const recipientId = row?.id ?? '';
      const gift = { tenantId: sandbox, donorId, recipientId, receivedOn: '2025-10-01' };
      await aGift(site.app, { ...gift, euros: 150_000 });
      const bearer = await site.tokenFor('treasurer', sandbox);
      await site
        .http()
        .post('/v1/notices')
        .set('Authorization', `Bearer ${bearer}`)
        .set('Idempotency-Key', 'practise')
        .send({ donorId, recipientId, year: 2025 })
        .expect(201);
      await site.app.get(Worker).drainOnce();
      await site.setClock('2026-08-01T12:00:00+02:00');
      await site.app.get(Worker).drainOnce();
      for (const path of [
        '/toezicht',
        '/toezicht/overzichten',
        '/toezicht/herstel',
        '/toezicht/zaken',
      ])
        expect(await staffSees(path)).not.toMatch(/Oefenpartij|Nzichtbaar/);
      for (const table of ['disclosure', 'fine_proposal', 'enforcement_case']) {
        const rows = await site.test.ownerQuery(
          `select 1 from core.${table} where tenant_id = $1`,
          [sandbox],
        );
        expect({ table, rows }).toEqual({ table, rows: [] });
      }
    });
  });
});
