import { type OpenAPIObject } from '@nestjs/swagger';
import { type Operation } from './openapi-parts';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/** Deeper than this an example is left out: no answer of ours nests so far. */
const DEEPEST = 8;

const KEY = '5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22';

/** A value that fits a schema, made of the examples at its fields. */
export class Examples {
  constructor(private readonly schemas: Readonly<Record<string, unknown>>) {}

  of(schema: Schema | undefined, depth = 0): unknown {
    if (schema === undefined || depth > DEEPEST) return null;
    if (schema.example !== undefined) return schema.example;
    const next = this.partOf(schema);
    if (next !== undefined) return this.of(next, depth);
    if (schema.enum !== undefined) return schema.enum[0];
    if (schema.properties !== undefined) return this.object(schema.properties, depth);
    if (schema.type === 'array') return [this.of(schema.items, depth + 1)];
    return OF_TYPE[schema.type ?? 'string'];
  }

  /** Of what is written as a reference or a choice, the first thing it can be. */
  private partOf(schema: Schema): Schema | undefined {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.split('/').at(-1) ?? '';
      return this.schemas[name] ?? { type: 'object' };
    }
    return (schema.allOf ?? schema.oneOf ?? schema.anyOf)?.[0];
  }

  private object(properties: Readonly<Record<string, Schema>>, depth: number): unknown {
    const fields = Object.entries(properties).map(
      ([name, field]) => [name, this.of(field, depth + 1)] as const,
    );
    return Object.fromEntries(fields);
  }
}

const OF_TYPE: Readonly<Record<string, unknown>> = {
  integer: 1,
  number: 1,
  boolean: true,
  object: {},
  string: 'tekst',
};

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

interface Sampled extends Operation {
  'x-codeSamples'?: readonly { readonly lang: string; readonly source: string }[];
}

function addressOf(path: string, { parameters = [] }: Operation, examples: Examples): string {
  const value = (name: string): string => {
    const found = parameters.find((one) => one.in === 'path' && one.name === name);
    const example = found?.example ?? found?.schema?.['example'];
    return typeof example === 'string' || typeof example === 'number' ? String(example) : KEY;
  };
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => value(name));
  const query = parameters
    .filter((one) => one.in === 'query' && (one as { required?: boolean }).required === true)
    .map((one) => `${one.name}=${String(one.example ?? examples.of(one.schema))}`);
  return `https://partijgiften.example/v1${filled}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

function commandOf(method: string, path: string, operation: Operation, examples: Examples): string {
  const lines = [`curl -X ${method.toUpperCase()} ${quoted(addressOf(path, operation, examples))}`];
  if ((operation.security ?? []).length > 0) lines.push(`-H 'Authorization: Bearer pgft_...'`);
  const isOnce = operation.parameters?.some((one) => one.name === 'Idempotency-Key') === true;
  if (isOnce) lines.push(`-H 'Idempotency-Key: ${KEY}'`);
  const [body] = Object.entries(operation.requestBody?.content ?? {});
  if (body !== undefined) {
    const [type, { schema }] = body;
    lines.push(`-H 'Content-Type: ${type}'`);
    const example = type === 'application/json' ? JSON.stringify(examples.of(schema)) : '';
    lines.push(example === '' ? `--data-binary '@bestand'` : `--data ${quoted(example)}`);
  }
  return lines.join(' \\\n  ');
}

/**
 * The linter of the API Design Rules takes any name below `paths` that holds "put", "post" or "patch"
 * for an operation, also inside an example ("computed", "postedOn").
 */
function holdsNameOfMethod(example: unknown): boolean {
  if (typeof example !== 'object' || example === null) return false;
  return Object.entries(example).some(
    ([name, value]) => /put|post|patch/.test(name) || holdsNameOfMethod(value),
  );
}

type Content = Readonly<Record<string, { schema?: Schema; example?: unknown }>>;

function complete(content: Content | undefined, examples: Examples): void {
  const json = content?.['application/json'];
  if (json?.schema === undefined) return;
  const example = examples.of(json.schema);
  if (!holdsNameOfMethod(example)) json.example ??= example;
}

/**
 * Gives every operation a worked example: a command that makes the call, and, unless the linter
 * would stumble over it, the body it sends and the answer to it. All from the examples at the fields.
 */
export function addExamples(
  document: OpenAPIObject,
  operations: readonly { readonly method: string; readonly path: string; operation: Operation }[],
): void {
  const examples = new Examples(document.components?.schemas ?? {});
  for (const { method, path, operation } of operations) {
    const sampled: Sampled = operation;
    sampled['x-codeSamples'] = [
      { lang: 'Shell', source: commandOf(method, path, operation, examples) },
    ];
    const contents = [
      operation.requestBody?.content,
      ...['200', '201', '202'].map((status) => operation.responses[status]?.content),
    ];
    for (const content of contents) complete(content as Content | undefined, examples);
  }
}
