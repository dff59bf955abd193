import { type OpenAPIObject } from '@nestjs/swagger';
import { Examples, type Schema } from '../../../platform/http/openapi-examples';

/** One call as the page for software makers shows it. */
export interface DescribedCall {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** A command that makes the call, with example values. */
  readonly example: string;
  /** An answer as JSON; '' when the answer is a file. */
  readonly answer: string;
}

export interface DescribedGroup {
  readonly name: string;
  readonly calls: readonly DescribedCall[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Sample {
  readonly lang: string;
  readonly source: string;
}

interface Described {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly 'x-codeSamples'?: readonly Sample[];
  readonly responses?: Readonly<
    Record<string, { content?: Record<string, { schema?: Schema }> } | undefined>
  >;
}

function answerOf({ responses = {} }: Described, examples: Examples): string {
  for (const status of ['200', '201', '202']) {
    const schema = responses[status]?.content?.['application/json']?.schema;
    if (schema !== undefined) return JSON.stringify(examples.of(schema), null, 2);
  }
  return '';
}

function callOf(
  method: string,
  path: string,
  operation: Described,
  examples: Examples,
): DescribedCall {
  const { operationId: id = '', summary = '', description = '' } = operation;
  const example = operation['x-codeSamples']?.[0]?.source ?? '';
  const answer = answerOf(operation, examples);
  return {
    id,
    method: method.toUpperCase(),
    path: `/v1${path}`,
    summary,
    description,
    example,
    answer,
  };
}

/** The calls of the API by subject, from the OpenAPI document: the page cannot say anything else. */
export function describeApi(document: OpenAPIObject): readonly DescribedGroup[] {
  const examples = new Examples(document.components?.schemas ?? {});
  const groups = new Map<string, DescribedCall[]>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Described | undefined;
      if (operation === undefined) continue;
      const name = operation.tags?.[0] ?? '';
      groups.set(name, [...(groups.get(name) ?? []), callOf(method, path, operation, examples)]);
    }
  }
  return [...groups]
    .map(([name, calls]) => ({ name, calls }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
