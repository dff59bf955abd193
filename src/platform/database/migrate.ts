import { join } from 'node:path';
import { DataSource, type MigrationInterface } from 'typeorm';
import { oneLine, StartFault } from '../config/start-fault';
import { OWNER } from './roles';

/** Migration classes, or a glob of the files that hold them. */
export type Migrations = readonly (string | (new () => MigrationInterface))[];

/** The migrations beside src: .ts under a test or a tool, .js in the built program. */
export function migrationFiles(): Migrations {
  return [join(__dirname, '..', '..', '..', 'migrations', `*${__filename.slice(-3)}`)];
}

/**
 * Runs the migrations that have not run yet, each in its own transaction, as the owner of
 * everything. Gives their names. Who calls it holds the lock that keeps a second program out.
 */
export async function migrate(url: string, migrations: Migrations): Promise<readonly string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 1,
    extra: { connectionTimeoutMillis: 8000, options: `-c role=${OWNER} -c lock_timeout=8000` },
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } catch (error) {
    throw new StartFault(
      `A migration of the database failed (${oneLine(error)}). Nothing of it was kept. ` +
        'Mend the cause and start again.',
    );
  } finally {
    await source.destroy();
  }
}
