import { type OpenAPIObject } from '@nestjs/swagger';

/** The parts of an OpenAPI operation that are completed here. */
export interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses: Record<string, Answer>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  schema?: Record<string, unknown>;
  example?: unknown;
}

interface Answer {
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, { schema?: unknown }>;
}

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  additionalProperties?: boolean;
}

export const API_VERSION_HEADER = {
  description: 'The full version of the API.',
  required: true,
  schema: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
  example: '0.1.0',
} as const;

const WORD = { type: 'string', minLength: 1, maxLength: 2000 } as const;

export const PROBLEM_SCHEMAS = {
  ProblemPart: {
    type: 'object',
    description: 'One fault in the input.',
    required: ['in', 'detail', 'location', 'code'],
    properties: {
      in: { type: 'string', enum: ['body', 'query', 'path', 'header'] },
      detail: WORD,
      location: {
        type: 'string',
        maxLength: 500,
        description: 'JSON Pointer in the body, or the name of the parameter.',
      },
      code: { ...WORD, description: 'Stable: programs may rely on it.', example: 'date.format' },
    },
  },
  Problem: {
    type: 'object',
    description: 'A refusal (RFC 9457).',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: { type: 'string', format: 'uri', example: 'urn:partijgiften:problem:input.invalid' },
      title: WORD,
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: WORD,
      instance: { ...WORD, description: 'The path that was asked for.' },
      errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemPart' } },
      refusal: { $ref: '#/components/schemas/RefusedStep' },
    },
  },
  RefusedStep: {
    type: 'object',
    description: 'Why a step of a procedure was refused, and what can be done instead.',
    required: ['reason', 'facts', 'possible'],
    properties: {
      reason: { ...WORD, description: 'Stable code.', example: 'views_term_running' },
      facts: { type: 'object', additionalProperties: true, example: { lastDay: '2025-06-30' } },
      possible: { type: 'array', maxItems: 100, items: WORD, example: ['receive_views'] },
    },
  },
};

const REFUSALS: Readonly<Record<string, string>> = {
  400: 'The input is not valid; errors lists every fault.',
  401: 'The token is missing, unknown, expired or revoked.',
  403: 'The role or the scopes of the token do not allow this.',
  404: 'Not there, or not yours to see.',
  406: 'This form of answer is not available.',
  409: 'Conflicts with what is there.',
  413: 'The body is larger than 100 kB.',
  415: 'The body is not application/json in UTF-8.',
  422: 'The Idempotency-Key was used before for another request.',
  503: 'Busy or restarting; see Retry-After.',
};

/** The refusals the edge itself can give to an operation. */
function edgeRefusals(operation: Operation, method: string): readonly string[] {
  const parameters = operation.parameters ?? [];
  const hasInput = parameters.length > 0 || ['put', 'post', 'patch'].includes(method);
  const hasBody = operation.requestBody !== undefined;
  const isOnce = parameters.some(({ name }) => name === 'Idempotency-Key');
  const isProtected = (operation.security ?? []).length > 0;
  return [
    ...(hasInput ? ['400'] : []),
    ...(isProtected ? ['401', '403'] : []),
    ...(parameters.some((parameter) => parameter.in === 'path') ? ['404'] : []),
    '406',
    ...(hasBody ? ['413', '415'] : []),
    ...(isOnce ? ['409', '422'] : []),
    '503',
  ];
}

const VERSION = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };
const REPLAYED = {
  'Idempotency-Replayed': {
    description: 'Present on the kept answer of an earlier request.',
    schema: { type: 'string', enum: ['true'] },
  },
};

const SOME_ID = '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11';

/** Says of `:id` in a path what IdPipe makes sure of. */
export function completeParameters({ parameters = [] }: Operation): void {
  for (const parameter of parameters) {
    if (parameter.in !== 'path' || parameter.name !== 'id') continue;
    parameter.schema = { type: 'string', format: 'uuid' };
    parameter.example = SOME_ID;
  }
}

function completeAnswer(status: string, answer: Answer, isOnce: boolean): void {
  const isRefusal = /^[45]/.test(status);
  answer.headers = { ...answer.headers, ...VERSION, ...(isOnce && !isRefusal ? REPLAYED : {}) };
  if (!isRefusal) return;
  const said = answer.description ?? '';
  answer.description = said === '' ? (REFUSALS[status] ?? 'Refused.') : said;
  const schema = { $ref: '#/components/schemas/Problem' };
  answer.content = { 'application/problem+json': { schema } };
}

/** Gives every answer its version header and every refusal its form, and adds those of the edge. */
export function completeResponses(operation: Operation, method: string): void {
  const { responses } = operation;
  for (const status of edgeRefusals(operation, method)) responses[status] ??= {};
  const isOnce = operation.parameters?.some(({ name }) => name === 'Idempotency-Key') === true;
  for (const [status, answer] of Object.entries(responses)) completeAnswer(status, answer, isOnce);
}

function children(schema: Schema): readonly Schema[] {
  const { properties = {}, items, allOf = [], oneOf = [], anyOf = [] } = schema;
  return [...Object.values(properties), ...(items ? [items] : []), ...allOf, ...oneOf, ...anyOf];
}

/** Says of every object a request can hold that it takes no unknown names: they are refused. */
export function closeBodies(document: OpenAPIObject, operations: readonly Operation[]): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const done = new Set<Schema>();
  const close = (given: Schema): void => {
    const name = given.$ref?.split('/').at(-1);
    const schema = name === undefined ? given : schemas[name];
    if (schema === undefined || done.has(schema)) return;
    done.add(schema);
    if (schema.type === 'object') schema.additionalProperties = false;
    children(schema).forEach(close);
  };
  for (const { requestBody } of operations) {
    for (const { schema } of Object.values(requestBody?.content ?? {})) if (schema) close(schema);
  }
}
