import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AUTHORITY } from '../../src/authority';
import { isApiPath } from '../../src/platform/http/actor';
import { startTestApp, type TestApp } from '../support/app';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly example?: unknown;
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
  readonly example?: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<
    Record<string, { headers: Record<string, { $ref: string }>; content?: Record<string, unknown> }>
  >;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly headers: Readonly<Record<string, { readonly required: boolean }>>;
  };
}

describe('The OpenAPI document', () => {
  let site: TestApp;
  let document: Document;
  let operations: readonly (readonly [string, Operation])[];

  beforeAll(async () => {
    site = await startTestApp();
    const { body } = await site.http().get('/v1/openapi.json').expect(200);
    document = body as Document;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => {
        const route = path.replace(/\{(\w+)\}/g, ':$1');
        return [`${method.toUpperCase()} /v1${route}`, operation] as const;
      }),
    );
  });
  afterAll(() => site.close());

  const resolve = (schema: Schema): Schema =>
    schema.$ref === undefined
      ? schema
      : (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

  /** Every schema inside this one, with its place. */
  function* within(place: string, given: Schema): Generator<readonly [string, Schema]> {
    const schema = resolve(given);
    yield [place, schema];
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      yield* within(`${place}/${name}`, property);
    }
    if (schema.items !== undefined) yield* within(`${place}/*`, schema.items);
    for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? [])])
      yield* within(place, part);
  }

  const inputs = (): (readonly [string, Schema])[] =>
    operations.flatMap(([route, { parameters = [], requestBody }]) => [
      ...parameters.flatMap(({ name, schema, example }) => [
        ...within(`${route} ${name}`, { ...schema, example: schema.example ?? example }),
      ]),
      ...Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema }]) =>
        type === 'application/json' ? [...within(route, schema)] : [],
      ),
    ]);

  it('is open to every site and describes exactly the routes of the table', async () => {
    const { headers } = await site
      .http()
      .get('/v1/openapi.json')
      .set('Origin', 'https://x.example');
    expect(headers['access-control-allow-origin']).toBe('*');
    const routes = Object.keys(AUTHORITY).filter((key) => isApiPath(key.split(' ')[1] ?? ''));
    expect(operations.map(([route]) => route).sort()).toEqual(routes.sort());
    expect(headers['api-version']).toBe(document.info.version);
  });

  it('passes the official linter of the API Design Rules 2.2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
    try {
      const file = join(folder, 'openapi.json');
      writeFileSync(file, JSON.stringify(document));
      const root = join(__dirname, '..', '..');
      const rules = join(root, 'test/conformance/adr-2.2-linter.yaml');
      const given = ['lint', '--fail-severity=error', '-D', '-r', rules, file];
      const spectral = join(root, 'node_modules/.bin/spectral');
      // A failed run rejects; what it found stands in stdout either way.
      const { stdout } = await promisify(execFile)(spectral, given).catch(
        (failed: unknown) => failed as { stdout: string },
      );
      expect(stdout).toBe("No results with a severity of 'error' found!\n");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it('requires the version header on every answer', () => {
    expect(document.components.headers['ApiVersion']?.required).toBe(true);
    for (const [, { responses }] of operations) {
      for (const { headers } of Object.values(responses)) {
        expect(headers['API-Version']?.$ref).toBe('#/components/headers/ApiVersion');
      }
    }
  });

  it('has every refusal as problem+json, and 400 wherever there is input', () => {
    for (const [route, { responses, parameters = [], requestBody }] of operations) {
      for (const [status, { content }] of Object.entries(responses)) {
        if (status < '400') continue;
        expect([route, status, Object.keys(content ?? {})]).toEqual([
          route,
          status,
          ['application/problem+json'],
        ]);
      }
      if (parameters.length === 0 && requestBody === undefined) continue;
      expect([route, Object.keys(responses)]).toEqual([
        route,
        expect.arrayContaining(['400']) as string[],
      ]);
    }
  });

  it('tells what every answer holds', () => {
    const silent = operations.flatMap(([route, { responses }]) =>
      Object.entries(responses)
        .filter(([status, { content }]) => /^2/.test(status) && status !== '204' && !content)
        .map(([status]) => `${route} ${status}`),
    );
    expect(silent).toEqual([]);
  });

  it('says which routes need a token, as the table does', () => {
    for (const [route, { security, responses }] of operations) {
      const isPublic = AUTHORITY[route]?.kind === 'public';
      expect([route, security]).toEqual([route, isPublic ? [] : [{ bearerAuth: [] }]]);
      expect([route, '401' in responses]).toEqual([route, !isPublic]);
    }
  });

  it('takes no unknown names in any object of a body', () => {
    const open = inputs().filter(
      ([, schema]) => schema.type === 'object' && schema.additionalProperties !== false,
    );
    expect(open.map(([place]) => place)).toEqual([]);
  });

  it('bounds every text and number that comes in, and shows an example of it', () => {
    const scalars = inputs().filter(([, { type }]) => type === 'string' || type === 'integer');
    expect(scalars.length).toBeGreaterThan(10);
    const loose = scalars.filter(([, schema]) => {
      const { type, format, pattern, maxLength } = schema;
      const isFixed = schema.enum !== undefined || format === 'date' || format === 'uuid';
      if (type === 'string') return !isFixed && pattern === undefined && maxLength === undefined;
      return schema.minimum === undefined || schema.maximum === undefined;
    });
    expect(loose.map(([place]) => place)).toEqual([]);
    const silent = scalars.filter(([, { example }]) => example === undefined);
    expect(silent.map(([place]) => place)).toEqual([]);
  });

  it('gives every operation a name of its own', () => {
    const names = operations.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z][A-Za-z]+$/.test(name))).toBe(true);
  });
});
