import { join } from 'node:path';
import { type Client, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import { type PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { type DataSources } from './database';
import { DATABASE_ROLES, loginName, passwordOf } from './roles';
import { type DatabaseRole } from './transaction';

interface PoolRule {
  readonly size: number;
  readonly statementTimeout: number;
}

/** Connections and the longest statement in milliseconds. Separate, so that no role starves another. */
const POOLS: Readonly<Record<DatabaseRole, PoolRule>> = {
  app: { size: 10, statementTimeout: 15_000 },
  staff: { size: 4, statementTimeout: 15_000 },
  worker: { size: 4, statementTimeout: 60_000 },
  identity: { size: 4, statementTimeout: 15_000 },
  public: { size: 4, statementTimeout: 15_000 },
};

function addressFor(url: string, role: DatabaseRole, secret: string): string {
  const address = new URL(url);
  address.username = loginName(role);
  address.password = passwordOf(role, secret);
  return address.toString();
}

function dataSource(url: string, role: DatabaseRole, secret: string): DataSource {
  const rule = POOLS[role];
  return new DataSource({
    type: 'postgres',
    url: addressFor(url, role, secret),
    applicationName: loginName(role),
    synchronize: false,
    installExtensions: false,
    entities: [join(__dirname, '..', '..', 'modules', '*', 'persistence', '*.row.{ts,js}')],
    poolSize: rule.size,
    poolErrorHandler: () => undefined,
    extra: {
      connectionTimeoutMillis: 15_000,
      statement_timeout: rule.statementTimeout,
      lock_timeout: 8000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
}

/**
 * A connection that the server ends makes an 'error' event, also while it is in use; an event that
 * nobody listens to ends the whole process. The query under way fails by itself, which is enough.
 */
function outliveServer(source: DataSource): void {
  const pool = (source.driver as PostgresDriver).master as Pool;
  pool.on('connect', (client) => {
    (client as unknown as Client).on('error', () => undefined);
  });
}

/** Opens one pool per role on the database of `url`. */
export async function openPools(url: string, secret: string): Promise<DataSources> {
  const opened: DataSource[] = [];
  try {
    const entries = await Promise.all(
      DATABASE_ROLES.map(async (role) => {
        const source = await dataSource(url, role, secret).initialize();
        opened.push(source);
        outliveServer(source);
        return [role, source] as const;
      }),
    );
    return Object.fromEntries(entries) as unknown as DataSources;
  } catch (error) {
    await Promise.all(opened.map((source) => source.destroy()));
    throw error;
  }
}

export async function closePools(sources: DataSources): Promise<void> {
  for (const source of Object.values(sources)) {
    if (source.isInitialized) await source.destroy();
  }
}
