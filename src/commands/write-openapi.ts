import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppModule } from '../app.module';
import { AUTHORITY } from '../authority';
import { readConfig } from '../platform/config/config';
import { type DataSources } from '../platform/database/database';
import { strictAdapter } from '../platform/http/edge';
import { buildOpenApi } from '../platform/http/openapi';

/**
 * Writes the OpenAPI document to a file (openapi.json, or the path given). Needs no database: the
 * application is only looked at (a preview), none of its parts is made.
 */
async function writeOpenApi(file: string): Promise<void> {
  const config = { ...readConfig({}), secretKey: '' };
  const app = await NestFactory.create(
    AppModule.register({ config, sources: {} as DataSources }),
    strictAdapter(),
    { preview: true, abortOnError: false, logger: ['error', 'fatal'] },
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(buildOpenApi(app, AUTHORITY), null, 2)}\n`);
  process.stdout.write(`The OpenAPI document is in ${file}\n`);
}

writeOpenApi(process.argv[2] ?? 'openapi.json').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
