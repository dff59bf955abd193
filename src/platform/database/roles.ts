import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { type Client } from 'pg';
import { StartFault } from '../config/start-fault';
import { type DatabaseRole } from './transaction';

export const DATABASE_ROLES: readonly DatabaseRole[] = [
  'app',
  'staff',
  'worker',
  'identity',
  'public',
];
export const OWNER = 'partijgiften_owner';

export function loginName(role: DatabaseRole): string {
  return `partijgiften_${role}`;
}

/** The password of a role follows from one secret, so no list of passwords has to be kept. */
export function passwordOf(role: DatabaseRole, secret: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('hex');
}

/** The form in which PostgreSQL stores a password: the server's log never sees the password. */
export function scramVerifier(password: string, login: string): string {
  const salt = createHash('sha256').update(`${login} ${password}`).digest().subarray(0, 16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const mac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(mac('Client Key')).digest('base64');
  const server = mac('Server Key').toString('base64');
  return `SCRAM-SHA-256$${String(rounds)}:${salt.toString('base64')}$${stored}:${server}`;
}

interface RoleRow {
  readonly rolname: string;
  readonly rolsuper: boolean;
  readonly rolbypassrls: boolean;
  readonly rolcanlogin: boolean;
  readonly rolcreaterole: boolean;
  readonly rolcreatedb: boolean;
}

async function existingRoles(client: Client): Promise<readonly RoleRow[]> {
  const answer = await client.query<RoleRow>(
    `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb
       from pg_roles where rolname = any($1)`,
    [[OWNER, ...DATABASE_ROLES.map(loginName)]],
  );
  return answer.rows;
}

async function mayMakeRoles(client: Client): Promise<boolean> {
  const answer = await client.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  return answer.rows[0]?.may ?? false;
}

const RIGHTS = 'noinherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication';

/**
 * Makes the roles that are not there yet; they belong to the whole server, so this is no migration.
 * A password is written only for a new role or with `renewPasswords`.
 */
export async function ensureRoles(
  client: Client,
  secret: string,
  renewPasswords: boolean,
): Promise<void> {
  const known = new Set((await existingRoles(client)).map((role) => role.rolname));
  const missing = [OWNER, ...DATABASE_ROLES.map(loginName)].filter((name) => !known.has(name));
  if (missing.length === 0 && !renewPasswords) return;
  if (!(await mayMakeRoles(client))) {
    throw new StartFault(
      `The account in DATABASE_URL may not make roles, and these are missing or have another password: ` +
        `${(missing.length > 0 ? missing : [...known]).join(', ')}. Use an account with CREATEROLE.`,
    );
  }
  if (!known.has(OWNER)) {
    await client.query(`create role ${OWNER} nologin ${RIGHTS}`);
    await client.query(`grant ${OWNER} to current_user`);
  }
  for (const role of DATABASE_ROLES) {
    const login = loginName(role);
    const isNew = !known.has(login);
    if (!isNew && !renewPasswords) continue;
    const verifier = scramVerifier(passwordOf(role, secret), login);
    const verb = isNew ? `create role ${login} login ${RIGHTS}` : `alter role ${login}`;
    await client.query(`${verb} password '${verifier}'`);
  }
}

/** Refuses roles with which row-level security would mean nothing. */
export async function checkRoles(client: Client): Promise<void> {
  const tooStrong = (await existingRoles(client)).filter(
    (role) => role.rolsuper || role.rolbypassrls || role.rolcreaterole || role.rolcreatedb,
  );
  const owning = await client.query<{ name: string }>(
    `select distinct r.rolname as name from pg_class c join pg_roles r on r.oid = c.relowner
      where r.rolname = any($1)`,
    [DATABASE_ROLES.map(loginName)],
  );
  const wrong = [...tooStrong.map((role) => role.rolname), ...owning.rows.map((row) => row.name)];
  if (wrong.length === 0) return;
  throw new StartFault(
    `Database role ${wrong.join(', ')} has more rights than it may: a login role owns nothing and is ` +
      'neither superuser nor exempt from row-level security. Take those rights away.',
  );
}
