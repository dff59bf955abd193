import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import { AUTHORITY } from './authority';
import { strictAdapter, useEdge } from './platform/http/edge';
import { buildOpenApi } from './platform/http/openapi';
import { OpenApiDocument } from './platform/http/openapi.controller';
import { assertEveryRouteHasARule } from './platform/http/routes';
import { type Runtime } from './platform/process/runtime';

/** The whole application, ready for requests but not listening yet. */
export async function createApp(runtime: Runtime): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.register(runtime),
    strictAdapter(),
    { bodyParser: false, abortOnError: false, logger: ['warn', 'error', 'fatal'] },
  );
  useEdge(app);
  await app.init();
  assertEveryRouteHasARule(app, AUTHORITY);
  app.get(OpenApiDocument).comesFrom(() => buildOpenApi(app, AUTHORITY));
  return app;
}
