import { type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NextFunction, type Request, type Response } from 'express';
import supertest, { type Agent } from 'supertest';
import { type Config } from '../../src/platform/config/config';
import { type Actor, type WebRequest } from '../../src/platform/http/actor';
import { type Authority } from '../../src/platform/http/authority';
import { strictAdapter, useEdge } from '../../src/platform/http/edge';
import { HttpModule } from '../../src/platform/http/http.module';
import { assertEveryRouteHasARule } from '../../src/platform/http/routes';
import { PlatformModule } from '../../src/platform/platform.module';
import { RenderingModule } from '../../src/platform/rendering/rendering.module';
import { openTestDatabase, type TestDatabase } from './database';

export interface SmallApp {
  readonly app: INestApplication;
  readonly test: TestDatabase;
  readonly http: Agent;
  readonly close: () => Promise<void>;
}

const LANGUAGE_ROUTE = 'GET /taal/:language';

/** The edge around a few controllers of the test's own, with the actor it wants. */
export async function startSmallApp(
  controllers: Type[],
  authority: Authority,
  actor: () => Actor,
): Promise<SmallApp> {
  const test = await openTestDatabase();
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: test.url,
    redisUrl: null,
    stateDir: null,
    secretKey: test.secret,
    demo: false,
    worker: false,
    publicUrl: 'http://127.0.0.1',
    smtpUrl: null,
    mailFrom: 'post@test.invalid',
  };
  const rules: Authority = { ...authority, [LANGUAGE_ROUTE]: { kind: 'public' } };
  @Module({
    imports: [
      PlatformModule.register({ config, sources: test.sources }),
      RenderingModule,
      HttpModule.register({ ...rules, 'GET /v1/openapi.json': { kind: 'public' } }),
    ],
    controllers,
  })
  class Root {}
  try {
    const options = { bodyParser: false, abortOnError: false, logger: false } as const;
    const app = await NestFactory.create(Root, strictAdapter(), options);
    useEdge(app);
    app.use((request: Request, _response: Response, next: NextFunction) => {
      (request as WebRequest).actor = actor();
      next();
    });
    await app.init();
    assertEveryRouteHasARule(app, { ...rules, 'GET /v1/openapi.json': { kind: 'public' } });
    await app.listen(0, '127.0.0.1');
    const http = supertest.agent(await app.getUrl());
    const close = async (): Promise<void> => {
      await app.close();
      await test.close();
    };
    return { app, test, http, close };
  } catch (error) {
    await test.close();
    throw error;
  }
}
