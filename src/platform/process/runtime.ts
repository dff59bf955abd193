import { type Config, type GivenConfig } from '../config/config';
import { bootstrapDatabase } from '../database/bootstrap';
import { type DataSources } from '../database/database';
import { closePools } from '../database/pools';
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres';
import { keptSecret, openStateFolder, stateFolder } from '../embedded-postgres/state-folder';
import { type Started } from './program';

/** What a process stands on: its settings and its open pools. */
export interface Runtime {
  readonly config: Config;
  readonly sources: DataSources;
}

interface Ground {
  readonly config: Config;
  readonly url: string;
}

async function embedded(given: GivenConfig, started: Started): Promise<Ground> {
  const folder = stateFolder(given.stateDir);
  openStateFolder(folder);
  const secretKey = given.secretKey ?? keptSecret(folder, 'secret-key');
  const server = await startEmbeddedPostgres({ stateFolder: folder });
  started.stopLater(() => server.stop());
  return { config: { ...given, secretKey }, url: server.url('partijgiften') };
}

function given(config: GivenConfig): Ground | null {
  const { databaseUrl, secretKey } = config;
  if (databaseUrl === null || secretKey === null) return null;
  return { config: { ...config, secretKey }, url: databaseUrl };
}

/** Brings up PostgreSQL with all its tables, and the pools; all of it is closed when we stop. */
export async function openRuntime(settings: GivenConfig, started: Started): Promise<Runtime> {
  const { config, url } = given(settings) ?? (await embedded(settings, started));
  const sources = await bootstrapDatabase({
    url,
    secret: config.secretKey,
    durable: true,
    clockMayBeSet: config.demo,
  });
  started.stopLater(() => closePools(sources));
  return { config, sources };
}
