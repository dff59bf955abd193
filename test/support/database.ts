import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Database, type DataSources } from '../../src/platform/database/database';
import { closePools, openPools } from '../../src/platform/database/pools';

export interface TestDatabase {
  readonly database: Database;
  readonly sources: DataSources;
  /** The address for the superuser. */
  readonly url: string;
  /** From which the passwords of the database roles follow, for a test that starts a program. */
  readonly secret: string;
  /** Runs SQL as the superuser, past every policy: for checks and for arranging. */
  readonly ownerQuery: <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;
  /** Sets the clock of the application (platform.now()); null puts it right again. */
  readonly setClock: (moment: string | null) => Promise<void>;
  readonly close: () => Promise<void>;
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run this test through jest.config.cjs`);
  return value;
}

async function asAdministrator(sql: string): Promise<void> {
  const client = new Client({ connectionString: required('TEST_PG_URL') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database of this test file's own, migrated and empty, dropped by close(). Takes about 0.1 s. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`create database ${name} template template_of_tests strategy file_copy`);
  const address = new URL(required('TEST_PG_URL'));
  address.pathname = `/${name}`;
  const url = address.toString();
  const secret = required('TEST_PG_SECRET');
  const sources = await openPools(url, secret);
  const owner = new Client({ connectionString: url });
  owner.on('error', () => undefined);
  await owner.connect();
  return {
    database: new Database(sources),
    sources,
    url,
    secret,
    ownerQuery: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await owner.query(sql, [...parameters])).rows as Row[],
    setClock: async (moment) => {
      await owner.query('select platform.set_clock($1)', [moment]);
    },
    close: async () => {
      await closePools(sources);
      await owner.end();
      await asAdministrator(`drop database ${name} with (force)`);
    },
  };
}
