import { createServer, type Server } from 'node:net';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Config } from '../config/config';
import { codeOf, oneLine, StartFault } from '../config/start-fault';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program. Stop that program, or choose another PORT',
  EACCES: 'may not be used by this account. Choose a PORT of 1024 or higher',
  EADDRNOTAVAIL: 'is not an address of this machine. Choose another HOST',
  ENOTFOUND: 'is not known. Choose another HOST',
};

function portFault(config: Pick<Config, 'host' | 'port'>, error: unknown): StartFault {
  const reason =
    REASONS[codeOf(error)] ?? `cannot be used (${oneLine(error)}). Choose another PORT`;
  return new StartFault(`Port ${String(config.port)} on ${config.host} ${reason}.`);
}

function opened(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Refuses before anything is started when the port is taken: that is the mistake made most. */
export async function assertPortIsFree(config: Pick<Config, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  try {
    await opened(probe, config.port, config.host);
  } catch (error) {
    throw portFault(config, error);
  }
  await new Promise((resolve) => probe.close(resolve));
}

/** Answers requests from now on. Slow senders are cut off, so that they hold no connection for long. */
export async function listen(app: NestExpressApplication, config: Config): Promise<void> {
  const server = app.getHttpServer();
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    throw portFault(config, error);
  }
}
