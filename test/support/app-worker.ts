// The background work of the whole application in a process of its own, for the tests that kill it.
// src/worker.ts itself refuses the server of the tests, which may forget what it acknowledged.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module';
import { type Config } from '../../src/platform/config/config';
import { openPools } from '../../src/platform/database/pools';

async function main(): Promise<void> {
  const config = JSON.parse(process.argv[1] ?? '{}') as Config & {
    readonly databaseUrl: string;
    readonly secretKey: string;
  };
  const sources = await openPools(config.databaseUrl, config.secretKey);
  const app = AppModule.register({ config, sources });
  await NestFactory.createApplicationContext(app, { logger: ['error', 'warn'] });
  process.stdout.write('working\n');
}

void main();
