import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { isApiPath } from './actor';
import { type Authority, type Rule } from './authority';
import { addExamples } from './openapi-examples';
import {
  API_VERSION_HEADER,
  closeBodies,
  completeParameters,
  completeResponses,
  type Operation,
  PROBLEM_SCHEMAS,
} from './openapi-parts';
import { API_VERSION } from './version';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

function skeleton(): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Partijgiften')
    .setDescription(
      'Filing and judging of gifts to political parties under the Wet financiering politieke ' +
        'partijen (Wfpp). Amounts are whole euro cents; days are calendar days in the Netherlands; ' +
        'moments are UTC.',
    )
    .setVersion(API_VERSION)
    .setContact(
      'Partijgiften API team',
      'https://partijgiften.example/api',
      'api@partijgiften.example',
    )
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addServer('/v1')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'An API token: pgft_...' },
      'bearerAuth',
    )
    .build();
}

/** Express writes /gifts/:id where OpenAPI writes /gifts/{id}. */
function routeKey(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replace(/\{([^}]+)\}/g, ':$1')}`;
}

function protect(operation: Operation, rule: Rule | undefined): void {
  if (rule === undefined || rule.kind === 'public') {
    operation.security = [];
    return;
  }
  operation.security = [{ bearerAuth: [] }];
  const who = `For: ${rule.roles.join(', ')}. Token scope: ${rule.tokenScope ?? 'none'}.`;
  operation.description = [operation.description ?? '', who].filter((t) => t !== '').join('\n\n');
}

function assertNamed(operations: readonly (readonly [string, Operation])[]): void {
  const seen = new Set<string>();
  const faults = operations.flatMap(([route, { operationId, summary, tags }]) => {
    const name = operationId ?? '';
    const isTwice = seen.has(name);
    seen.add(name);
    return [
      ...(name === '' || isTwice ? [`${route}: operationId "${name}" is empty or not unique`] : []),
      ...((summary ?? '') === '' ? [`${route}: no summary`] : []),
      ...((tags ?? []).length === 1 ? [] : [`${route}: needs one tag (@ApiTags)`]),
    ];
  });
  if (faults.length > 0) {
    throw new Error(`The OpenAPI document is not complete:\n  ${faults.join('\n  ')}`);
  }
}

/**
 * The OpenAPI document of /v1, from the code: what the decorators say, completed with what the edge
 * does for every route (versions, refusals, rights).
 *
 * @throws Error that lists every route of which something is missing.
 */
export function buildOpenApi(app: INestApplication, authority: Authority): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, skeleton());
  const operations: (readonly [string, Operation])[] = [];
  const sampled: { method: string; path: string; operation: Operation }[] = [];
  const paths: OpenAPIObject['paths'] = {};
  for (const path of Object.keys(document.paths).sort()) {
    const item = document.paths[path];
    if (item === undefined || !isApiPath(path)) continue;
    paths[path.slice('/v1'.length)] = item;
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation === undefined) continue;
      const route = routeKey(method, path);
      protect(operation, authority[route]);
      completeParameters(operation);
      completeResponses(operation, method);
      operations.push([route, operation]);
      sampled.push({ method, path: path.slice('/v1'.length), operation });
    }
  }
  assertNamed(operations);
  const tags = [...new Set(operations.flatMap(([, operation]) => operation.tags ?? []))].sort();
  const components = {
    ...document.components,
    headers: { ApiVersion: API_VERSION_HEADER },
    schemas: { ...document.components?.schemas, ...PROBLEM_SCHEMAS },
  };
  const whole = { ...document, paths, components, tags: tags.map((name) => ({ name })) };
  closeBodies(
    whole,
    operations.map(([, operation]) => operation),
  );
  addExamples(whole, sampled);
  return whole;
}
