import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { StartFault } from '../config/start-fault';

/** The account PostgreSQL runs under: empty means our own. It refuses to run as root. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

function numberOf(flag: '-u' | '-g', name: string): number | null {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : null;
}

export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  // initdb looks its own account up by name, so a free number will not do.
  for (const name of ['postgres', 'nobody']) {
    const uid = numberOf('-u', name);
    const gid = numberOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new StartFault(
    'Started as root, and PostgreSQL does not run as root: no account "postgres" or "nobody" was found. ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

export function giveTo(account: ServerAccount, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(path, account.uid, account.gid);
  }
}
