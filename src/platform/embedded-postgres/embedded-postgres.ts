import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { StartFault } from '../config/start-fault';
import { serverAccount } from './account';
import { ensureCluster } from './cluster';
import { freePort, launch, type Launched, stopServer } from './launch';
import { connectionUrl, dataFolderOf, runningServer } from './running-server';
import { serverFiles } from './server-files';
import { keptSecret, openStateFolder } from './state-folder';

export interface EmbeddedPostgresOptions {
  readonly stateFolder: string;
  /** For tests: nothing is written to disk for good, so it is fast and a crash loses everything. */
  readonly ephemeral?: boolean;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** True when another program had started this server: stop() then leaves it running. */
  readonly attached: boolean;
  /** The address of a database for the superuser. */
  url(database: string): string;
  stop(): Promise<void>;
}

const READY_WITHIN_STEPS = 600;

async function startOnce(
  options: EmbeddedPostgresOptions,
  programs: string,
  password: string,
): Promise<Launched> {
  const dataFolder = join(options.stateFolder, 'data');
  const server = launch({
    account: serverAccount(),
    programs,
    dataFolder,
    logFile: join(options.stateFolder, 'postgres.log'),
    port: await freePort(),
    ephemeral: options.ephemeral ?? false,
  });
  for (let step = 0; step < READY_WITHIN_STEPS; step += 1) {
    if (server.ended()) return server;
    if ((await dataFolderOf(server.port, password)) === dataFolder) return server;
    await wait(step < 40 ? 25 : 100);
  }
  await stopServer(server);
  return server;
}

/**
 * Starts the PostgreSQL that comes with the program on a free port of 127.0.0.1, or uses the one
 * that already runs on the same folder. It ends when stop() is called and also when this process
 * is killed.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { stateFolder } = options;
  openStateFolder(stateFolder);
  const password = keptSecret(stateFolder, 'postgres-password');
  const dataFolder = join(stateFolder, 'data');
  const running = await runningServer(dataFolder, password, wait);
  if (running !== null) {
    return {
      port: running.port,
      attached: true,
      url: (database) => connectionUrl(running.port, password, database),
      stop: () => Promise.resolve(),
    };
  }
  const programs = serverFiles(stateFolder);
  ensureCluster({ stateFolder, dataFolder, programs, password, account: serverAccount() });
  let server = await startOnce(options, programs, password);
  // Between asking for a free port and taking it, another program may have taken it.
  if (server.ended() && /address already in use/i.test(server.complaint())) {
    server = await startOnce(options, programs, password);
  }
  if (server.ended()) {
    throw new StartFault(
      `The data folder ${dataFolder} is damaged or cannot be used; PostgreSQL says: ${server.complaint()}. ` +
        'Put back a copy, or start over with "npm run demo:reset".',
    );
  }
  const started = server;
  return {
    port: started.port,
    attached: false,
    url: (database) => connectionUrl(started.port, password, database),
    stop: () => stopServer(started),
  };
}
