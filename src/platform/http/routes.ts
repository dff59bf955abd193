import { type INestApplication } from '@nestjs/common';
import { isApiPath } from './actor';
import { type Authority } from './authority';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Every registered route as 'METHOD /path/:parameter'. Call it when the application is ready. */
export function registeredRoutes(app: INestApplication): readonly string[] {
  const express = app.getHttpAdapter().getInstance() as { router: { stack: readonly Layer[] } };
  return express.router.stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
  );
}

/**
 * Compares the routes with the one table.
 *
 * @throws Error that lists every difference; an application with one must not start.
 */
export function assertEveryRouteHasARule(app: INestApplication, authority: Authority): void {
  const routes = new Set(registeredRoutes(app));
  const lines = Object.entries(authority);
  const differences = [
    ...[...routes]
      .filter((route) => !Object.hasOwn(authority, route))
      .map((route) => `${route}: no line in src/authority.ts says who may use this route`),
    ...lines
      .filter(([key]) => !routes.has(key))
      .map(([key]) => `${key}: a line in src/authority.ts without a route`),
    ...lines
      .filter(([key, rule]) => {
        const path = key.slice(key.indexOf(' ') + 1);
        return isApiPath(path) && rule.kind === 'roles' && rule.tokenScope === null;
      })
      .map(([key]) => `${key}: a route of the API needs a token scope, or PUBLIC`),
  ];
  if (differences.length > 0) {
    throw new Error(`Routes and authority differ:\n  ${differences.sort().join('\n  ')}`);
  }
}
