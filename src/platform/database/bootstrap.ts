import { Client } from 'pg';
import { codeOf, oneLine, StartFault } from '../config/start-fault';
import { type DataSources } from './database';
import { migrate, migrationFiles, type Migrations } from './migrate';
import { openPools } from './pools';
import { checkRoles, ensureRoles, loginName, OWNER, passwordOf } from './roles';
import { checkServer } from './server-checks';

export interface DatabasePlan {
  /** The address with an account that may make roles and, when it is missing, the database. */
  readonly url: string;
  /** From which the passwords of the roles follow. */
  readonly secret: string;
  /** False only in tests: a server that forgets is then accepted. */
  readonly durable: boolean;
  /** True in a demonstration or a test; otherwise the application follows the real clock. */
  readonly clockMayBeSet: boolean;
  readonly migrations?: Migrations;
}

const CONNECT_WITHIN = 8000;
const UNKNOWN_DATABASE = '3D000';
/** What creating says when another program did so first, or is just doing so. */
const MADE_MEANWHILE = new Set(['42P04', '23505']);
const WRONG_PASSWORD = '28P01';
/** One number for "somebody is preparing this database". */
const PREPARING = 7_206_101;

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** The address as it may be shown: without the password. */
export function shown(url: string): string {
  const address = new URL(url);
  if (address.password !== '') address.password = '***';
  return address.toString();
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = await connect(maintenance.toString());
  try {
    const name = client.escapeIdentifier(databaseName(url));
    await client.query(
      `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
    );
  } catch (error) {
    if (!MADE_MEANWHILE.has(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
}

async function connectOrCreate(url: string): Promise<Client> {
  try {
    return await connect(url);
  } catch (error) {
    if (codeOf(error) !== UNKNOWN_DATABASE) throw error;
    await createDatabase(url);
    return connect(url);
  }
}

async function rolePasswordsDiffer(plan: DatabasePlan): Promise<boolean> {
  const address = new URL(plan.url);
  address.username = loginName('app');
  address.password = passwordOf('app', plan.secret);
  try {
    await (await connect(address.toString())).end();
    return false;
  } catch (error) {
    if (codeOf(error) === WRONG_PASSWORD) return true;
    throw error;
  }
}

async function letOwnerWork(client: Client, url: string): Promise<void> {
  const name = client.escapeIdentifier(databaseName(url));
  const answer = await client.query<{ may: boolean }>(
    `select has_database_privilege($1, current_database(), 'CREATE') and
            has_schema_privilege($1, 'public', 'CREATE') as may`,
    [OWNER],
  );
  if (answer.rows[0]?.may === true) return;
  await client.query(`grant create on database ${name} to ${OWNER}`);
  await client.query(`grant create, usage on schema public to ${OWNER}`);
}

async function ruleClock(client: Client, mayBeSet: boolean): Promise<void> {
  await client.query(`set role ${OWNER}`);
  await client.query(
    `update platform.clock set may_be_set = $1, ahead = case when $1 then ahead else interval '0' end
      where may_be_set <> $1`,
    [mayBeSet],
  );
  await client.query('reset role');
}

/** Roles, rights and migrations; safe to run at every start and by two programs at once. */
export async function prepareDatabase(plan: DatabasePlan): Promise<void> {
  const client = await connectOrCreate(plan.url);
  try {
    await checkServer(client, plan.durable);
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    await ensureRoles(client, plan.secret, false);
    if (await rolePasswordsDiffer(plan)) await ensureRoles(client, plan.secret, true);
    await letOwnerWork(client, plan.url);
    await migrate(plan.url, plan.migrations ?? migrationFiles());
    await ruleClock(client, plan.clockMayBeSet);
    await checkRoles(client);
  } finally {
    await client.end();
  }
}

/**
 * Everything between an address and a working set of pools. A fault of the surroundings comes out
 * as a StartFault with one line that names the address without its password.
 */
export async function bootstrapDatabase(plan: DatabasePlan): Promise<DataSources> {
  try {
    await prepareDatabase(plan);
    return await openPools(plan.url, plan.secret);
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(
      `The PostgreSQL server at ${shown(plan.url)} cannot be used (${oneLine(error)}). ` +
        'Check in DATABASE_URL that address, account and password are right, and that the server runs.',
    );
  }
}
