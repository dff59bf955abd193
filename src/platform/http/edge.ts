import { type INestApplication } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import express from 'express';
import { type Authority, AUTHORITY_TABLE } from './authority';
import { readBody } from './body';
import { headers } from './headers';
import { strictPaths, strictQuery } from './url';

/** The adapter to create the application with: /v1/terms is not /v1/Terms and not /v1/terms/. */
export function strictAdapter(): ExpressAdapter {
  const server = express();
  server.set('case sensitive routing', true);
  server.set('strict routing', true);
  server.set('query parser', 'simple');
  server.disable('x-powered-by');
  return new ExpressAdapter(server);
}

/**
 * Puts the edge before everything else. Call it between `NestFactory.create(AppModule,
 * strictAdapter(), { bodyParser: false })` and `app.init()`; when the application is ready, call
 * assertEveryRouteHasARule.
 */
export function useEdge(app: INestApplication): void {
  const authority = app.get<Authority>(AUTHORITY_TABLE);
  app.use(headers);
  app.use(strictPaths(authority));
  app.use(strictQuery);
  app.use(cookieParser());
  app.use(readBody);
}
