import { type Client } from 'pg';
import { StartFault } from '../config/start-fault';

const OLDEST = 150014;

/** Refuses a server that is too old, or (`durable`) one that may forget what it acknowledged. */
export async function checkServer(client: Client, durable: boolean): Promise<void> {
  const answer = await client.query<Record<string, string>>(
    `select current_setting('server_version_num') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as synchronous_commit,
            current_setting('full_page_writes') as full_page_writes`,
  );
  const settings = answer.rows[0] ?? {};
  const version = settings['version'] ?? '';
  if (Number(version) < OLDEST) {
    throw new StartFault(
      `The PostgreSQL server is version ${version}; 15.14 or newer is needed. Upgrade the server.`,
    );
  }
  const off = ['fsync', 'synchronous_commit', 'full_page_writes'].filter(
    (name) => settings[name] === 'off' || settings[name] === 'local',
  );
  if (!durable || off.length === 0) return;
  throw new StartFault(
    `The PostgreSQL server runs with ${off.join(' and ')} off: a filing it acknowledged could be lost. ` +
      'Switch it on in postgresql.conf.',
  );
}
