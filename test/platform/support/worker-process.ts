// A whole worker in a process of its own, for the tests that kill it.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Database } from '../../../src/platform/database/database';
import { openPools } from '../../../src/platform/database/pools';
import { FaithfulHandler, MutantHandler, WorkerApp } from './worker-app';

async function main(): Promise<void> {
  const settings = JSON.parse(process.argv[1] ?? '{}') as {
    url: string;
    secret: string;
    mutant: boolean;
    redisUrl?: string;
    folder: string;
    prefix: string;
    graceSeconds: number;
  };
  const database = new Database(await openPools(settings.url, settings.secret));
  const module = WorkerApp.of(database, [settings.mutant ? MutantHandler : FaithfulHandler], {
    worker: true,
    redisUrl: settings.redisUrl,
    queuePrefix: settings.prefix,
    graceSeconds: settings.graceSeconds,
    mail: { folder: settings.folder, sender: 'worker@test.invalid' },
  });
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'] });
  process.once('SIGTERM', () => void app.close());
  process.send?.('ready');
}

void main();
