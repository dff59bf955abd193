import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { AppModule } from './app.module';
import { readConfig } from './platform/config/config';
import { runProgram } from './platform/process/program';
import { openRuntime } from './platform/process/runtime';

// Background work only: no port is opened. Any number of these may run beside the web processes.
runProgram(async (started) => {
  const runtime = await openRuntime({ ...readConfig(process.env), worker: true }, started);
  const app = await NestFactory.createApplicationContext(AppModule.register(runtime), {
    abortOnError: false,
    logger: ['warn', 'error', 'fatal'],
  });
  started.stopLater(() => app.close());
  process.stdout.write('Partijgiften does its background work\n');
});
